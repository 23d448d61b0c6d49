/** What `definition test` finds (docs/rules.md, *Checks*). */
import type { Check } from '../domain/checks.js';
import type { PlannedRow } from '../domain/plannedRow.js';

export interface TestedCheck extends Check {
  readonly rows: number;
  /** The first of them, in the order of the file. */
  readonly matches: readonly Pick<PlannedRow, 'row' | 'user' | 'name'>[];
}

export interface TestedChecks {
  /** Rows of the file. */
  readonly rows: number;
  readonly checks: readonly TestedCheck[];
}
