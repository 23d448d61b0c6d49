import { describe, expect, test } from 'vitest';
import { fieldOf, type FieldId } from '../../src/domain/fields.js';
import { judgeText, type Known } from '../../src/domain/judgeText.js';

const SOMEBODYS = ['BBA', '12345.BBA', 'INKOOP', 'FIN', 's-Hertogenbosch', '100001', 'A, B'];

function told(field: FieldId, text: string, kind?: Known['kind']): string[] {
  const known = { participant: '12345', kind, isSomebodys: (_field: string, code: string) => SOMEBODYS.includes(code) };
  return judgeText(fieldOf(field), text, known).map(({ code, level }) => `${code} ${level}`);
}

describe('a code', () => {
  test.each([
    "'12345.BBA",
    "'BBA",
    '"BBA"',
    '="12345.BBA"',
    '="BBA"',
    '“BBA”',
    '‘BBA’',
    '´BBA',
    '`BBA',
    "'NIEUW",
    'BBA’',
  ])('%s has marks around it', (text) => expect(told('user', text)).toEqual(['VALUE_HIDDEN error']));
  test.each(['12345.BBA;Bakker', 'A,B', 'A|B', 'A"B', '<BBA>', '12345.«BBA', '12345.---', '12345.', '12345.12345.'])(
    '%s is none',
    (text) => expect(told('user', text)).toEqual(['VALUE_INVALID error']),
  );
  test.each([
    '12345',
    '12345.0',
    '12345,00',
    '12345,1',
    '7.0',
    '42.0',
    '1.23E+06',
    '1,23E+06',
    '12345.1E+02',
    '1.2345E4',
    '-12345',
    '12.345.010',
  ])('%s is a number that a program made of one', (text) => expect(told('user', text)).toEqual(['USER_NUMERIC error']));
  test.each([
    'NULL',
    '\\N',
    'None',
    'nan',
    'undefined',
    '<NA>',
    '(null)',
    '-----',
    '?',
    '[object Object]',
    'null null',
  ])('%s is nothing, unless somebody typed it', (text) => {
    expect(told('user', text)).toEqual(['VALUE_EMPTY_WORD error']);
    expect(told('newUser', text)).toEqual(['VALUE_EMPTY_WORD error']);
  });
  test('a word that was typed is a code', () => expect(told('user', 'None', 'typed')).toEqual([]));
  test.each([
    ["'INKOOP", ['VALUE_HIDDEN error']],
    ["'s-Gravenhage", []],
    ["'s-Hertogenbosch", ['VALUE_HIDDEN error']],
    ['"Nieuw"', ['VALUE_INVALID error']],
    ["'Nieuw'", ['VALUE_HIDDEN error']],
    ['´Nieuw´', ['VALUE_HIDDEN error']],
    ['Team 5\ufe0f', ['VALUE_HIDDEN error']],
    ['Team 5\ufe0f\u20e3', []],
    ['A, B', []],
    ['A, C', ['VALUE_INVALID error']],
    ['R&amp;D', ['TEXT_ESCAPED error']],
    ['10.0', ['USER_NUMERIC error']],
    ['1,00E+05', ['USER_NUMERIC error']],
  ])('group %s: %j', (text, messages) => expect(told('group', text)).toEqual(messages));
  test.each(['100001.0', '100001,00', '1E+05'])('person %s is a number', (text) =>
    expect(told('person', text)).toEqual(['USER_NUMERIC error']),
  );
});

