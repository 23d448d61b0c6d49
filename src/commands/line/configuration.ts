/**
 * What holds for every command, wherever it is said (docs/cli.md, *Configuration*). A file of settings is judged name
 * by name; whoever opens somebody's database does what its own settings say, and runs nobody else's program.
 */
import { isAbsolute } from 'node:path';
import type {
  ConfigurationEntry,
  ConfigurationFile,
  ReadConfigurationFile,
} from '../../application/ports/configurationFile.js';
import { UserError, type ErrorParams } from '../../application/userError.js';
import type { TextRef } from '../../language/index.js';
import { nearest } from './nearest.js';
import { faultOfVariables, GlobalSettings, isFitting, SETTINGS, type Environment } from './globalSettings.js';
import { YES } from './flags.js';

export interface Configuration {
  readonly settings: GlobalSettings;
  /** The database that a command works on, as it was named. */
  readonly database: string;
  /** The program that is told what happens, with its arguments, and the file that names it. */
  readonly hook: { readonly command: readonly string[]; readonly path: string } | undefined;
  /** Where files of settings are looked for, the first to be believed first. */
  readonly files: readonly LookedFor[];
  /** Why a file beside the database does not count. */
  readonly passedOver: TextRef | undefined;
  /** What a variable or a file says and cannot be: no command is run with it. */
  readonly fault: UserError | undefined;
}

export interface LookedFor {
  readonly path: string;
  readonly state: ConfigurationFile['kind'];
}

export interface ConfigurationPlaces {
  /** The user's own file. */
  readonly own: string;
  /** The database where none is named. */
  readonly database: string;
  /** The file beside a database; undefined for one that is in no folder. */
  readonly beside: (database: string) => string | undefined;
  readonly read: ReadConfigurationFile;
}

const HOOK = 'hook';
/** What a file beside a database never says: it may be somebody else's. */
const NEVER_BESIDE: readonly string[] = [HOOK, 'db', YES.name];

export async function readConfiguration(
  words: readonly string[],
  environment: Environment,
  places: ConfigurationPlaces,
): Promise<Configuration> {
  const reading = new Reading(new GlobalSettings(words, environment), places);
  const fault = faultOfVariables(environment) ?? (await reading.faultOfFiles());
  const { settings, hook, files, passedOver } = reading;
  return { settings, database: reading.database, hook, files, passedOver, fault };
}

class Reading {
  hook: Configuration['hook'];
  passedOver: TextRef | undefined;
  readonly files: LookedFor[] = [];

  constructor(
    public settings: GlobalSettings,
    private readonly places: ConfigurationPlaces,
  ) {}

  get database(): string {
    return this.settings.text('db') ?? this.places.database;
  }

  async faultOfFiles(): Promise<UserError | undefined> {
    const { own, beside } = this.places;
    try {
      await this.take(own, true);
      const other = beside(this.database);
      if (other !== undefined && other !== own) await this.take(other, false);
      return undefined;
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
  }

  private async take(path: string, own: boolean): Promise<void> {
    const found = await this.places.read(path);
    this.files.push({ path, state: found.kind });
    // Anybody may have put a file beside the database; the user's own is believed, or nothing is done.
    if (found.kind === 'distrusted' && own) throw UserError.of('wrongUse', found.why);
    if (found.kind === 'distrusted') this.passedOver = found.why;
    if (found.kind !== 'read') return;
    const values = new Map<string, string>();
    for (const entry of found.entries) {
      requireKnown(entry, path, own, this.places.own);
      if (entry.name === HOOK) this.hook = { command: hookOf(entry, path), path };
      else values.set(entry.name, valueOf(entry, path));
    }
    this.settings = this.settings.with({ path, values });
  }
}

function requireKnown({ name, line }: ConfigurationEntry, path: string, own: boolean, ownPath: string): void {
  if (!own && NEVER_BESIDE.includes(name))
    throw new UserError('wrongUse', 'config.neverBeside', { path, line, name, own: ownPath });
  if (name === YES.name) throw new UserError('wrongUse', 'config.onlyTyped', { path, line, name });
  const known = [...SETTINGS.map((flag) => flag.name), HOOK].filter((one) => own || !NEVER_BESIDE.includes(one));
  if (known.includes(name)) return;
  const near = nearest(name, known);
  throw near === undefined
    ? new UserError('wrongUse', 'config.unknown', { path, line, name, known: known.join(', ') })
    : new UserError('wrongUse', 'config.unknownNear', { path, line, name, near });
}

function valueOf({ name, line, value }: ConfigurationEntry, path: string): string {
  const flag = SETTINGS.find((one) => one.name === name);
  // A database is not repeated: it may hold a password.
  if (name === 'db' && (typeof value !== 'string' || !isWholeAddress(value)))
    throw new UserError('wrongUse', 'config.database', { path, line });
  if (flag && typeof value === 'string' && value !== '' && isFitting(flag, value)) return value;
  const params: ErrorParams & { path: string; line: number } = { path, line };
  if (flag?.kind === 'switch') throw new UserError('wrongUse', 'config.switch', { ...params, name });
  const known = flag?.choices?.join(', ') ?? '';
  throw new UserError('wrongUse', known === '' ? 'config.text' : 'config.choice', { ...params, name, known });
}

/** The same database from whatever folder a command is given. */
function isWholeAddress(text: string): boolean {
  return isAbsolute(text) || /^(?:~[/\\]|postgres(?:ql)?:\/\/)/iu.test(text);
}

/** A program by its whole path: one that is looked for may be found in somebody else's folder. */
function hookOf({ line, value }: ConfigurationEntry, path: string): readonly string[] {
  const [program = '', ...more] = typeof value === 'string' ? [] : (value ?? []);
  if (!isAbsolute(program)) throw new UserError('wrongUse', 'config.hook', { path, line });
  return [program, ...more];
}
