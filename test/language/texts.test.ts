/** Every text is there in both languages, and every place in it is filled. */
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../src/domain/fields.js';
import { GUARDS } from '../../src/domain/guards/guard.js';
import { message, MESSAGE_CODES, type Message, type MessageCode } from '../../src/domain/messages.js';
import { OUTCOMES } from '../../src/domain/outcomes.js';
import { fieldLabel, hasText, messageReason, messageText, TEXTS, translate } from '../../src/language/index.js';
import { MESSAGES } from '../../src/language/messages.js';
import { LANGUAGES, placesOf, type Text } from '../../src/language/text.js';
import { wizardTexts } from '../../src/language/wizard.js';

/** Messages with what the domain fills them in with, one at least for every code. */
const TOLD: readonly Message[] = [
  message('USER_MISSING', 'user'),
  message('USER_TOO_LONG', 'newUser', { user: '12345.ABCDEFGHIJKLMNOP', length: 22, max: 20 }),
  message('USER_NUMERIC', 'user', { value: '12345.1', cell: 'decimal' }),
  ...['number', 'formatted', 'text'].map((cell) => message('USER_NUMERIC', 'user', { value: '12345.1', cell })),
  message('USER_AT_SIGN', 'user', { user: '12345.a@b', environments: 'T12345AA' }),
  { ...message('USER_AT_SIGN', 'user', { user: '12345.a@b', environments: 'T12345AA' }), level: 'warning' },
  message('USER_LOOKALIKE', 'user', { user: '12345.BKR', like: '12345.ВKR' }),
  message('USER_LOOKALIKE', 'user', { user: '12345.BKR', like: '' }),
  message('USER_UNKNOWN', 'user', { user: '12345.BKR', environment: 'T12345AA' }),
  message('USER_GONE', 'user', { user: '12345.BKR', environment: 'T12345AA' }),
  message('SYSTEM_USER', 'user', { environments: 'T12345AA' }),
  ...['', 'email'].map((unknown) => {
    const where = { environment: 'T12345AA', environments: 'T12345AA, T12345AB' };
    return message('PROTECTED', 'user', { user: '12345.BKR', ...where, filter: 'group:HRM', unknown });
  }),
  message('CODE_INVALID', 'mutationCode', { value: '8' }),
  message('CODE_DEFAULTED', 'mutationCode'),
  message('NEW_CODE_MISSING', 'newUser'),
  message('NEW_CODE_TAKEN', 'newUser', { user: '12345.BKR' }),
  message('DESCRIPTION_MISSING', 'description'),
  message('PERSON_UNKNOWN', 'person', { value: '100001', environment: 'T12345AA' }),
  message('PERSON_UNKNOWN', 'person', { value: '2026-02-01', environment: 'T12345AA' }),
  message('PERSON_MISSING', 'person'),
  message('GROUP_UNKNOWN', 'group', { value: 'HRM', environment: 'T12345AA' }),
  message('GROUP_UNKNOWN', 'group', { value: 'HRM, FIN', environment: 'T12345AA', list: 1 }),
  message('GROUP_LIST', 'group', { value: 'HRM, FIN' }),
  message('GROUP_IGNORED', 'group'),
  message('FIELD_IGNORED', 'person'),
  message('UPN_TAKEN', 'upn', { upn: 'a@b.nl', holder: '12345.JBO', environment: 'T12345AA' }),
  message('UPN_LEFTOVER', 'upn', { upn: 'a@b.nl', holder: '12345.JBO', environment: 'T12345AX' }),
  message('UPN_DEFERRED', 'upn', { upn: 'a@b.nl' }),
  message('EMAIL_INVALID', 'email', { value: 'a@b' }),
  message('OUTSITE_NEEDS_EMAIL', 'email', { environments: 'T12345AA' }),
  message('PASSWORD_MISSING', 'password'),
  message('PASSWORD_WEAK', 'password'),
  message('VALUE_TOO_LONG', 'description', { max: 80, length: 81 }),
  message('VALUE_INVALID', 'description', { value: '#N/A' }),
  message('VALUE_INVALID', 'profit', { value: 'misschien' }),
  message('VALUE_INVALID', 'password'),
  ...['foreign', 'empty'].map((code) => message('VALUE_INVALID', 'user', { value: '-', code })),
  ...['date', 'boolean', 'formatted', 'error'].map((cell) => message('VALUE_INVALID', 'upn', { value: '1', cell })),
  message('TEXT_DAMAGED', 'description', { value: 'Zo\ufffd', character: 'U+FFFD' }),
  message('TEXT_DAMAGED', 'description', { value: 'ZoÃ«', meant: 'Zoë' }),
  message('TEXT_DAMAGED', 'description', { value: 'Zo?', older: 'Zoë' }),
  message('TEXT_DAMAGED', 'password'),
  message('VALUE_HIDDEN', 'user', { value: 'B\u200bA', character: 'U+200B' }),
  message('VALUE_HIDDEN', 'user', { value: "'BBA'", inner: 'BBA' }),
  message('VALUE_HIDDEN', 'password'),
  message('VALUE_EMPTY_WORD', 'upn', { value: 'NULL' }),
  message('HEADER_REPEATED', null, { header: 1 }),
  message('UPN_SHAPE', 'upn', { value: 'bea' }),
  message('VALUE_UNMAPPED', 'group', { value: 'Fin' }),
  message('COMPOSED_EMPTY', 'upn', { column: 'Nummer' }),
  message('TEXT_ESCAPED', 'description', { value: 'R&amp;D', meant: 'R&D' }),
  { ...message('TEXT_ESCAPED', 'group', { value: 'R&amp;D', meant: 'R&D' }), level: 'error' },
  message('VALUE_INVALID', 'siteLanguage', { value: '1' }),
  message('FIELD_CLEARED', 'email', { environments: 'T12345AA, T12345AB', imported: 1 }),
  message('FIELD_CLEARED', 'email', { environments: 'T12345AA, T12345AB', imported: 0 }),
  message('STAYS_BLOCKED', null, { user: '12345.BKR', environments: 'T12345AA' }),
  message('STAYS_ACTIVE', null, { user: '12345.BKR', environments: 'O12345AB' }),
  message('CHECK', null, { check: 'HRM', then: 'warning' }),
  message('CHECK', null, { check: 'HRM', then: 'guard' }),
  message('CHECK', null, { check: 'HRM', then: 'second-person' }),
  { ...message('CHECK', null, { check: 'HRM', then: 'reject' }), level: 'error' },
  message('ROW_SHAPE', null, { expected: 8, found: 7 }),
  message('ROW_SHAPE', null, { expected: 8, found: 9 }),
  message('USER_EXISTS', 'user', { user: '12345.BKR', environment: 'T12345AA' }),
  message('USER_IN_USE', 'user', { user: '12345.BKR', environment: 'T12345AA', tokens: 1, runs: 2 }),
  {
    ...message('USER_IN_USE', 'user', { user: '12345.BKR', environment: 'T12345AA', tokens: 1, runs: 2 }),
    level: 'warning',
  },
  message('GROUP_EVERYONE', 'group', { group: 'Iedereen' }),
  message('NOT_IN_GROUP', 'group', { user: '12345.BKR', group: 'HRM' }),
  message('NOT_SYSTEM', 'user', { user: '12345.BKR' }),
  message('MERGE_SELF', 'user', { user: '12345.BKR' }),
  message('MERGE_STAYS', 'user', { user: '12345.BKR', environments: 'T12345AB' }),
  message('USER_REMOVED', 'user', { user: '12345.BKR', environments: 'T12345AA' }),
  message('UNDO_CONFLICT', 'email', { environment: 'T12345AA', reason: 'changed', now: 'a@b.nl' }),
  message('UNDO_CONFLICT', null, { environment: 'T12345AA', reason: 'changed', now: 'true' }),
  message('UNDO_CONFLICT', 'user', { environment: 'T12345AA', reason: 'gone' }),
  message('UNDO_CONFLICT', 'person', { environment: 'T12345AA', reason: 'person', now: '100001' }),
  message('UNDO_CONFLICT', 'group', { environment: 'T12345AA', reason: 'group', now: 'HRM' }),
  message('UNDO_INCOMPLETE', 'password', { what: 'password', environments: 'T12345AA', count: 1 }),
  message('UNDO_INCOMPLETE', null, { what: 'tokens', environments: 'T12345AA', count: 2 }),
  message('UNDO_INCOMPLETE', 'upn', { what: 'upn', environments: 'T12345AA', upn: 'a@b.nl', run: 2, count: 1 }),
  message('UNDO_GROUP', 'group', { group: 'PROJECT-X' }),
];

