/** Groups by name, in a row of names: one whose name could be read as two stands in quotes. */
import { fill, type Language, type Text } from './text.js';

const PLAIN = /^[\p{L}\p{M}\p{N}._/-]+$/u;
const AND_MORE: Text = { nl: '{names} en nog {count}', en: '{names} and {count} more' };

/** Names that are told; the others are counted. */
const NAMES_TOLD = 10;

export function groupName(code: string): string {
  return PLAIN.test(code) ? code : `"${code}"`;
}

/** The first of them by name; `total` counts those that are not in the list as well. */
export function groupNames(language: Language, codes: readonly string[], total: number = codes.length): string {
  const told = codes.slice(0, NAMES_TOLD);
  const names = told.map(groupName).join(', ');
  return total > told.length ? fill(AND_MORE[language], { names, count: total - told.length }) : names;
}
