/** Users whom no row of the file names, as the preview lists them. */
import type { AbsentPage } from '../../../application/ports/absentNow.js';
import { OUTCOMES } from '../../../domain/outcomes.js';
import type { Run } from '../../../domain/run.js';
import type { KeyList } from '../../table/keyWindow.js';

export type ListedAbsent = AbsentPage['users'][number];

export interface AbsentList extends KeyList<ListedAbsent> {
  /** How many the filter finds, and how many there are, now; null while they are counted. */
  readonly found: number | null;
  readonly total: number | null;
}

export const NO_ABSENT_LIST: AbsentList = { window: null, asking: false, next: null, found: null, total: null };

/** Rows of the plan about absent users, those that are left out among them. */
export function absentRows({ summary: { codes } }: Pick<Run, 'summary'>): number {
  const counts = codes['absent'];
  return counts ? OUTCOMES.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0) : 0;
}

/** Whether there are absent users and the plan has no row of any: they are listed as they are now. */
export function listsAbsent(run: Pick<Run, 'summary'>): boolean {
  return (run.summary.absent?.users ?? 0) > 0 && absentRows(run) === 0;
}
