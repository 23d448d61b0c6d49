/** The language of a locale, as the environment of a POSIX program tells it. */
import { LANGUAGES, type Language } from './text.js';

/** Dutch in a Dutch locale (the first of LC_ALL, LC_MESSAGES and LANG that is set), else English. */
export function languageOfLocale(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^nl([_.@-]|$)/iu.test(locale) ? 'nl' : 'en';
}

export function isLanguage(text: string | undefined): text is Language {
  return (LANGUAGES as readonly (string | undefined)[]).includes(text);
}
