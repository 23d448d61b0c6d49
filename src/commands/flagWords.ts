/**
 * The one reading of flags: by the parser, and by whoever has to know a flag before anything is parsed. A word
 * that begins like a flag is never the value of the one before it.
 */

export interface FlagWord {
  readonly name: string;
  /** One dash: `-o`. */
  readonly short: boolean;
  /** What stands in the same word: `--output=FILE`, `-oFILE`. */
  readonly value?: string;
}

/** A word as a flag; undefined for one that is none, such as `-` and `a.csv`. */
export function flagOf(word: string): FlagWord | undefined {
  const long = /^--([^=]+)(=?)([^]*)$/u.exec(word);
  if (long) return flag(long[1], false, long[2] === '' ? undefined : long[3]);
  const short = /^-([^-])([^]*)$/u.exec(word);
  return short ? flag(short[1], true, short[2] === '' ? undefined : short[2]?.replace(/^=/u, '')) : undefined;
}

function flag(name = '', short: boolean, value: string | undefined): FlagWord {
  return { name, short, ...(value !== undefined && { value }) };
}

/** Whether a word can be the value of the flag before it. */
export function isValue(word: string | undefined): word is string {
  return word !== undefined && word !== '--' && !/^--?\p{L}/u.test(word);
}

/** What a switch says; undefined for what is neither yes nor no. */
export function readSwitch(value: string | undefined): boolean | undefined {
  if (value === undefined || value === 'true') return true;
  return value === 'false' ? false : undefined;
}

/** The words before `--`; behind it nothing is a flag. */
export function beforeDashes(words: readonly string[]): readonly string[] {
  const end = words.indexOf('--');
  return end < 0 ? words : words.slice(0, end);
}
