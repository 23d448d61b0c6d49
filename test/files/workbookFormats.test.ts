/** What a number is under a format, told by what a person sees: worked out here without looking at codes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../src/domain/sourceRow.js';
import { cellValue } from '../../src/files/readers/xlsx/cellValue.js';
import { formatOf } from '../../src/files/readers/xlsx/numberFormat.js';

const whole = (number: number): string => BigInt(Math.round(Math.abs(number))).toString();
const sign = (number: number): string => (number < 0 ? '-' : '');
const padded = (length: number) => (number: number) => sign(number) + whole(number).padStart(length, '0');
const fixed = (places: number) => (number: number) => number.toFixed(places);
const general = (number: number): string =>
  Math.abs(number) < 1e11 ? String(number) : number.toExponential(5).replace('e', 'E');
const otherwise = (): string => 'x';
const grouped = (number: number): string => sign(number) + whole(number).replaceAll(/\B(?=(?:\d{3})+$)/gu, '.');

/** Formats by their code or built-in number, with what is seen of a number. */
const SEEN: readonly (readonly [string | number, (number: number) => string])[] = [
  ...['General', 'GENERAL', '@', '_(@_)', '[Red]General', 'General;-General', 0, 49].map(
    (code) => [code, general] as const,
  ),
  ...['0', '#0', '##0', '0_)', '_-0_-', '0;-0;0', '[$-413]0', '[$-nl-NL]0', '0\\ ', '0;-0;0;@', 1].map(
    (code) => [code, padded(1)] as const,
  ),
  ...['000', '[Red]000', '000_)', '* 000', '[Blue]000;[Red]-000', '[Color 12]000;@'].map(
    (code) => [code, padded(3)] as const,
  ),
  ['00000', padded(5)],
  ['000000000000', padded(12)],
  ['#', (number) => (whole(number) === '0' ? '' : padded(1)(number))],
  ['???', (number) => (whole(number) === '0' ? '' : padded(1)(number))],
  ['0;0', whole],
  ['0;;', (number) => (number > 0 ? whole(number) : '')],
  ['000;"K"000', (number) => (number < 0 ? 'K' : '') + padded(3)(Math.abs(number))],
  ['"Ja";"Ja";"Nee"', (number) => (number === 0 ? 'Nee' : 'Ja')],
  ['[<100]0;"veel"', (number) => (number < 100 ? padded(1)(number) : 'veel')],
  ['[=1]"een";0', (number) => (number === 1 ? 'een' : padded(1)(number))],
  ['[>=1000]0;[<0]"min";000', (number) => (number < 0 ? 'min' : padded(number >= 1000 ? 1 : 3)(number))],
  ...['0.00', 2].map((code) => [code, fixed(2)] as const),
  ['0.000', fixed(3)],
  ...['#,##0', 3, '#,##0_);(#,##0)'].map((code) => [code, grouped] as const),
  ['0,000', (number) => grouped(number).padStart(5, '0.000')],
  ...[
    '"12345.K"000',
    '00000\\.000',
    '00-00',
    '0"x"',
    '"0"0',
    '000 00',
    '0\\x',
    '-0',
    '+0',
    '(0)',
    '$0',
    '€ 0',
    '1000',
    '0.',
    '.0',
  ].map((code) => [code, otherwise] as const),
  ...[
    '[$€-413] 0',
    '[$K]000',
    '[DBNum1]0',
    '[$-2060401]0',
    '[Rood]0',
    '[',
    '[0',
    '"0',
    '0_',
    '*00',
    '0*-',
    '0@',
    '"K"@',
  ].map((code) => [code, otherwise] as const),
  ...['0%', '0,', '0,,', ',0', '0.00E+00', '##0E-0', '# ?/?', '0/8', 9, 10, 11, 12, 13, 40, 48].map(
    (code) => [code, otherwise] as const,
  ),
  ...[
    ';;;',
    '',
    '""',
    '_)',
    'Standaard',
    'Standard',
    'Algemeen',
    'Estándar',
    'Geral',
    'Основной',
    'General"x"',
    'Generaal',
    'k0',
    '0 kg',
    '0;0;0;@;0',
    5,
    44,
    163,
    999,
  ].map((code) => [code, otherwise] as const),
];

const GENERALS = new Set(['General', 'GENERAL', '@', '_(@_)', '[Red]General', 'General;-General', 0, 49]);

function cellOf(code: string | number, number: number): Cell {
  const format = typeof code === 'number' ? formatOf(code, new Map()) : formatOf(200, new Map([[200, code]]));
  return cellValue(
    { type: undefined, value: String(number), inline: undefined, formula: undefined },
    { sharedStrings: [], from1904: false, format },
  );
}

function expected(code: string | number, seen: string, number: number): string {
  const digits = seen.trim();
  if (/^\d+$/u.test(digits) && Number(digits) === number) return number < 1e15 ? `number ${digits}` : 'decimal';
  return GENERALS.has(code) && number >= 0 ? 'decimal' : 'formatted';
}

const told = (cell: Cell): string =>
  typeof cell === 'string' || cell.kind === 'secret'
    ? 'text'
    : cell.kind === 'number'
      ? `number ${cell.text}`
      : cell.kind;

const NUMBERS = [
  0, 1, 7, 42, 99, 100, 999, 1000, 12345, 100041, 12345010, 12345678901, 123456789012, 999999999999999, 1e15,
  1.2345678901234568e17, -1, -7, -12345, 0.5, 7.25, 12345.1, -1.5,
];

test.each(SEEN)('format %s', (code, seen) => {
  for (const number of NUMBERS) {
    expect(`${number}: ${told(cellOf(code, number))}`).toBe(`${number}: ${expected(code, seen(number), number)}`);
  }
});

test('any number under any format is what is seen, or is told', () => {
  const number = fc.oneof(
    fc.integer({ min: 0, max: 9999 }),
    fc.maxSafeNat(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((any) => Number(any.toFixed(3))),
  );
  fc.assert(
    fc.property(fc.constantFrom(...SEEN), number, ([code, seen], value) => {
      expect(told(cellOf(code, value))).toBe(expected(code, seen(value), value));
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ...[
    'dd-mm-yyyy',
    '[$-413]d mmmm jjjj;@',
    '[$-F800]dddd\\, mmmm dd\\, yyyy',
    'yyyymmdd',
    'd/m/yy',
    'mmm-yy',
    'TT.MM.JJJJ',
  ],
  ...[
    '[h]:mm',
    '[mm]',
    'mm:ss.0',
    'h:mm AM/PM',
    'hh"u"mm',
    '[Red]dd-mm-yyyy;@',
    'yyyy\\-mm\\-dd\\ hh:mm:ss',
    '[$-411]ge.m.d',
  ],
  ...[14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 36, 45, 46, 47, 50, 58],
])('format %s is one of dates', (code) => {
  expect(told(cellOf(code, 0.5))).toBe('date');
  expect(told(cellOf(code, -1))).toBe('formatted');
});

test.each(['d-m-yy', 'mmm-yy', 'dd-mm-yyyy hh:mm', 14, 22])('format %s shows a day', (code) =>
  expect(told(cellOf(code, 46_418.5))).toBe('date'),
);

test.each(['hh:mm:ss', '[h]:mm', 'mm:ss.0', 'h:mm AM/PM', 18, 21, 45])('format %s shows no day of one', (code) =>
  expect(told(cellOf(code, 46_418.5))).toBe('formatted'),
);
