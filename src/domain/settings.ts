/** Everything that an administrator decides about an import besides the file itself. */
import type { FieldId, ImportType, NewUserDefaults } from './fields.js';

/** Where the value of a field comes from; a field without a source is not imported. */
export type FieldSource =
  | { readonly kind: 'column'; readonly index: number; readonly header: string }
  | { readonly kind: 'fixed'; readonly value: string };

export type Mapping = Readonly<Partial<Record<FieldId, FieldSource>>>;

/** What an empty cell does to an existing user's value. */
export type EmptyRule = 'keep' | 'clear';

export interface ImportSettings {
  readonly type: ImportType;
  readonly mapping: Mapping;
  readonly defaults: NewUserDefaults;
  /** Only the fields that differ from the rule: identity fields clear, all others keep. */
  readonly emptyRules: Readonly<Partial<Record<FieldId, EmptyRule>>>;
  /** Of an act by hand: its rows make nobody, whatever their codes do in an import. */
  readonly onlyExisting?: true;
}
