/** What the program's surroundings say: pure readings, so that main.ts alone asks the system. */
import { languageOfLocale, isLanguage } from '../language/locale.js';
import type { Language } from '../language/text.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a flag, before the command line is parsed: what decides the language and the database. */
export function earlyValue(words: readonly string[], flag: string): string | undefined {
  const end = words.indexOf('--');
  const early = end < 0 ? words : words.slice(0, end);
  const joined = early.findLast((word) => word.startsWith(`--${flag}=`));
  if (joined !== undefined) return joined.slice(flag.length + 3);
  const at = early.lastIndexOf(`--${flag}`);
  return at < 0 ? undefined : early[at + 1];
}

export function earlySwitch(words: readonly string[], flag: string): boolean {
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).includes(`--${flag}`);
}

export function languageOf(words: readonly string[], environment: Environment): Language {
  const asked = earlyValue(words, 'lang');
  return isLanguage(asked) ? asked : languageOfLocale(environment);
}

/** Whether a database is a file: no server, and not in memory. */
export function isFileName(database: string): boolean {
  return database !== ':memory:' && !/^postgres(?:ql)?:\/\//iu.test(database);
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
