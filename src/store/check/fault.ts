/** Something in a database that is not as it must be. */
import type { TextRef } from '../../language/index.js';
export type Fault = TextRef;

/** Faults of one kind that are reported; thousands of the same say no more. */
export const MOST_FAULTS = 100;

/** The first of them, and that there are more. */
export function firstOf(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length <= MOST_FAULTS) return faults;
  return [...faults.slice(0, MOST_FAULTS), { key: 'check.more', params: { count: MOST_FAULTS } }];
}
