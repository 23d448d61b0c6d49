/** What the rows of a plan are narrowed to (docs/rules.md, *Filter over rows*): terms, all of which hold. */
import type { FilterField, FilterTerm } from './userFilter.js';

export type RowField = 'row' | 'outcome' | 'code' | 'message' | 'level' | 'kind' | 'field' | 'from' | 'to';

/** What a term can be about: the row, what it changes, or the user as planned. */
export type RowFilterField = RowField | FilterField;
export type RowTerm = FilterTerm<RowFilterField>;

export interface RowTerms {
  readonly terms: readonly RowTerm[];
}
