/** The language when nobody chose one (`--lang`). */
import { expect, it } from 'vitest';
import { languageOfLocale } from '../../src/language/locale.js';

it.each([
  [{ LANG: 'nl_NL.UTF-8' }, 'nl'],
  [{ LANG: 'nl' }, 'nl'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'nl_BE' }, 'nl'],
  [{ LANG: 'nl_NL.UTF-8', LC_MESSAGES: 'C' }, 'en'],
  [{ LANG: 'nl_NL.UTF-8', LC_ALL: '' }, 'nl'],
  [{ LANG: 'nld' }, 'en'],
  [{}, 'en'],
])('%j speaks %s', (environment, language) => {
  expect(languageOfLocale(environment)).toBe(language);
});