describe('cells of a workbook', () => {
  test.each([
    ['user', 'number', '777', []],
    ['user', 'number', '12345', ['USER_NUMERIC error']],
    ['user', 'number', '1234510', ['USER_NUMERIC error']],
    ['group', 'number', '-7', ['USER_NUMERIC error']],
    ['person', 'number', '00042', []],
    ['newUser', 'decimal', '12345.1', ['USER_NUMERIC error']],
    ['group', 'formatted', '7', ['USER_NUMERIC error']],
    ['user', 'date', '2026-04-03', ['VALUE_INVALID error']],
    ['group', 'boolean', 'true', ['VALUE_INVALID error']],
    ['description', 'date', '2026-04-03', []],
    ['description', 'decimal', '1.5', []],
    ['description', 'decimal', '123456789012', []],
    ['description', 'decimal', '12345678901234600', ['VALUE_INVALID error']],
    ['description', 'decimal', '1.2E+300', ['VALUE_INVALID error']],
    ['description', 'formatted', '7', ['VALUE_INVALID error']],
    ['description', 'boolean', 'true', ['VALUE_INVALID error']],
    ['description', 'error', '#N/A', ['VALUE_INVALID error']],
    ['groupDescription', 'date', '2026-04-03', ['VALUE_INVALID error']],
    ['upn', 'boolean', 'false', ['VALUE_INVALID error']],
    ['upn', 'date', '2026-04-03', ['VALUE_INVALID error']],
    ['profit', 'boolean', 'true', []],
    ['profit', 'number', '1', []],
    ['profit', 'formatted', '1', ['VALUE_INVALID error']],
    ['siteLanguage', 'number', '1043', []],
    ['siteLanguage', 'date', '1043', ['VALUE_INVALID error']],
  ] as const)('%s, %s %s: %j', (field, kind, text, messages) => expect(told(field, text, kind)).toEqual(messages));
});

describe('addresses', () => {
  test.each([
    'chloe',
    'a@b@voorbeeld.nl',
    'sem hendriks@voorbeeld.nl',
    '<bram@voorbeeld.nl>',
    'rde@voorbeeld.nl.',
    'a@voorbee',
  ])('UPN %s is warned of', (text) => expect(told('upn', text)).toEqual(['UPN_SHAPE warning']));
  test.each([
    'noor.o’neill@voorbeeld.nl',
    'a–b@voorbeeld.nl',
    'a․b@voorbeeld.nl',
    'mаrieke@voorbeeld.nl',
    'ﬁn@voorbeeld.nl',
  ])('e-mail %s is none', (text) => expect(told('email', text)).toEqual(['EMAIL_INVALID error']));
  test.each(['o‐neill@voorbeeld.nl', 'bea@voorʼbeeld.nl', 'bea@vооrbeeld.nl', 'bea．@voorbeeld.nl'])(
    'nor is %s',
    (text) => expect(told('email', text)).toEqual(['EMAIL_INVALID error']),
  );
});

describe('escapes', () => {
  test.each([
    ['Noor O&#39;Neill', "Noor O'Neill"],
    ['Noor O&#x27;Neill', "Noor O'Neill"],
    ['Zo&euml; Koster', 'Zoë Koster'],
    ['Zo%C3%AB', 'Zoë'],
    ["Noor O\\'Neill", "Noor O'Neill"],
    ['Bea \\"Bee\\" Bakker', 'Bea "Bee" Bakker'],
    ['Zo\\u00eb Koster', 'Zoë Koster'],
    ['Zo\\xeb', 'Zoë'],
    ['Bea\\nBakker', 'Bea Bakker'],
    ['Bea \\\\ Bakker', 'Bea \\ Bakker'],
    ["'Noor ''s-Gravenhage'", "Noor 's-Gravenhage"],
    ['“Zoë "Zo" Koster“', 'Zoë "Zo" Koster'],
    ['`Bea Bakker`', 'Bea Bakker'],
  ])('%s stands for %s', (text, meant) => {
    const known = { participant: '12345', kind: undefined, isSomebodys: () => false };
    expect(judgeText(fieldOf('description'), text, known)).toMatchObject([
      { code: 'TEXT_ESCAPED', level: 'warning', params: { value: text, meant } },
    ]);
    expect(told('description', text, 'typed')).toEqual([]);
  });
  test.each(['SCHOOL\\noor', 'C:\\temp\\nieuw', '\\\\server\\share', 'R&D;', 'AT&T', '100%', '10%50', 'A&B;C'])(
    '%s is what it says',
    (text) => expect(told('description', text)).toEqual([]),
  );
  test('in a UPN it is an error', () => expect(told('upn', 'zoe%40voorbeeld.nl')).toEqual(['TEXT_ESCAPED error']));
});

