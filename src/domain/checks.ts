/** An organisation's own rules over the rows of a plan, kept in a definition (docs/rules.md, *Checks*). */
import type { FilterFault } from './filter/parseFilter.js';
import { parseTerms } from './filter/parseFilter.js';
import { OF_ROWS } from './filter/rowFilterFields.js';
import type { RowFilterField, RowTerms } from './rowTerms.js';
import { caseKey } from './sourceRow.js';

/** What becomes of a row that matches, or of its plan. */
export const CHECK_EFFECTS = ['warning', 'reject', 'guard', 'second-person'] as const;
export type CheckEffect = (typeof CHECK_EFFECTS)[number];

export interface Check {
  /** No other check of its definition has it, in whatever letter case. */
  readonly name: string;
  /** A filter over rows, as it was written. */
  readonly where: string;
  readonly then: CheckEffect;
}

/** How many rows of a plan match a check. */
export interface CountedCheck {
  readonly name: string;
  readonly then: CheckEffect;
  readonly rows: number;
}

/** A check as rows are held against it. */
export interface ReadCheck extends Check {
  readonly terms: RowTerms;
}

/** Not known of a row while it is planned: what kind it is in its plan, and which tokens its user has. */
const NOT_ASKED: ReadonlySet<RowFilterField | null> = new Set(['kind', 'token'] as const);

export type CheckFault = FilterFault | { readonly reason: 'notInCheck'; readonly term: string };

/** Reads the filter of a check; what is refused is told with its term. */
export function readCheck(check: Check): ReadCheck | { readonly fault: CheckFault } {
  const read = parseTerms(check.where, OF_ROWS);
  if ('fault' in read) return read;
  const odd = read.filter.terms.find(({ field }) => NOT_ASKED.has(field));
  if (odd) return { fault: { reason: 'notInCheck', term: odd.field ?? '' } };
  return { ...check, terms: read.filter };
}

export function isCheckNamed(name: string): (check: Pick<Check, 'name'>) => boolean {
  const key = caseKey(name);
  return (check) => caseKey(check.name) === key;
}
