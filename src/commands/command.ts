/** What a command is made of, and what it is given. */
import type { Access } from '../application/ports/databaseAccess.js';
import type { ReadDirectory } from '../application/ports/directoryFaults.js';
import type { CopyDatabase } from '../application/ports/databaseCopy.js';
import type { MigratedDatabase, MigrationWatch } from '../application/ports/databaseMigration.js';
import type { ListRequest, ReadList } from '../application/ports/directoryLists.js';
import type { InspectedFile, MappingOverrides } from '../application/ports/importFiles.js';
import type { OutputFiles, OutputTarget } from '../application/ports/outputFiles.js';
import type { UseCases } from '../application/useCases.js';
import type { ImportType } from '../domain/fields.js';
import type { GuardSettings } from '../domain/guards/guardSettings.js';
import type { UsedDefinition } from '../domain/run.js';
import type { ImportSettings } from '../domain/settings.js';
import type { Say, TextKey, TextRef } from '../language/index.js';
import type { Language } from '../language/text.js';
import type { ParsedArgs } from './line/parsedArgs.js';
import type { AskLine } from './line/askLine.js';
import type { Answer } from './answers/answer.js';
import type { Configuration } from './line/configuration.js';
import type { Flag } from './line/flagTypes.js';
import type { ShapeName } from './answers/schemas/index.js';
import type { Line, Tone } from '../presentation/lines.js';
import type { Step } from './answers/progress.js';
import type { Definitions } from '../application/definitions.js';
import type { RunFiles } from '../application/runFiles.js';

export interface Argument {
  readonly name: string;
  readonly required: boolean;
  /** It can stand there more than once; the last one alone. */
  readonly many?: true;
  readonly text: Extract<TextKey, `argument.${string}`>;
}

/** The number of a run. */
export const RUN: Argument = { name: 'run', required: true, text: 'argument.run' };

/** A command that does something itself. */
export type RunnableCommand = Command & Required<Pick<Command, 'run'>>;

export interface Command {
  /** As it is typed: `plan`, `env add`. */
  readonly words: string;
  readonly argument?: Argument;
  /** What stands behind the first one. */
  readonly more?: readonly Argument[];
  /** A word too many may be a password: it is refused without being named. */
  readonly takesSecret?: true;
  readonly flags: readonly Flag[];
  /** Flags that it cannot do without, however it is used. */
  readonly needs?: (args: ParsedArgs) => readonly Flag[];
  /** What its JSON is called by `schema`, or what it can be; none where it is a file, a directory, or for people alone. */
  readonly answers?: (args: ParsedArgs) => ShapeName | readonly ShapeName[] | undefined;
  readonly summary: Extract<TextKey, `command.${string}`>;
  /** Not shown in help. */
  readonly hidden?: boolean;
  /** Absent for a word that only starts other commands, such as `env`. */
  readonly run?: (args: ParsedArgs, context: CommandContext) => Promise<Answer>;
}

/** What is opened when a command needs it. */
export interface Services {
  readonly useCases: UseCases;
  readonly definitions: Definitions;
  readonly runFiles: RunFiles;
}

/** Where the wizard begins, when `import` was given a file on a terminal. */
export interface WizardRequest {
  readonly type?: ImportType;
  readonly environment?: string;
  readonly file?: InspectedFile;
  readonly path?: string;
  readonly overrides?: MappingOverrides;
  readonly definition?: UsedDefinition;
  readonly defaults?: ImportSettings['defaults'];
  readonly emptyRules?: ImportSettings['emptyRules'];
  /** What becomes of absent users, and checks. */
  readonly kept?: Pick<ImportSettings, 'absent' | 'checks'>;
  readonly guards?: GuardSettings;
  /** Those of the guards that flags raise on purpose. */
  readonly raised?: GuardSettings;
  readonly importAgain?: boolean;
  readonly reason?: string;
  readonly expiresAfterDays?: number;
  /** The database is the demo's. */
  readonly demo?: { readonly samples: string };
}

/** What stays of the wizard, or that the demo was asked for. */
export type WizardAnswer = Answer & { readonly wantsDemo?: true };

export interface CommandContext {
  readonly language: Language;
  /** Tells somebody at the terminal something beside the answer: what they are asked about, what was done meanwhile. */
  readonly notice: (...spans: Line) => void;
  /** Tells something that nobody has to act on; `kept` where it is told with `--quiet` as well. */
  readonly remark: (told: TextRef, how?: { readonly tone?: Tone; readonly kept?: boolean }) => void;
  /** Writes an answer before the last one. */
  readonly print: (answer: Answer) => Promise<void>;
  /** Waits until the hook was told of all that happened; where it failed, that is remarked. */
  readonly hookEnded: () => Promise<void>;
  readonly progress: (step: Step) => void;
  /** Somebody sits at a terminal, and may be asked (no `--yes`, no `--json`). */
  readonly interactive: boolean;
  /** Of the terminal that reads the answer; absent where none does. */
  readonly columns?: number;
  /** Asks for one line; for an interactive terminal only. */
  readonly ask: AskLine;
  /** Asks for a line that is not shown, also with `--yes`; absent without a terminal, and with `--json`. */
  readonly askSecret?: AskLine;
  /** Aborted by Ctrl+C and SIGTERM. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly version: string;
  /** Of the newest database, of Node, and of SQLite (null where it cannot be loaded). */
  readonly versions: () => Promise<{
    readonly database: number;
    readonly node: string;
    readonly sqlite: string | null;
  }>;
  /** What holds for every command, and who says so. */
  readonly configuration: Configuration;
  /** The folder of the package, with `data` and `samples`. */
  readonly root: URL;
  readonly say: Say;
  /** Opens the database, once; to change it unless told otherwise. */
  readonly services: (access?: Access) => Promise<Services>;
  /** Brings the database up to date, before it is opened. */
  readonly migrateDatabase: (watch: MigrationWatch) => Promise<MigratedDatabase>;
  /** Chooses another database; the one that is open is closed. */
  readonly useDatabase: (target: string) => Promise<void>;
  /** Writes files that need no database. */
  readonly outputFiles: () => Promise<OutputFiles>;
  /** Opens the wizard; the answer is what stays of it. */
  readonly wizard: (request: WizardRequest) => Promise<WizardAnswer>;
  /** The text of a file, or of standard input for `-`. */
  readonly readText: (path: string) => Promise<string>;
  /** Writes a text, to a file that only its owner can read; answers its path as `OutputFiles` does. */
  readonly writeText: (target: OutputTarget, parts: AsyncIterable<string> | Iterable<string>) => Promise<string>;
  readonly copyDatabase: CopyDatabase;
  /** A directory from JSON text, checked. */
  readonly readDirectory: (name: string, text: string) => Promise<ReadDirectory>;
  /** Persons, groups or users from a table, checked. */
  readonly readDirectoryList: (request: ListRequest) => Promise<ReadList>;
  /** JSON Schemas of what others read and write, by name. */
  readonly schemas: Readonly<Record<string, () => Promise<object>>>;
}
