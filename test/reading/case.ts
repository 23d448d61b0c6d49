/** What is read and what a careful person sees in it: the cases of the measuring stick, as data. */
import type { FileOptions, MappingOverrides } from '../../src/application/ports/importFiles.js';
import type { EmptyRule, FieldId, ImportType } from '../../src/domain/fields.js';

/**
 * What a person sees of one field: a text; `anyOf` several that are as right; with `told`, the row has
 * to carry one of these messages although it is done; `guessed` is right only where the plan says that the
 * file's encoding is a guess. `null`: no value is right, so the row has to be told.
 */
export type SeenValue =
  | string
  | null
  | { readonly anyOf: readonly SeenValue[] }
  | { readonly guessed: string }
  | { readonly value: string; readonly told: readonly string[] };

export interface SeenRow {
  readonly values: Readonly<Partial<Record<FieldId, SeenValue>>>;
  /** The whole row, where also columns that nothing reads have to stand right. */
  readonly cells?: readonly string[];
  /** A row that may as well be passed over: a footer, a rule of dashes. */
  readonly optional?: boolean;
}

export interface Case {
  readonly name: string;
  readonly bytes: Buffer;
  /** The file's name with its ending; `users.csv` unless told otherwise. */
  readonly file?: string;
  readonly type?: ImportType;
  readonly options?: FileOptions;
  readonly overrides?: MappingOverrides;
  readonly empty?: Readonly<Partial<Record<FieldId, EmptyRule>>>;
  readonly seen: readonly SeenRow[];
}

export interface Kind {
  readonly name: string;
  /** Nothing is wrong with its files: whatever is told of them is a false alarm. */
  readonly honest?: boolean;
  readonly cases: readonly Case[];
}
