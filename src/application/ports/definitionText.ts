/** Import definitions as text that people read, review and keep under version control. Implemented in `src/files`. */
import type { EmptyRule, FieldId, ImportType, NewUserDefaults } from '../../domain/fields.js';
import type { AbsentSettings } from '../../domain/absent.js';
import type { Check } from '../../domain/checks.js';
import type { GuardSettings } from '../../domain/guards/guardSettings.js';
import type { FileOptions } from './importFiles.js';

/** Where a field takes its value from: a column or text with columns in it, with what values become, or one value for all. */
export type DefinedSource =
  | ({ readonly column: string } & DefinedList)
  | ({ readonly composed: string } & DefinedList)
  | { readonly fixed: string };

interface DefinedList {
  readonly values?: Readonly<Record<string, string>>;
  readonly valuesOnly?: boolean;
}

/** Everything of an import that is the same the next time. Never holds a password. */
export interface ImportDefinition {
  readonly name: string;
  readonly type: ImportType;
  readonly file: FileOptions;
  /** Columns by their header, or `#3` for the third. */
  readonly mapping: Readonly<Partial<Record<FieldId, DefinedSource>>>;
  readonly ignoredColumns: readonly string[];
  /** Fields that are not imported, on purpose. */
  readonly skipped: readonly FieldId[];
  /** Only what differs from the catalogue's defaults for new users. */
  readonly defaults: Readonly<Partial<NewUserDefaults>>;
  readonly emptyRules: Readonly<Partial<Record<FieldId, EmptyRule>>>;
  readonly guards: GuardSettings;
  /** What becomes of users whom no row names; nothing without it. */
  readonly absent?: AbsentSettings;
  /** Rules of the organisation that rows are held against. */
  readonly checks?: readonly Check[];
}

export interface DefinitionText {
  print(definition: ImportDefinition): Promise<string>;
  /** SHA-256 of a text, hexadecimal. */
  hash(text: string): string;
  /** Throws `UnreadableFile` that names the line and what is wrong there; `file` is what it is called in it. */
  parse(text: string, file: string): Promise<ImportDefinition>;
}
