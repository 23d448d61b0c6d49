/** What the program's surroundings say: pure readings, so that main.ts alone asks the system. */
import { languageOfLocale, isLanguage } from '../language/locale.js';
import type { Language } from '../language/text.js';
import { readSwitch, readWords } from './flagWords.js';
import { GLOBAL_FLAGS } from './flags.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The last value of a flag of every command, before the rest is parsed: what decides the language and the database. */
export function earlyValue(words: readonly string[], flag: string): string | undefined {
  return readWords(words, GLOBAL_FLAGS).values.get(flag)?.at(-1);
}

export function earlySwitch(words: readonly string[], flag: string): boolean {
  return readSwitch(earlyValue(words, flag) ?? 'false') === true;
}

export function languageOf(words: readonly string[], environment: Environment): Language {
  const asked = earlyValue(words, 'lang');
  return isLanguage(asked) ? asked : languageOfLocale(environment);
}

/** The client's address over SSH, else empty. */
export function originOf(environment: Environment): string {
  return (environment['SSH_CONNECTION'] ?? environment['SSH_CLIENT'] ?? '').split(' ')[0] ?? '';
}

export function wantsColour(words: readonly string[], environment: Environment): boolean {
  return !earlySwitch(words, 'no-color') && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
}

export function speaksUnicode(environment: Environment): boolean {
  const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || '';
  return /utf-?8/iu.test(locale);
}