/** What the acts on users one at a time tell as well, in words of their own. */
const TOLD_BY_HAND: readonly Message[] = TOLD.map((told) => ({ ...told, params: { ...told.params, hand: 1 } }));

describe.each(LANGUAGES)('texts in %s', (language) => {
  it('are there for every message, with every place filled', () => {
    expect(new Set(TOLD.map(({ code }) => code))).toEqual(new Set(MESSAGE_CODES));
    for (const told of [...TOLD, ...TOLD_BY_HAND]) {
      expect(messageText(language, told), told.code).toMatch(/^[^{}]{10,}$/u);
      expect(messageReason(language, told), told.code).toMatch(/^[^{}]{10,}\.$/u);
    }
  });

  it('name every field, outcome and guard', () => {
    for (const { id } of FIELDS) expect(fieldLabel(language, id)).not.toBe('');
    for (const name of [...OUTCOMES.map((one) => `outcome.${one}`), ...GUARDS.map((one) => `guard.${one}`)]) {
      expect(hasText(name), name).toBe(true);
    }
  });

  it('choose the word that goes with a number', () => {
    expect(translate(language, 'summary.rows', { rows: 1 })).toMatch(/^1 (rij|row)$/u);
    expect(translate(language, 'summary.rows', { rows: 0 })).toMatch(/^0 (rijen|rows)$/u);
  });
});

