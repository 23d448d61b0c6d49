/** A word that is a flag, by itself: read alike by the parser and by completion, which cannot wait for yargs. */
import type { Flag } from './flagTypes.js';

/** A flag as it was typed. */
export interface FlagWord {
  readonly typed: string;
  readonly name: string;
  /** One dash: `-o`. */
  readonly short: boolean;
  /** What stands in the same word: `--output=FILE`, `-oFILE`. */
  readonly value?: string;
}

/** Whether a word stands for this flag. */
export function isOf({ name, alias }: Pick<Flag, 'name' | 'alias'>, given: FlagWord): boolean {
  return given.name === (given.short ? alias : name);
}

/** A word as a flag; undefined for one that is none, such as `-`, `-5` and `a.csv`. */
export function flagOf(word: string): FlagWord | undefined {
  const [, long, rest] = /^--([^=]+)([^]*)$/u.exec(word) ?? [];
  const [, short, more] = /^-(?!\.?\d)([^-])([^]*)$/u.exec(word) ?? [];
  const name = long ?? short;
  const value = (rest ?? more)?.replace(/^=/u, '');
  if (name === undefined) return undefined;
  return {
    typed: word,
    name,
    short: long === undefined,
    ...((rest ?? more) !== '' && value !== undefined && { value }),
  };
}
