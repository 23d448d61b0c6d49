import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, fieldOf, SITE_LANGUAGES } from '../../src/domain/fields.js';
import { fitsKind, isEmailAddress, isTooLong, readYesNo } from '../../src/domain/readValue.js';

describe('yes and no', () => {
  test.each(['J', 'Ja', 'Y', 'Yes', 'true', 'waar', '1', 'X', 'ja', 'WAAR', 'x'])('%s is yes', (text) =>
    expect(readYesNo(text)).toBe(true),
  );
  test.each(['N', 'Nee', 'No', 'false', 'onwaar', '0', 'NEE'])('%s is no', (text) =>
    expect(readYesNo(text)).toBe(false),
  );
  test.each(['', 'misschien', '2', 'jn', 'on', '-1', 'yess'])('"%s" is neither', (text) =>
    expect(readYesNo(text)).toBeUndefined(),
  );
});

test('a site language is one of five', () => {
  const language = fieldOf('siteLanguage');
  expect(SITE_LANGUAGES.every((text) => fitsKind(language, text))).toBe(true);
  expect(['1033', 'nl', '01043', ''].some((text) => fitsKind(language, text))).toBe(false);
});

describe('e-mail addresses', () => {
  test.each(['a@b.nl', 'o.neill+test@sub.voorbeeld.nl', "o'neill@voorbeeld.nl", 'jörg@bücher.example', 'A_B-C@x-y.nl'])(
    '%s is one',
    (text) => expect(isEmailAddress(text)).toBe(true),
  );
  test.each([
    'a@b',
    '@b.nl',
    'a@',
    'a b@c.nl',
    'a@b..nl',
    '.a@b.nl',
    'a.@b.nl',
    'a..b@c.nl',
    'a@-b.nl',
    'a@b-.nl',
    'a@b.nl, c@d.nl',
    'Bea <bea@b.nl>',
    'mailto:a@b.nl',
    'a@b@c.nl',
    "'a@b.nl",
    '`a@b.nl',
    `${'a'.repeat(250)}@b.nl`,
  ])('%s is none', (text) => expect(isEmailAddress(text)).toBe(false));
});

test('lengths are judged in code points, one over is too long', () => {
  for (const field of FIELDS) {
    const { maxLength } = field;
    if (maxLength === undefined) continue;
    fc.assert(
      fc.property(fc.constantFrom('a', 'é', '𝒳', '한'), (letter) => {
        expect(isTooLong(field, letter.repeat(maxLength))).toBe(false);
        expect(isTooLong(field, letter.repeat(maxLength + 1))).toBe(true);
      }),
    );
  }
});