it('both languages have the same places', () => {
  const all: [string, Text][] = Object.entries(TEXTS);
  for (const [code, { text, reason, others = [] }] of Object.entries(MESSAGES)) {
    all.push([code, text], [code, reason], ...others.map((other) => [code, other.text] as [string, Text]));
    for (const { wizard } of [MESSAGES[code as MessageCode], ...others]) if (wizard) all.push([code, wizard]);
  }
  // A parameter that comes in both languages is called nl and en, or ends so.
  const common = (text: string): string[] =>
    placesOf(text)
      .map((place) => place.replace(/^(nl|en)$|(Nl|En)$/u, ''))
      .sort();
  for (const [key, { nl, en }] of all) expect(common(nl), key).toEqual(common(en));
});

it('a command is proposed as the program is called', () => {
  const all: [string, Text][] = [...Object.entries(TEXTS), ...Object.entries(wizardTexts)];
  for (const [code, { text, reason }] of Object.entries(MESSAGES)) all.push([code, text], [code, reason]);
  const bare = all.filter(([, { nl, en }]) => /\binstroom [a-z]/u.test(nl + en));
  expect(bare.map(([key]) => key)).toEqual([]);
});

it('a code that is too long is told in plain Dutch', () => {
  const told = message('USER_TOO_LONG', 'user', { user: '12345.ABCDEFGHIJKLMNOP', length: 22, max: 20 });
  expect(messageText('nl', told)).toBe(
    'Gebruiker 12345.ABCDEFGHIJKLMNOP is 22 posities lang; het maximum is 20, inclusief het deelnemersnummer. Kort de code in.',
  );
});

it('a long value is cut where it is quoted', () => {
  const told = message('EMAIL_INVALID', 'email', { value: 'x'.repeat(100_000) });
  expect(messageText('en', told).length).toBeLessThan(200);
});
