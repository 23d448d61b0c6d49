/** What others may want to hear of, when it happens: no names, addresses or UPNs of users, and no passwords. */
import type { AbsentCount } from '../../domain/absent.js';
import type { Guard } from '../../domain/guards/guard.js';
import type { OutcomeCounts } from '../../domain/outcomes.js';
import type { TextRef } from '../../language/index.js';
import type { AuditedAct } from './auditLog.js';

/**
 * `waits`: a plan is there that a second person has to approve; `guard`: one that a guard stops; `applied`: a run;
 * `delivered`: a file was made of one; `failed`: planning or applying ended in a failure, in a stale plan, or as the database was in use.
 */
export const RUN_EVENTS = ['waits', 'guard', 'applied', 'delivered', 'failed'] as const;

export interface RunEvent {
  readonly event: (typeof RUN_EVENTS)[number];
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What was being done; null where the database could not even be opened. */
  readonly what: AuditedAct | null;
  readonly run: number | null;
  readonly environment: string | null;
  /** The login of who is at work. */
  readonly operator: string;
  /** What applying it answers: 0 or 3 done, 4 as it stands, otherwise how it failed. */
  readonly exit: number;
  /** Rows of the run by outcome. */
  readonly counts: OutcomeCounts | null;
  /** Of a run of a file: active users whom no row names, and what is done about them. */
  readonly absent: AbsentCount | null;
  /** Those that stop it. */
  readonly guards: readonly Guard[];
  readonly error: TextRef | null;
}

/** Never throws, and is not waited for: whoever listens has no part in what happens. */
export type TellEvent = (event: RunEvent) => void;