test('what a user holds already is not looked at for signs of damage', () => {
  const known = { participant: '12345', kind: undefined, isHeld: true, isSomebodys: () => false };
  expect(judgeText(fieldOf('description'), 'None', known)).toEqual([]);
  expect(judgeText(fieldOf('description'), 'ZoÃ«', known)).toMatchObject([{ code: 'TEXT_DAMAGED' }]);
});

describe('what a message of a value is filled with', () => {
  test.each<[FieldId, string, Known['kind'] | undefined, string, object]>([
    ['description', '#N/A', 'error', 'VALUE_INVALID', { value: '#N/A', cell: 'error' }],
    ['description', '12345678901234600', 'decimal', 'VALUE_INVALID', { value: '12345678901234600', cell: 'decimal' }],
    ['user', '12345.1', 'decimal', 'USER_NUMERIC', { value: '12345.1', cell: 'decimal' }],
    ['user', '12345', 'number', 'USER_NUMERIC', { value: '12345', cell: 'number' }],
    ['user', '12345.0', undefined, 'USER_NUMERIC', { value: '12345.0', cell: 'text' }],
    ['description', 'a\ufffdb', undefined, 'TEXT_DAMAGED', { value: 'a\ufffdb', character: 'U+FFFD' }],
    ['description', 'Zo\u00c3\u00ab', undefined, 'TEXT_DAMAGED', { value: 'Zo\u00c3\u00ab', meant: 'Zo\u00eb' }],
    ['upn', 'a\u200bb@x.nl', undefined, 'VALUE_HIDDEN', { value: 'a\u200bb@x.nl', character: 'U+200B' }],
    ['user', '="BBA"', undefined, 'VALUE_HIDDEN', { value: '="BBA"', inner: 'BBA' }],
    ['user', "'NIEUW", undefined, 'VALUE_HIDDEN', { value: "'NIEUW", inner: 'NIEUW' }],
    ['user', 'NULL', undefined, 'VALUE_EMPTY_WORD', { value: 'NULL' }],
    ['user', 'A,B', undefined, 'VALUE_INVALID', { value: 'A,B', code: 'foreign' }],
    ['user', '12345.---', undefined, 'VALUE_INVALID', { value: '12345.---', code: 'empty' }],
    ['description', 'null', undefined, 'VALUE_EMPTY_WORD', { value: 'null' }],
    ['groupDescription', 'null', undefined, 'VALUE_EMPTY_WORD', { value: 'null' }],
    ['email', 'null', undefined, 'VALUE_EMPTY_WORD', { value: 'null' }],
    ['upn', 'null', undefined, 'VALUE_EMPTY_WORD', { value: 'null' }],
    ['person', 'x'.repeat(16), undefined, 'VALUE_TOO_LONG', { max: 15, length: 16 }],
    ['profit', 'eh', undefined, 'VALUE_INVALID', { value: 'eh' }],
    ['siteLanguage', '2068', undefined, 'VALUE_INVALID', { value: '2068' }],
    ['email', 'a@b', undefined, 'EMAIL_INVALID', { value: 'a@b' }],
    ['upn', 'chloe', undefined, 'UPN_SHAPE', { value: 'chloe' }],
  ])('%s %j (%s): %s', (field, text, kind, code, params) => {
    const known = { participant: '12345', kind, isSomebodys: (_kind: string, of: string) => SOMEBODYS.includes(of) };
    expect(judgeText(fieldOf(field), text, known)).toMatchObject([{ code, field, params }]);
    expect(judgeText(fieldOf(field), text, known)[0]!.params).toEqual(params);
  });

  test.each(['description', 'email', 'upn', 'groupDescription'] as const)(
    'what was typed in %s is what was meant',
    (field) => {
      expect(told(field, 'a&amp;b@x.nl', 'typed')).toEqual(
        field === 'email' ? ['EMAIL_INVALID error'] : field === 'upn' ? ['UPN_SHAPE warning'] : [],
      );
      expect(told('description', 'Zo\u00c3\u00ab', 'typed')).toEqual([]);
    },
  );
});
