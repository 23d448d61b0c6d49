/** What the program's surroundings say: pure readings, so that main.ts alone asks the system. */
import { languageOfLocale, isLanguage } from '../language/locale.js';
import type { Language } from '../language/text.js';
import { beforeDashes, flagOf, isValue, readSwitch, type FlagWord } from './flagWords.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a flag, before the command line is parsed: what decides the language and the database. */
export function earlyValue(words: readonly string[], flag: string): string | undefined {
  const { found, next } = lastOf(words, flag);
  return found && (found.value ?? (isValue(next) ? next : undefined));
}

export function earlySwitch(words: readonly string[], flag: string): boolean {
  const { found } = lastOf(words, flag);
  return found !== undefined && readSwitch(found.value) === true;
}

function lastOf(words: readonly string[], flag: string): { readonly found?: FlagWord; readonly next?: string } {
  const early = beforeDashes(words);
  const read = early.map(flagOf);
  const at = read.findLastIndex((one) => one?.short === false && one.name === flag);
  const [found, next] = [read[at], early[at + 1]];
  return { ...(found && { found }), ...(next !== undefined && { next }) };
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
