/** Everything that an administrator decides about an import besides the file itself. */
import type { AbsentSettings } from './absent.js';
import type { ComposedPart } from './composed.js';
import type { ActSettings } from './acts.js';
import type { Check } from './checks.js';
import { fieldOf, type EmptyRule, type FieldId, type ImportType, type NewUserDefaults } from './fields.js';

/** Where the value of a field comes from; a field without a source is not imported. */
export type FieldSource =
  | ({ readonly kind: 'column'; readonly index: number; readonly header: string } & Listed)
  | ({ readonly kind: 'composed'; readonly template: string; readonly parts: readonly ComposedPart[] } & Listed)
  | { readonly kind: 'fixed'; readonly value: string };

/** What texts of a source become (docs/rules.md, *Value lists*). */
export interface Listed {
  readonly values?: Readonly<Record<string, string>>;
  /** A text that is not listed is an error, instead of what it is. */
  readonly valuesOnly?: true;
}

export type Mapping = Readonly<Partial<Record<FieldId, FieldSource>>>;

export interface ImportSettings {
  readonly type: ImportType;
  readonly mapping: Mapping;
  readonly defaults: NewUserDefaults;
  /** Only the fields that differ from the catalogue. */
  readonly emptyRules: Readonly<Partial<Record<FieldId, EmptyRule>>>;
  /** Rows that make nobody, whatever their codes do in an import. */
  readonly onlyExisting?: true;
  /** What is done about active users whom no row names; nothing where it is absent. */
  readonly absent?: AbsentSettings;
  /** Rules of its organisation that rows are held against. */
  readonly checks?: readonly Check[];
  /** Of rows that are no import's: the act says what each does, rather than a mutation code. */
  readonly act?: ActSettings;
  /** Of an undo of what a run did to one user: the user's code. The run itself counts as undone only when all of it is. */
  readonly onlyUser?: string;
}

/** What an empty cell of a field does, as the import or else the catalogue says; a field without a rule keeps. */
export function emptyRuleOf(field: FieldId, rules: ImportSettings['emptyRules']): EmptyRule {
  return rules[field] ?? fieldOf(field).emptyRule ?? 'keep';
}
