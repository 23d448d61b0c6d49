/** What a cell of a workbook is, by its type and what it holds. */
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/domain/sourceRow.js';
import { fileOf, readWhole } from './reading.js';
import { bookOfCells } from './zip.js';

const STRINGS = ['Gebruiker', 'Zoë Koster'];

/** The cells of a row that holds, behind a user, the cells given as XML. */
async function cellsRead(...cells: readonly string[]): Promise<readonly Cell[]> {
  const book = bookOfCells(['<c t="str"><v>12345.A</v></c>', ...cells], {
    strings: STRINGS,
    formats: ['dd-mm-yyyy', '"K"@', ';;;', '_(@_)'],
  });
  const { rows } = await readWhole(fileOf(book, 'b.xlsx'));
  return rows[0]!.cells.slice(1);
}

describe('a cell that is not what its type says is an error, never empty and never another value', () => {
  const damaged: Readonly<Record<string, readonly string[]>> = {
    s: ['-1', '2', '9999', '1.5', 'abc', '', ' ', '0x1', '1e0', '+1', 'NaN', '99999999999999999999'],
    b: ['2', 'WAAR', 'TRUE', 'ja', '', ' ', '-1', '1.0', '01'],
    n: ['', ' ', 'abc', 'NaN', '1E400', 'INF', '0x10', '1,5', '1_000', '0b1', '--1', '1 2'],
    e: ['', ' '],
    d: ['', 'gisteren', '46418', '2026-13-01', '2026-02-30', '01-02-2026', '2026-02-01T25:00:00'],
    z: ['7', 'abc'],
    inlineStr: ['Bea'],
  };
  const cases = Object.entries(damaged).flatMap(([type, values]) => values.map((value) => [type, value] as const));

  test.each(cases)('%s "%s"', async (type, value) => {
    const [cell] = await cellsRead(`<c t="${type}"><v>${value}</v></c>`);
    expect(cell).toEqual({ kind: 'error', text: `#?${value.trim()}` });
  });

  test('without a type it is a number', async () => {
    expect(await cellsRead('<c><v/></c>', '<c><v>abc</v></c>', '<c><is><t>Bea</t></is></c>')).toEqual([
      { kind: 'error', text: '#?' },
      { kind: 'error', text: '#?abc' },
      { kind: 'error', text: '#?Bea' },
    ]);
  });
});

test.each(['s', 'b', 'e', 'n', 'd', 'str', 'inlineStr'])('a cell of type %s without a value is empty', async (type) => {
  expect(await cellsRead(`<c t="${type}"/>`, '<c t="str"><v>x</v></c>')).toEqual(['', 'x']);
});

test.each<[string, Cell]>([
  ['<c t="s"><v>1</v></c>', 'Zoë Koster'],
  ['<c t="s"><v>\n 0 \n</v></c>', 'Gebruiker'],
  ['<c t="str"><v> a_x001B_ </v></c>', ' a\u001b '],
  ['<c t="str"><v/></c>', ''],
  ['<c t="inlineStr"><is><r><t>Bea </t></r><rPh><t>x</t></rPh><r><t>Bos</t></r></is></c>', 'Bea Bos'],
  ['<c t="str"><v>Bea _xD83D_</v></c>', 'Bea \ud83d'],
  ['<c t="str"><v>Bea _xD83D__xDE00_</v></c>', 'Bea 😀'],
  ['<c t="str"><v>a_x0000_b</v></c>', 'a\0b'],
  ['<c t="b"><v>0</v></c>', { kind: 'boolean', text: 'false' }],
  ['<c t="b"><v>true</v></c>', { kind: 'boolean', text: 'true' }],
  ['<c t="b"><f>1=2</f><v>0</v></c>', { kind: 'boolean', text: 'false' }],
  ['<c t="e"><v>#NV</v></c>', { kind: 'error', text: '#NV' }],
  ['<c t="d"><v>2026-02-01T00:00:00</v></c>', { kind: 'date', text: '2026-02-01' }],
  ['<c t="d"><v>2026-02-01</v></c>', { kind: 'date', text: '2026-02-01' }],
  ['<c t="d"><v>2026-02-01T18:30:00Z</v></c>', { kind: 'date', text: '2026-02-01 18:30:00' }],
  ['<c t="d"><v>18:30:00</v></c>', { kind: 'date', text: '18:30:00' }],
  ['<c s="1"><v>46418</v></c>', { kind: 'date', text: '2027-01-31' }],
  ['<c s="1"><f>TODAY()</f><v>46418.75</v></c>', { kind: 'date', text: '2027-01-31 18:00:00' }],
  // A spreadsheet shows ##### for a date before its first day.
  ['<c s="1"><v>-5</v></c>', { kind: 'formatted', text: '-5' }],
  ['<c><v>1.23451E9</v></c>', { kind: 'number', text: '1234510000' }],
  ['<c><v>1.2345678901234568E17</v></c>', { kind: 'decimal', text: '123456789012346000' }],
  ['<c><v>1.2E300</v></c>', { kind: 'decimal', text: '1.2E+300' }],
  ['<c><v>-0</v></c>', { kind: 'number', text: '0' }],
  ['<c><v>0.1000000000000000055</v></c>', { kind: 'decimal', text: '0.1' }],
  ['<c><f>1*3</f><v>3.0000000000000004</v></c>', { kind: 'decimal', text: '3' }],
  // The text section of a format: what is seen is more than the text, nothing, or the text.
  ['<c t="str" s="2"><v>007</v></c>', { kind: 'formatted', text: '007' }],
  ['<c t="s" s="3"><v>1</v></c>', { kind: 'formatted', text: 'Zoë Koster' }],
  ['<c t="inlineStr" s="4"><is><t>Bea</t></is></c>', 'Bea'],
])('%s', async (xml, cell) => {
  expect(await cellsRead(xml, '<c t="str"><v>x</v></c>')).toEqual([cell, 'x']);
});

test('a formula without a result is an error that shows the formula', async () => {
  expect(
    await cellsRead('<c><f>A1</f></c>', '<c t="n"><f>A1</f><v></v></c>', '<c t="str"><f>"a"&amp;"b"</f></c>'),
  ).toEqual([
    { kind: 'error', text: '=A1' },
    { kind: 'error', text: '=A1' },
    { kind: 'error', text: '="a"&"b"' },
  ]);
});

test('a filled cell behind the header tells that the row may be shifted', async () => {
  const sheet = (last: string): Buffer =>
    bookOfCells([
      '<c t="str"><v>12345.A</v></c>',
      `<c t="str"><v>Bea</v></c></row><row r="3"><c t="str"><v>12345.B</v></c><c/>${last}`,
    ]);
  const shapes = async (last: string): Promise<unknown> =>
    (await readWhole(fileOf(sheet(last), 'b.xlsx'))).rows.map(({ shape }) => shape);
  expect(await shapes('<c><v>7</v></c>')).toEqual([undefined, { expected: 2, found: 3 }]);
  expect(await shapes('<c t="s"/><c s="0"/>')).toEqual([undefined, undefined]);
});
