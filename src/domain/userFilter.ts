/** What a list of users is narrowed to (docs/rules.md, *Filter*): terms, all of which hold. */
import type { AccessField } from './fields.js';

/** What a term can be about. */
export type FilterField =
  | 'env'
  | 'user'
  | 'description'
  | 'email'
  | 'upn'
  | 'person'
  | 'group'
  | 'blocked'
  | 'system'
  | 'leftover'
  | 'gone'
  | 'token'
  | 'siteLanguage'
  | AccessField;

export interface FilterTerm<Field extends string = FilterField> {
  /** Null for a bare word, which is looked for in several fields. */
  readonly field: Field | null;
  /** `is` compares the whole value, in which `*` stands for anything. */
  readonly operator: 'is' | 'contains';
  readonly value: string;
  /** The users for whom it does not hold. */
  readonly negated: boolean;
}

export interface UserFilter {
  readonly terms: readonly FilterTerm[];
}

/** Everybody. */
export const NO_FILTER: UserFilter = { terms: [] };
