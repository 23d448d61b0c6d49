/** The typed words become a command with its flags; whatever does not fit is refused in one sentence. */
import { UserError } from '../../application/userError.js';
import { ParsedArgs, type ParsedFlags } from './parsedArgs.js';
import type { Argument, Command, RunnableCommand } from '../command.js';
import type { Flag } from './flagTypes.js';
import { isOf, type FlagWord } from './flagWord.js';
import { readSwitch, readWords, type ReadWords } from './flagWords.js';
import { GLOBAL_FLAGS, HELP, VERSION } from './flags.js';
import { nearest } from './nearest.js';

export type Parsed =
  | { readonly kind: 'run'; readonly command: RunnableCommand; readonly args: ParsedArgs }
  | { readonly kind: 'version' }
  /** `command` is absent for the help of the whole program. */
  | { readonly kind: 'help'; readonly command?: Command };

/** Throws `UserError` of kind wrongUse. */
export function parse(words: readonly string[], commands: readonly Command[]): Parsed {
  const read = readWords(words, [...GLOBAL_FLAGS, ...commands.flatMap(({ flags }) => flags)]);
  const { words: typed } = read;
  const asksHelp = typed[0] === HELP.name || isAsked(HELP, read);
  const named = typed[0] === HELP.name ? typed.slice(1) : typed;
  const command = commandOf(named, commands);
  const rest = named.slice(wordsOf(command).length);
  if (command.words === '' && rest[0] !== undefined) throw unknownCommand(rest[0], '', commands);
  if (isAsked(VERSION, read)) return { kind: 'version' };
  if (asksHelp) return command.words === '' ? { kind: 'help' } : { kind: 'help', command };
  const { run } = command;
  if (!run) throw missingWord(command, rest[0], commands);
  const args = new ParsedArgs(command.words, rest, readFlags(command, read));
  requireArguments(command, args);
  return { kind: 'run', command: { ...command, run }, args };
}

/** Everything that a command has to have, and no argument that it has no use for. */
function requireArguments(command: Command, args: ParsedArgs): void {
  const typed = args.words;
  const known = argumentsOf(command);
  const tooMany = known.at(-1)?.many ? undefined : typed[known.length];
  if (tooMany !== undefined)
    throw command.takesSecret
      ? new UserError('wrongUse', 'usage.passwordTyped', { command: command.words })
      : new UserError('wrongUse', 'usage.tooMany', { command: command.words, name: withoutValue(tooMany) });
  const absent = known.filter(({ required }, at) => required && (typed[at] ?? '') === '');
  args.requireAll(
    command.needs?.(args) ?? [],
    absent.map(({ name }) => name.toUpperCase()),
  );
}

/** What stands behind an equals sign may be a password. */
function withoutValue(word: string): string {
  return word.replace(/=[^]+$/u, '=...');
}

export function argumentsOf({ argument, more = [] }: Command): readonly Argument[] {
  return argument ? [argument, ...more] : more;
}

function isAsked({ name }: Flag, { values }: ReadWords): boolean {
  return values.get(name)?.some((value) => readSwitch(value) === true) === true;
}

/** The command that most of the first words name. */
function commandOf(words: readonly string[], commands: readonly Command[]): Command {
  const named = commands.filter((command) => wordsOf(command).every((word, at) => words[at] === word));
  const command = named.sort((one, other) => wordsOf(other).length - wordsOf(one).length)[0];
  if (!command) throw unknownCommand(words[0] ?? '', '', commands);
  return command;
}

function wordsOf({ words }: Command): readonly string[] {
  return words === '' ? [] : words.split(' ');
}

function readFlags(command: Command, { flags, values }: ReadWords): ParsedFlags {
  const known = [...command.flags, ...GLOBAL_FLAGS];
  const read: Record<string, string | boolean | readonly string[]> = {};
  for (const given of flags) {
    const flag = known.find((one) => isOf(one, given));
    if (!flag || (flag.kind === 'switch' && given.short && given.value !== undefined))
      throw unknownFlag(given, command, known);
    const times = flags.filter((one) => isOf(flag, one)).length;
    read[flag.name] ??= readFlag(flag, values.get(flag.name) ?? [], times);
  }
  return read;
}

/** `times`: how often the flag stands there, with a value or without. */
function readFlag(
  { name, kind, choices = [], several }: Flag,
  values: readonly string[],
  times: number,
): string | boolean | readonly string[] {
  const flag = `--${name}`;
  const [value] = values;
  if (value === undefined || values.length < times || (kind !== 'switch' && values.includes('')))
    throw new UserError('wrongUse', 'usage.flagWithoutValue', { flag });
  if (kind === 'switch') {
    const odd = values.find((one) => readSwitch(one) === undefined);
    if (odd !== undefined) throw new UserError('wrongUse', 'usage.switchValue', { flag, value: odd });
  }
  if (kind === 'switch' ? new Set(values).size > 1 : kind === 'text' && values.length > 1)
    throw new UserError('wrongUse', 'usage.flagTwice', { flag });
  if (kind === 'switch') return value === 'true';
  const chosen = choices.length === 0 ? values : values.map((one) => chosenOf(one, choices, several === true, flag));
  return kind === 'text' ? (chosen[0] ?? '') : chosen;
}

/** A choice, or several with commas between them, as they are written here. */
function chosenOf(typed: string, choices: readonly string[], several: boolean, flag: string): string {
  const parts = several ? typed.split(',').map((part) => part.trim()) : [typed];
  const known = parts.map((part) => choices.find((choice) => choice.toLowerCase() === part.toLowerCase()));
  const strange = parts.find((_part, at) => known[at] === undefined);
  if (strange !== undefined)
    throw new UserError('wrongUse', 'usage.choice', { flag, value: strange, known: choices.join(', ') });
  return known.join(',');
}

function unknownFlag({ name, short, typed }: FlagWord, { words }: Command, known: readonly Flag[]): UserError {
  const shown = short ? typed : `--${name}`;
  const command = words === '' ? '' : ` ${words}`;
  const near = short
    ? known.find(({ alias }) => alias === name.toLowerCase())?.name
    : nearest(
        name,
        known.map((flag) => flag.name),
      );
  if (near === undefined) return new UserError('wrongUse', 'usage.unknownFlag', { name: shown, command });
  return new UserError('wrongUse', 'usage.unknownFlagNear', { name: shown, command, near: `--${near}` });
}

function missingWord(command: Command, word: string | undefined, commands: readonly Command[]): UserError {
  const known = commands.filter(({ words }) => words.startsWith(`${command.words} `)).map(({ words }) => words);
  if (word !== undefined) return unknownCommand(word, `${command.words} `, commands);
  const names = known.map((words) => words.slice(command.words.length + 1)).join(', ');
  return new UserError('wrongUse', 'usage.subcommand', { name: command.words, known: names });
}

function unknownCommand(word: string, prefix: string, commands: readonly Command[]): UserError {
  const known = commands.filter(({ words, hidden }) => words.startsWith(prefix) && !hidden).map(({ words }) => words);
  const near = nearest(`${prefix}${word}`, known);
  if (near === undefined) return new UserError('wrongUse', 'usage.unknownCommand', { name: `${prefix}${word}` });
  return new UserError('wrongUse', 'usage.unknownCommandNear', { name: `${prefix}${word}`, near });
}
