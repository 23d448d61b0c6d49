/** Active users whom no row of a file names, and what is done about them (docs/rules.md, *Who is not in the file*). */
import { isOneOf } from './fields.js';
import { NOTHING_PLANNED, type PlannedRow } from './plannedRow.js';

export const ABSENT_ACTIONS = ['none', 'block', 'block-keep-groups'] as const;
export type AbsentAction = (typeof ABSENT_ACTIONS)[number];

/** What an import does about them: kept with its settings where it does anything. */
export interface AbsentSettings {
  readonly action: Exclude<AbsentAction, 'none'>;
  /** Only those whom this filter finds, as it was written; all of them without it. */
  readonly where?: string;
}

/** How many there are when a plan is made, and what it does about them. */
export interface AbsentCount {
  readonly users: number;
  readonly action: AbsentAction;
}

/** Rows that stand in no file are numbered behind every row that a file can have, and within 32 bits. */
export const LAST_OF_FILE = 1_000_000_000;

/** The number under which a plan keeps the row of the nth absent user, from 1; nobody is told of it. */
export function absentRow(nth: number): number {
  return LAST_OF_FILE + nth;
}

/** Whether a row of a plan is about an absent user, and not of the file. */
export function isAbsentRow(row: number): boolean {
  return row > LAST_OF_FILE;
}

/** The number of a row as people know it; null for one that stands in no file. */
export function numberInFile(row: number): number | null {
  return isAbsentRow(row) ? null : row;
}

/** The row of somebody of whom a plan has none, and to whom it does nothing: what a list of absent users shows. */
export function unplannedRow(user: string, name: string): PlannedRow {
  return { ...NOTHING_PLANNED, row: absentRow(1), user, name, outcome: 'unchanged' };
}

/**
 * Whether a rejected row may be about somebody who then counts as absent: its user cannot be read, or is not there. A row
 * that would have made somebody names nobody who could be blocked for it.
 */
export function mayNameAnother({ messages }: PlannedRow, isThere: boolean): boolean {
  return messages.some(
    ({ level, field, code }) =>
      level === 'error' && ((field === 'user' && isUnreadable(code)) || (!isThere && leavesUserOpen(code))),
  );
}

const isUnreadable = isOneOf([
  'USER_MISSING',
  'USER_NUMERIC',
  'VALUE_INVALID',
  'TEXT_DAMAGED',
  'VALUE_HIDDEN',
  'VALUE_EMPTY_WORD',
]);
const leavesUserOpen = isOneOf(['USER_UNKNOWN', 'ROW_SHAPE']);
