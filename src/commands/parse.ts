/** The typed words become a command with its flags; whatever does not fit is refused in one sentence. */
import { closest, distance } from 'fastest-levenshtein';
import yargs, { type Argv } from 'yargs';
import { Stop } from '../application/errors.js';
import { Args, type ParsedFlags } from './args.js';
import type { Command } from './command.js';
import type { Flag } from './flag.js';
import { GLOBAL_FLAGS, HELP, VERSION } from './flags.js';

export type Parsed =
  | { readonly kind: 'run'; readonly command: Command; readonly args: Args }
  | { readonly kind: 'version' }
  /** `command` is absent for the help of the whole program. */
  | { readonly kind: 'help'; readonly command?: Command };

interface Typed {
  readonly words: string;
  readonly flags: ParsedFlags;
}

/** A flag that is given without a value gets this one, which no person can type. */
const NO_VALUE = '\0';

/** Throws `Stop` of kind wrongUse. */
export function parse(words: readonly string[], commands: readonly Command[]): Parsed {
  const { words: typed, flags } = readWords(words, commands);
  const command = commands.find((one) => one.words === typed);
  const rest = (Array.isArray(flags['_']) ? flags['_'] : [])
    .map(String)
    .slice(typed === '' ? 0 : typed.split(' ').length);
  const asksHelp = flags[HELP.name] === true;
  if (!command || (typed === '' && rest.length > 0)) throw unknownCommand(rest[0] ?? '', '', commands);
  if (flags[VERSION.name] === true) return { kind: 'version' };
  if (asksHelp) return typed === '' ? { kind: 'help' } : { kind: 'help', command };
  if (!command.run) throw missingWord(command, rest[0], commands);
  const [argument, ...more] = command.argument ? rest : [undefined, ...rest];
  const tooMany = more[0];
  if (tooMany !== undefined) throw new Stop('wrongUse', 'usage.tooMany', { command: typed, name: tooMany });
  checkFlags(command, flags);
  if (command.argument?.required && (argument === undefined || argument === '')) {
    throw new Stop('wrongUse', 'usage.missing', { command: typed, name: command.argument.name.toUpperCase() });
  }
  return { kind: 'run', command, args: new Args(typed, argument, flags) };
}

function readWords(words: readonly string[], commands: readonly Command[]): Typed {
  let typed = '';
  const parser = yargs([])
    .help(false)
    .version(false)
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message, error) => {
      throw error ?? new Error(message);
    })
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'short-option-groups': false,
      'strip-aliased': true,
    });
  addFlags(parser, GLOBAL_FLAGS);
  addCommands(parser, '', commands, (name) => (typed = name));
  const flags: ParsedFlags = { ...(parser.parse(valuesMarked(words, commands)) as ParsedFlags) };
  return { words: typed, flags };
}

function addCommands(
  parser: Argv,
  parent: string,
  commands: readonly Command[],
  chosen: (words: string) => void,
): void {
  const prefix = parent === '' ? '' : `${parent} `;
  const own = commands.filter(
    ({ words }) => words.startsWith(prefix) && words !== parent && !words.slice(prefix.length).includes(' '),
  );
  for (const command of own) {
    parser.command(
      command.words.slice(prefix.length),
      false,
      (inner) => {
        addFlags(inner, command.flags);
        addCommands(inner, command.words, commands, chosen);
      },
      () => chosen(command.words),
    );
  }
}

function addFlags(parser: Argv, flags: readonly Flag[]): void {
  for (const { name, kind, alias } of flags) {
    const as =
      kind === 'switch'
        ? ({ boolean: true } as const)
        : kind === 'list'
          ? ({ array: true, string: true, nargs: 1 } as const)
          : ({ string: true } as const);
    parser.option(name, { ...as, ...(alias && { alias }) });
  }
}

/** `--flag` at the end, or before another flag, would otherwise read as an empty text. */
function valuesMarked(words: readonly string[], commands: readonly Command[]): string[] {
  const valued = new Set(
    [...GLOBAL_FLAGS, ...commands.flatMap(({ flags }) => flags)]
      .filter(({ kind }) => kind !== 'switch')
      .flatMap(({ name, alias }) => [`--${name}`, ...(alias ? [`-${alias}`] : [])]),
  );
  const end = words.indexOf('--');
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    const lacks =
      valued.has(word) && (end < 0 || at < end) && (next === undefined || /^--?[a-z]/u.test(next) || next === '--');
    return lacks ? [`${word}=${NO_VALUE}`] : [word];
  });
}

function checkFlags(command: Command, flags: ParsedFlags): void {
  const known = [...command.flags, ...GLOBAL_FLAGS];
  for (const [name, value] of Object.entries(flags)) {
    if (name === '_' || name === '$0') continue;
    const flag = known.find((one) => one.name === name || one.alias === name);
    if (!flag) throw unknownFlag(name, command, known);
    const shown = `--${flag.name}`;
    const values: unknown[] = Array.isArray(value) ? value : [value];
    if (values.includes(NO_VALUE)) throw new Stop('wrongUse', 'usage.flagWithoutValue', { flag: shown });
    if (flag.kind === 'text' && values.length > 1) throw new Stop('wrongUse', 'usage.flagTwice', { flag: shown });
    const { choices = [] } = flag;
    const odd = choices.length === 0 ? undefined : values.map(String).find((one) => !choices.includes(one));
    if (odd !== undefined)
      throw new Stop('wrongUse', 'usage.choice', { flag: shown, value: odd, known: choices.join(', ') });
  }
}

function unknownFlag(name: string, command: Command, known: readonly Flag[]): Stop {
  const typed = `${name.length === 1 ? '-' : '--'}${name}`;
  const near = nearest(
    name,
    known.map((flag) => flag.name),
  );
  if (near === undefined) return new Stop('wrongUse', 'usage.unknownFlag', { name: typed, command: command.words });
  return new Stop('wrongUse', 'usage.unknownFlagNear', { name: typed, command: command.words, near: `--${near}` });
}

function missingWord(command: Command, word: string | undefined, commands: readonly Command[]): Stop {
  const known = commands.filter(({ words }) => words.startsWith(`${command.words} `)).map(({ words }) => words);
  if (word !== undefined) return unknownCommand(word, `${command.words} `, commands);
  const names = known.map((words) => words.slice(command.words.length + 1)).join(', ');
  return new Stop('wrongUse', 'usage.subcommand', { name: command.words, known: names });
}

function unknownCommand(word: string, prefix: string, commands: readonly Command[]): Stop {
  const known = commands.filter(({ words, hidden }) => words.startsWith(prefix) && !hidden).map(({ words }) => words);
  const near = nearest(`${prefix}${word}`, known);
  if (near === undefined) return new Stop('wrongUse', 'usage.unknownCommand', { name: `${prefix}${word}` });
  return new Stop('wrongUse', 'usage.unknownCommandNear', { name: `${prefix}${word}`, near });
}

/** The name that was probably meant; undefined when none comes near. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  if (typed === '' || known.length === 0) return undefined;
  const near = closest(typed, [...known]);
  return distance(typed, near) <= Math.max(2, Math.floor(typed.length / 3)) ? near : undefined;
}
