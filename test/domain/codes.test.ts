/** What is a code, what is a number that a program made of one, and which kinds of cells can be which values. */
import { describe, expect, test } from 'vitest';
import { readingOf, type CellKind } from '../../src/domain/cellKinds.js';
import { codeFault, isCodeKind, isDoubtfulNumber, isNumberText, unwrapped } from '../../src/domain/codeText.js';
import type { CodeKind, FieldKind } from '../../src/domain/fields.js';
import { isEmailAddress } from '../../src/domain/readValue.js';

describe('a number that a program made of a code', () => {
  test.each([
    '12345.0',
    '12345,00',
    '7,5',
    '+7.0',
    '-12345',
    '+1',
    '−7',
    '1.23E+06',
    '1,5e-10',
    '1e+5',
    '1.2E4',
    '-1,2e10',
    '12.345.010',
  ])('%s', (text) => expect(isNumberText(text, '12345')).toBe(true));
  test.each([
    '12345',
    '7.5',
    'a7.0',
    '7.0a',
    '7,5x',
    'x-7',
    '-7x',
    '1E5',
    '1.2E4x',
    'x1e+5',
    '1e+5x',
    '12.34.010',
    '12.345.0100',
    '',
    '−',
    '99.345.010',
    '12345.12.345',
  ])('not %j', (text) => expect(isNumberText(text, '12345')).toBe(false));
  test('a code of a participant of one digit is none', () => {
    expect(isNumberText('1.2E4', '1')).toBe(false);
    expect(isNumberText('2.2E4', '1')).toBe(true);
    expect(isNumberText('1.2E+4', '1')).toBe(true);
    expect(isNumberText('12.345.010', '')).toBe(false);
    expect(isNumberText('123.450.100', '123')).toBe(false);
  });
  test.each([
    ['777', '12345', false],
    ['12345', '12345', true],
    ['1234510', '12345', true],
    ['777', '', false],
    ['1'.repeat(15), '9', false],
    ['1'.repeat(16), '9', true],
    ['-7', '9', true],
    ['7x', '9', true],
    ['x7', '9', true],
  ])('digits %s of %s may have been another code: %j', (text, participant, doubtful) =>
    expect(isDoubtfulNumber(text, participant)).toBe(doubtful),
  );
});

test.each([
  ["'BBA", 'BBA'],
  ['="BBA"', 'BBA'],
  ['=BBA', 'BBA'],
  ['BBA’', 'BBA'],
  [' “BBA” ', undefined],
  ['“ BBA ”', 'BBA'],
  ['BBA', undefined],
  ["O'N", undefined],
  ['BBA=', undefined],
  ["''", ''],
])('%j without what is around it is %j', (text, inner) => expect(unwrapped(text)).toBe(inner));

describe('a code', () => {
  test.each<[CodeKind, string, string | undefined]>([
    ['userCode', 'BBA', undefined],
    ['userCode', '12345.BBA', undefined],
    ['userCode', 'null', 'word'],
    ['userCode', '---', 'word'],
    ['userCode', '12345', 'numeric'],
    ['personCode', '12345', undefined],
    ['groupCode', '12345', undefined],
    ['userCode', "'12345.BBA", 'wrapped'],
    ['groupCode', "'s-Gravenhage", undefined],
    ['groupCode', "'Nieuw'", 'wrapped'],
    ['userCode', '"Nieuw"', 'foreign'],
    ['userCode', 'A;B', 'foreign'],
    ['userCode', 'A\tB', 'foreign'],
    ['userCode', 'A<B', 'foreign'],
    ['userCode', '12345.', 'empty'],
    ['userCode', '12345.12345.', 'empty'],
    ['userCode', '12345.12345', 'empty'],
    ['userCode', 'é', undefined],
    ['userCode', '12345.é.', undefined],
    ['groupCode', '12345.', undefined],
  ])('%s %j: %s', (kind, text, fault) => expect(codeFault(kind, text, '12345')).toBe(fault));

  test('is of a user, a person or a group', () => {
    const kinds: FieldKind[] = ['userCode', 'personCode', 'groupCode', 'text', 'name', 'email', 'upn', 'secret'];
    expect(kinds.filter(isCodeKind)).toEqual(['userCode', 'personCode', 'groupCode']);
  });
});

test('which cells can be which values is one table', () => {
  const cells: CellKind[] = ['number', 'decimal', 'formatted', 'date', 'boolean', 'error', 'typed', 'secret'];
  const fields: FieldKind[] = [
    ...(['userCode', 'personCode', 'groupCode', 'text', 'name', 'email', 'upn', 'mutationCode'] as const),
    ...(['yesNo', 'siteLanguage', 'secret'] as const),
  ];
  const code = 'digits numeric numeric refused refused refused text text';
  const number = 'text refused refused refused refused refused text text';
  expect(
    Object.fromEntries(fields.map((field) => [field, cells.map((cell) => readingOf(field, cell)).join(' ')])),
  ).toEqual({
    userCode: code,
    personCode: code,
    groupCode: code,
    text: 'text text refused text refused refused text text',
    name: 'text text refused refused refused refused text text',
    email: number,
    upn: number,
    mutationCode: number,
    yesNo: 'text refused refused refused text refused text text',
    siteLanguage: number,
    secret: 'refused refused refused refused refused refused text text',
  });
  expect(readingOf('secret', undefined)).toBe('text');
});

describe('an e-mail address', () => {
  test.each([
    ...['a@x.nl', "o'neill+x_y-z@a-b.co.uk", 'é@voorbeeld.nl', 'a!#$%&*/=?^`{|}~b@x.nl', '1@2.nl'],
    `${'a'.repeat(64)}@x.nl`,
    `a@${'b'.repeat(63)}.nl`,
  ])('%s', (text) => expect(isEmailAddress(text)).toBe(true));
  test.each([
    ...['', '@x.nl', 'a@', 'a@x', 'a@x.', 'a@.nl', 'a@-x.nl', 'a@x-.nl', '.a@x.nl', 'a.@x.nl', 'a..b@x.nl', "'a@x.nl"],
    ...['`a@x.nl', 'a b@x.nl', 'a@b@x.nl', 'ﬁ@x.nl', 'а@x.nl'.replace('а', 'aа'), 'a@xа.nl', 'a(b@x.nl', 'a@x_y.nl'],
    `a@${'b'.repeat(64)}.nl`,
    `a@${`${'b'.repeat(60)}.`.repeat(5)}nl`,
  ])('not %j', (text) => expect(isEmailAddress(text)).toBe(false));
});
