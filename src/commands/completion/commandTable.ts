/** What completion has to know of the commands: made when the program is built, so that nothing else is loaded for it. */
import type { RunsFor } from '../../application/ports/completionValues.js';

/** One that is typed as it stands, with what it is. */
export interface OfferedWord {
  readonly word: string;
  readonly about: string;
}

/** A field by the names that are taken, its id first, and what stands behind its `=`. */
export interface OfferedField {
  readonly names: readonly string[];
  readonly about: string;
  readonly values?: Values;
}

/** What can be typed as the value of a flag or as an argument. */
export type Values =
  | { readonly kind: 'words'; readonly words: readonly OfferedWord[] }
  /** Several with commas between them. */
  | { readonly kind: 'listed'; readonly words: readonly OfferedWord[] }
  /** `field=value`, or with `alone` a field by itself. */
  | { readonly kind: 'fields'; readonly fields: readonly OfferedField[]; readonly alone?: true }
  | FilterValues
  | { readonly kind: 'files' }
  /** Nobody but who types it knows. */
  | { readonly kind: 'free' }
  | StoredValues;

/** A filter over users, or over the rows of a plan, with the words of it that no database knows. */
export interface FilterValues {
  readonly kind: 'filter';
  readonly of: 'users' | 'rows';
  readonly language: 'nl' | 'en';
  readonly yesNo: readonly [yes: string, no: string];
  /** Values of fields that have few. */
  readonly known: Readonly<Record<string, readonly string[]>>;
}

/** What stands in a database. */
export type StoredValues =
  | { readonly kind: 'runs'; readonly which: RunsFor }
  | { readonly kind: 'environments' }
  | { readonly kind: 'definitions' }
  | { readonly kind: 'users' }
  | { readonly kind: 'groups' }
  | { readonly kind: 'persons' };

export interface OfferedFlag {
  readonly name: string;
  readonly alias?: string;
  readonly kind: 'text' | 'list' | 'switch';
  readonly dash?: true;
  readonly about: string;
  readonly values: Values;
}

export interface OfferedArgument {
  readonly name: string;
  readonly many: boolean;
  readonly values: Values;
}

export interface OfferedCommand {
  readonly words: readonly string[];
  readonly about: string;
  /** Absent for a word that only starts other commands. */
  readonly runs: boolean;
  readonly arguments: readonly OfferedArgument[];
  /** Its own flags. */
  readonly flags: readonly OfferedFlag[];
}

/** In one language. */
export interface CommandTable {
  readonly commands: readonly OfferedCommand[];
  readonly globalFlags: readonly OfferedFlag[];
  /** Words for runs: `status.planned`, `kind.undo`, `hand.block`, `ofRun` with `{run}`, and `more`. */
  readonly texts: Readonly<Record<string, string>>;
}
