/**
 * The one reading of flags: by the parser, and by whoever has to know a flag before anything is parsed. yargs'
 * parser tells flags, their values and the other words apart; what it would guess is said to it beforehand.
 */
import { Parser } from 'yargs/helpers';
import type { Flag } from './flagTypes.js';
import { flagOf, isOf, type FlagWord } from './flagWord.js';

export interface ReadWords {
  /** What is no flag and no value of one. */
  readonly words: readonly string[];
  /** In the order in which they were typed; unknown ones too. */
  readonly flags: readonly FlagWord[];
  /** By name of a known flag, in order; none for one that stands without a value. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

const CONFIGURATION = {
  'boolean-negation': false,
  'camel-case-expansion': false,
  'dot-notation': false,
  'parse-numbers': false,
  'parse-positional-numbers': false,
  'populate--': true,
  'short-option-groups': false,
  'strip-aliased': true,
};

/** Every flag has one value for yargs; a switch has the value `true` when it stands alone. */
export function readWords(all: readonly string[], known: readonly Flag[]): ReadWords {
  const end = all.indexOf('--');
  const early = joined(end < 0 ? all : all.slice(0, end), known);
  const names = [...new Set(known.map(({ name }) => name))];
  const argv = Parser([...early.map((word) => explicit(word, known)), ...(end < 0 ? [] : all.slice(end))], {
    string: names,
    narg: Object.fromEntries(names.map((name) => [name, 1])),
    alias: Object.fromEntries(known.flatMap(({ name, alias }) => (alias === undefined ? [] : [[name, [alias]]]))),
    configuration: CONFIGURATION,
  });
  // A number with a dash is a value, or else no flag of anybody.
  const numbers = Object.keys(argv).filter((name) => /^\.?\d/u.test(name));
  return {
    words: [...argv._.map(String), ...listOf(argv['--'])],
    flags: [
      ...early.flatMap((word) => flagOf(word) ?? []),
      ...numbers.map((name) => ({ typed: `-${name}`, name, short: true })),
    ],
    values: new Map(names.map((name) => [name, listOf(argv[name])])),
  };
}

/** A value that begins with a dash stands in one word with a flag that takes such values. */
function joined(words: readonly string[], known: readonly Flag[]): readonly string[] {
  return words.reduce<readonly string[]>((read, word) => {
    const before = flagOf(read.at(-1) ?? '');
    const takes = before?.value === undefined && known.some((flag) => flag.dash && before && isOf(flag, before));
    return takes && /^-[^-]/u.test(word) ? [...read.slice(0, -1), `${before?.typed}=${word}`] : [...read, word];
  }, []);
}

/** What a switch says; undefined for what is neither yes nor no. */
export function readSwitch(value: string): boolean | undefined {
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

/**
 * The word as yargs cannot misread it: a value in the same word behind `=`, and with every flag that takes none,
 * so that neither a switch nor a misspelled flag takes the word that follows.
 */
function explicit(word: string, known: readonly Flag[]): string {
  const flag = flagOf(word);
  if (!flag) return word;
  const takesNext = known.some((one) => one.kind !== 'switch' && isOf(one, flag));
  if (flag.value === undefined && takesNext) return word;
  return `${flag.short ? '-' : '--'}${flag.name}=${flag.value ?? 'true'}`;
}

/** yargs gives one value as it is, and more in a list. */
function listOf(value: unknown): readonly string[] {
  return value === undefined ? [] : [value].flat().map(String);
}
