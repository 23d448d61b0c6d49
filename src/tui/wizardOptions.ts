/** What the wizard is given by the composition root, and what it answers when it is left. */
import type { MappingOverrides } from '../application/ports/importFiles.js';
import type { UseCases } from '../application/useCases.js';
import type { ImportType } from '../domain/fields.js';
import type { GuardSettings } from '../domain/guards.js';
import type { ImportSettings } from '../domain/settings.js';
import type { Language } from '../language/text.js';
import type { Choices } from './shell/choices.js';

/** What the wizard works with; the first screen is there before it. */
export interface WizardServices {
  readonly useCases: UseCases;
  /** Lists folders, for completing and browsing paths. */
  readonly folders: FolderListing;
  /** Saved import definitions. */
  readonly definitions: WizardDefinitions;
  /** Writes files of a run. */
  readonly outputs: WizardOutputs;
}

export interface WizardOptions {
  /** Opens the database and what works on it, once the first screen is shown; an error ends the wizard. */
  readonly services: () => Promise<WizardServices>;
  readonly language: Language;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly terminal: TerminalFacts;
  /** What is known already is not asked again. */
  readonly start?: Partial<Choices>;
  /** Moment of the day in milliseconds, for what is measured; never a person's clock. */
  readonly now?: () => number;
  /** Aborted when the program has to end (SIGTERM, SIGHUP): the terminal is restored, and the database stays as it was. */
  readonly signal?: AbortSignal;
  /**
   * Calls `leave` just before the program stops for a while (SIGTSTP) and `comeBack` whenever it goes on, also after a
   * stop that was not told (SIGSTOP); answers how to end that.
   */
  readonly watchStops?: (leave: () => void, comeBack: () => void) => () => void;
}

/** What the program knows of the terminal, from its environment. */
export interface TerminalFacts {
  /** False for NO_COLOR and `--no-color`. */
  readonly colour: boolean;
  /** False where the locale is not UTF-8: borders and symbols are then plain ASCII. */
  readonly unicode: boolean;
  /** A text flow instead of a screen (INK_SCREEN_READER=true). */
  readonly screenReader?: boolean;
}

export interface FolderEntry {
  readonly name: string;
  readonly folder: boolean;
  /** Bytes; 0 for a folder. */
  readonly size: number;
}

export interface FolderListing {
  /** The entries of a folder, in no particular order; throws when it cannot be read. `''` is the working folder. */
  list(folder: string): Promise<readonly FolderEntry[]>;
}

/** What a saved import definition holds, as far as the wizard shows and fills it in. */
export interface WizardDefinition {
  readonly name: string;
  readonly type: ImportType;
  readonly overrides: MappingOverrides;
  readonly defaults?: ImportSettings['defaults'];
  readonly emptyRules?: ImportSettings['emptyRules'];
  readonly guards?: GuardSettings;
}

export interface WizardDefinitions {
  list(): Promise<readonly WizardDefinition[]>;
  save(definition: WizardDefinition): Promise<void>;
}

/** Files that can be made of a run. Each answers the path that was written, made absolute. */
export interface WizardOutputs {
  /** Rejected rows in the layout of the source, with the reason. */
  rejected(run: number, path: string): Promise<string>;
  /** These rows as they are now, mended, in the layout of the source; passwords are left out. */
  mended(run: number, path: string, rows: readonly number[]): Promise<string>;
  /** Every row with its outcome; XLSX or CSV by the name. */
  report(run: number, path: string): Promise<string>;
  /** Tokens that have to be handed out again. */
  tokens(run: number, path: string): Promise<string>;
}

/** How the wizard ended. */
export interface WizardEnd {
  /** What stays on the normal screen. */
  readonly lines: readonly string[];
  /** As the command line has it (docs/cli.md, *Flags*). */
  readonly exitStatus: number;
}
