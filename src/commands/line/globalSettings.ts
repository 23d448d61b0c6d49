/**
 * The one answer to what a global flag says, and who says so: the command line, else a variable, else a file of
 * settings. Read before a command is known, by whoever has to know the language, the database or the streams.
 */
import { UserError } from '../../application/userError.js';
import { readSwitch, readWords } from './flagWords.js';
import type { Flag } from './flagTypes.js';
import { GLOBAL_FLAGS, HELP, VERSION, YES } from './flags.js';

export type Environment = Readonly<Record<string, string | undefined>>;

export type SettingSource =
  | { readonly kind: 'flag' }
  | { readonly kind: 'variable'; readonly variable: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'default' };

/** What a file of settings says, by the name of a flag. */
export interface SettingsOfFile {
  readonly path: string;
  readonly values: ReadonlyMap<string, string>;
}

interface Said {
  readonly value: string;
  readonly source: SettingSource;
}

/** Flags that can be set elsewhere too; that there are no questions is said where they would be asked. */
export const SETTINGS: readonly Flag[] = GLOBAL_FLAGS.filter((flag) => ![YES, HELP, VERSION].includes(flag));

export class GlobalSettings {
  private readonly typed: ReadonlyMap<string, readonly string[]>;

  /** The first of `files` that says something is believed. */
  constructor(
    private readonly words: readonly string[],
    private readonly environment: Environment = {},
    private readonly files: readonly SettingsOfFile[] = [],
  ) {
    this.typed = readWords(words, GLOBAL_FLAGS).values;
  }

  /** The same, with what another file says where nobody else does. */
  with(file: SettingsOfFile): GlobalSettings {
    return new GlobalSettings(this.words, this.environment, [...this.files, file]);
  }

  /** As it was written, the last where it was typed more than once; undefined where nobody says it. */
  text(name: string): string | undefined {
    return this.said(name)?.value;
  }

  /** What the command line says, and nobody else. */
  typedText(name: string): string | undefined {
    return this.typed.get(name)?.at(-1);
  }

  isOn(name: string): boolean {
    return readSwitch(this.text(name) ?? 'false') === true;
  }

  sourceOf(name: string): SettingSource {
    return this.said(name)?.source ?? { kind: 'default' };
  }

  private said(name: string): Said | undefined {
    const typed = this.typedText(name);
    if (typed !== undefined) return { value: typed, source: { kind: 'flag' } };
    const set = SETTINGS.find((flag) => flag.name === name);
    if (!set) return undefined;
    const variable = variableOf(set);
    const value = valueOf(set, this.environment);
    if (value !== undefined) return { value, source: { kind: 'variable', variable } };
    // What other programs take as well.
    if (name === 'no-color' && (this.environment['NO_COLOR'] ?? '') !== '')
      return { value: 'true', source: { kind: 'variable', variable: 'NO_COLOR' } };
    const file = this.files.find(({ values }) => values.has(name));
    return file && { value: file.values.get(name) ?? '', source: { kind: 'file', path: file.path } };
  }
}

/** The variable of a flag: `INSTROOM_NO_COLOR`. */
export function variableOf({ name }: Flag): string {
  return `INSTROOM_${name.toUpperCase().replaceAll('-', '_')}`;
}

/** An empty variable is not set, but an empty database is a mistake: what it should have been is another one. */
function valueOf(flag: Flag, environment: Environment): string | undefined {
  const value = environment[variableOf(flag)];
  return value === '' && flag.name !== 'db' ? undefined : value;
}

/** What is wrong with the variables, where something is. */
export function faultOfVariables(environment: Environment): UserError | undefined {
  for (const flag of SETTINGS) {
    const value = valueOf(flag, environment);
    const variable = variableOf(flag);
    if (value === undefined || isFitting(flag, value)) continue;
    return flag.kind === 'switch'
      ? new UserError('wrongUse', 'config.variableSwitch', { variable, value })
      : new UserError('wrongUse', 'usage.choice', { flag: variable, value, known: (flag.choices ?? []).join(', ') });
  }
  return undefined;
}

/** Whether a flag can have a value. */
export function isFitting({ kind, choices }: Flag, value: string): boolean {
  if (kind === 'switch') return readSwitch(value) !== undefined;
  return choices === undefined || choices.includes(value);
}
