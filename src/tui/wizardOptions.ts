/** What the wizard is given by the composition root, and what it answers when it is left. */
import type { UseCases } from '../application/useCases.js';
import type { Language } from '../language/text.js';
import type { Demo } from './shell/demo.js';
import type { Choices } from './shell/choices.js';
import type { DefinitionChoices, ListedDefinition, SavedDefinition } from '../application/definitions.js';
import type { RunFiles } from '../application/runFiles.js';
import type { ReadDirectory } from '../application/ports/directoryFaults.js';
import type { ListRequest, ReadList } from '../application/ports/directoryLists.js';
import type { Folders } from '../application/ports/folders.js';

/** What the wizard works with; the first screen is there before it. */
export interface WizardServices {
  readonly useCases: UseCases;
  /** Lists folders, for completing and browsing paths. */
  readonly folders: Folders;
  /** Saved import definitions. */
  readonly definitions: WizardDefinitions;
  /** Reads directories, and lists of one. */
  readonly directoryFiles: DirectoryFiles;
  /** Writes files of a run. */
  readonly runFiles: RunFiles;
}

export interface WizardOptions {
  /** Opens the database and what works on it, once the first screen is shown; an error ends the wizard. */
  readonly services: () => Promise<WizardServices>;
  readonly language: Language;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly terminal: TerminalFacts;
  /** The database is the demo's, which is thrown away. */
  readonly demo?: Demo | undefined;
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

export interface DirectoryFiles {
  /** From JSON. */
  readonly read: (path: string) => Promise<ReadDirectory>;
  /** From a table. */
  readonly readList: (request: ListRequest) => Promise<ReadList>;
}

export interface WizardDefinitions {
  list(): Promise<readonly ListedDefinition[]>;
  /** As `Definitions.save`. */
  save(choices: DefinitionChoices, options: { readonly replace: boolean }): Promise<SavedDefinition>;
  /** The name as it was stored; undefined where there was none. */
  delete(name: string): Promise<string | undefined>;
}

/** How the wizard ended. */
export interface WizardEnd {
  /** What stays on the normal screen. */
  readonly lines: readonly string[];
  /** As the command line has it (docs/cli.md, *Flags*). */
  readonly exitStatus: number;
  /** The demo was asked for, in a database of its own. */
  readonly demo?: true;
}
