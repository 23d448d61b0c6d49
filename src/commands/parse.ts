/** The typed words become a command with its flags; whatever does not fit is refused in one sentence. */
import { closest, distance } from 'fastest-levenshtein';
import { Stop } from '../application/errors.js';
import { Args, type ParsedFlags } from './args.js';
import type { Command } from './command.js';
import type { Flag } from './flag.js';
import { beforeDashes, flagOf, isValue, readSwitch, type FlagWord } from './flagWords.js';
import { GLOBAL_FLAGS, HELP, VERSION } from './flags.js';

export type Parsed =
  | { readonly kind: 'run'; readonly command: Command; readonly args: Args }
  | { readonly kind: 'version' }
  /** `command` is absent for the help of the whole program. */
  | { readonly kind: 'help'; readonly command?: Command };

/** A flag as it was typed; `value` is the one beside it, or in its own word. */
interface Given extends FlagWord {
  readonly typed: string;
}

interface Typed {
  readonly words: readonly string[];
  readonly flags: readonly Given[];
}

/** Throws `Stop` of kind wrongUse. */
export function parse(words: readonly string[], commands: readonly Command[]): Parsed {
  const { words: typed, flags } = readWords(words, commands);
  const asksHelp = typed[0] === HELP.name || flags.some((given) => isOf(HELP, given) && readSwitch(given.value));
  const named = asksHelp && typed[0] === HELP.name ? typed.slice(1) : typed;
  if (typed.length === 1 && typed[0] === VERSION.name) return { kind: 'version' };
  const command = commandOf(named, commands);
  const rest = named.slice(wordsOf(command).length);
  if (command.words === '' && rest[0] !== undefined) throw unknownCommand(rest[0], '', commands);
  if (flags.some((given) => isOf(VERSION, given) && readSwitch(given.value))) return { kind: 'version' };
  if (asksHelp) return command.words === '' ? { kind: 'help' } : { kind: 'help', command };
  if (!command.run) throw missingWord(command, rest[0], commands);
  const read = readFlags(command, flags);
  const [argument, ...more] = command.argument ? rest : [undefined, ...rest];
  const tooMany = more[0];
  if (tooMany !== undefined) throw new Stop('wrongUse', 'usage.tooMany', { command: command.words, name: tooMany });
  if (command.argument?.required && (argument === undefined || argument === '')) {
    const name = command.argument.name.toUpperCase();
    throw new Stop('wrongUse', 'usage.missing', { command: command.words, name });
  }
  return { kind: 'run', command, args: new Args(command.words, argument, read) };
}

/** Tells flags and their values from the other words. */
function readWords(all: readonly string[], commands: readonly Command[]): Typed {
  const known = [...GLOBAL_FLAGS, ...commands.flatMap((command) => command.flags)];
  const early = beforeDashes(all);
  const words: string[] = [];
  const flags: Given[] = [];
  for (let at = 0; at < early.length; at++) {
    const word = early[at] ?? '';
    const flag = flagOf(word);
    if (!flag) {
      words.push(word);
      continue;
    }
    const next = early[at + 1];
    const takesNext = flag.value === undefined && known.some((one) => one.kind !== 'switch' && isOf(one, flag));
    if (takesNext && isValue(next)) {
      flags.push({ ...flag, typed: word, value: next });
      at += 1;
    } else flags.push({ ...flag, typed: word });
  }
  return { words: [...words, ...all.slice(early.length + 1)], flags };
}

function isOf({ name, alias }: Flag, given: FlagWord): boolean {
  return given.name === (given.short ? alias : name);
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

function readFlags(command: Command, flags: readonly Given[]): ParsedFlags {
  const known = [...command.flags, ...GLOBAL_FLAGS];
  const read: Record<string, string | boolean | readonly string[]> = {};
  for (const given of flags) {
    const flag = known.find((one) => isOf(one, given));
    if (!flag || (flag.kind === 'switch' && given.short && given.value !== undefined))
      throw unknownFlag(given, command, known);
    read[flag.name] = readFlag(flag, given, read[flag.name]);
  }
  return read;
}

function readFlag({ name, kind, choices = [] }: Flag, given: Given, before: unknown): string | boolean | string[] {
  const { value } = given;
  const flag = `--${name}`;
  if (kind === 'switch') {
    const said = readSwitch(value);
    if (said === undefined) throw new Stop('wrongUse', 'usage.switchValue', { flag, value: value ?? '' });
    if (before !== undefined && before !== said) throw new Stop('wrongUse', 'usage.flagTwice', { flag });
    return said;
  }
  if (value === undefined || value === '') throw new Stop('wrongUse', 'usage.flagWithoutValue', { flag });
  if (kind === 'text' && before !== undefined) throw new Stop('wrongUse', 'usage.flagTwice', { flag });
  if (choices.length > 0 && !choices.includes(value))
    throw new Stop('wrongUse', 'usage.choice', { flag, value, known: choices.join(', ') });
  return kind === 'text' ? value : [...((before as readonly string[] | undefined) ?? []), value];
}

function unknownFlag({ name, short, typed }: Given, { words }: Command, known: readonly Flag[]): Stop {
  const shown = short ? typed : `--${name}`;
  const command = words === '' ? '' : ` ${words}`;
  const near = short
    ? known.find(({ alias }) => alias === name.toLowerCase())?.name
    : nearest(
        name,
        known.map((flag) => flag.name),
      );
  if (near === undefined) return new Stop('wrongUse', 'usage.unknownFlag', { name: shown, command });
  return new Stop('wrongUse', 'usage.unknownFlagNear', { name: shown, command, near: `--${near}` });
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
