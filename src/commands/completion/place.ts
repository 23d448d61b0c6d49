/** Where in a command line the cursor stands: which command it is, and what of it is being typed. */
import { flagOf, isOf, type FlagWord } from '../line/flagWord.js';
import type { CommandTable, OfferedCommand, OfferedFlag } from './commandTable.js';

export interface Place {
  /** What is being typed. */
  readonly asked:
    /** The value of a flag; `before` is what stands in front of it in the same word: `--env=`. */
    | { readonly kind: 'value'; readonly flag: OfferedFlag; readonly before: string; readonly typed: string }
    | { readonly kind: 'flag'; readonly typed: string }
    /** The next word of a command, or an argument. */
    | { readonly kind: 'word'; readonly typed: string };
  /** Words so far that are no flags and no values of one. */
  readonly words: readonly string[];
  /** The command that most of them name, and what stands behind it. */
  readonly command?: OfferedCommand;
  readonly rest: readonly string[];
  /** Values of flags so far, by name; a switch has none. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Behind `--` nothing is a flag. */
  readonly flagsEnded: boolean;
}

/** `words` are those before the one at the cursor; `typed` is what stands there of that one, and can be empty. */
export function placeOf(words: readonly string[], typed: string, table: CommandTable): Place {
  const known = [...table.globalFlags, ...table.commands.flatMap(({ flags }) => flags)];
  const values = new Map<string, readonly string[]>();
  const plain: string[] = [];
  const note = (flag: OfferedFlag, value?: string): void =>
    void values.set(flag.name, [...(values.get(flag.name) ?? []), ...(value === undefined ? [] : [value])]);
  let waiting: OfferedFlag | undefined;
  let flagsEnded = false;
  for (const word of words) {
    if (waiting) {
      note(waiting, word);
      waiting = undefined;
    } else if (word === '--' && !flagsEnded) flagsEnded = true;
    else {
      const given = flagsEnded ? undefined : flagOf(word);
      const flag = given && flagNamed(given, known);
      if (!given) plain.push(word);
      else if (flag && given.value === undefined && flag.kind !== 'switch') waiting = flag;
      else if (flag) note(flag, given.value);
    }
  }
  const named = plain[0] === 'help' ? plain.slice(1) : plain;
  const command = commandOf(named, table);
  const rest = named.slice(command?.words.length ?? 0);
  const asked = waiting ? valueAt(own(waiting, command), '', typed) : askedOf(typed, known, command, flagsEnded);
  return { asked, words: plain, ...(command && { command }), rest, values, flagsEnded };
}

function askedOf(
  typed: string,
  known: readonly OfferedFlag[],
  command: OfferedCommand | undefined,
  flagsEnded: boolean,
): Place['asked'] {
  if (flagsEnded || !typed.startsWith('-')) return { kind: 'word', typed };
  const given = flagOf(typed);
  const flag = given?.value === undefined ? undefined : flagNamed(given, known);
  if (!given || !flag || given.value === undefined) return { kind: 'flag', typed };
  return valueAt(own(flag, command), typed.slice(0, typed.length - given.value.length), given.value);
}

function valueAt(flag: OfferedFlag, before: string, typed: string): Place['asked'] {
  return { kind: 'value', flag, before, typed };
}

function flagNamed(given: FlagWord, known: readonly OfferedFlag[]): OfferedFlag | undefined {
  return known.find((flag) => isOf(flag, given));
}

/** Flags of one name are not the same for every command: `--type`. */
function own(flag: OfferedFlag, command: OfferedCommand | undefined): OfferedFlag {
  return command?.flags.find(({ name }) => name === flag.name) ?? flag;
}

function commandOf(words: readonly string[], { commands }: CommandTable): OfferedCommand | undefined {
  return commands
    .filter((command) => command.words.every((word, at) => words[at] === word))
    .sort((one, other) => other.words.length - one.words.length)[0];
}
