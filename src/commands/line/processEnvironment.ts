/** What the program's surroundings say: pure readings, so that main.ts alone asks the system. */
import { languageOfLocale, isLanguage } from '../../language/locale.js';
import type { Language } from '../../language/text.js';
import type { Environment, GlobalSettings } from './globalSettings.js';

export function languageOf(settings: GlobalSettings, environment: Environment): Language {
  const asked = settings.text('lang');
  return isLanguage(asked) ? asked : languageOfLocale(environment);
}

/** The client's address over SSH, else empty. */
export function originOf(environment: Environment): string {
  return (environment['SSH_CONNECTION'] ?? environment['SSH_CLIENT'] ?? '').split(' ')[0] ?? '';
}

export function wantsColour(settings: GlobalSettings, environment: Environment): boolean {
  return !settings.isOn('no-color') && environment['TERM'] !== 'dumb';
}

export function speaksUnicode(environment: Environment): boolean {
  const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || '';
  return /utf-?8/iu.test(locale);
}
