/** Workbooks whose parts, elements or cells are not where they belong: read right, or told. */
import { describe, expect, test } from 'vitest';
import { fileOf, readWhole, cellsOf } from './reading.js';
import { bookOfCells, makeWorkbook } from './zip.js';
import type { Part } from './zip.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const X15 = 'http://schemas.microsoft.com/office/spreadsheetml/2010/11/main';
const COMPATIBLE = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

const HEADER = '<row r="1"><c r="A1" t="str"><v>Gebruiker</v></c><c r="B1" t="str"><v>Omschrijving</v></c></row>';
const sheetOf = (rows: string, behind = ''): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${HEADER}${rows}</sheetData>${behind}</worksheet>`;
const USER = '<c r="A2" t="str"><v>12345.A</v></c>';

const read = async (bytes: Buffer, name = 'b.xlsx'): Promise<readonly (readonly unknown[])[]> =>
  cellsOf(await readWhole(fileOf(bytes, name)));

describe('elements count in the namespace of spreadsheets, at their place', () => {
  const ROW = `<row r="2">${USER}<c r="B2" t="str"><v>Bea</v></c></row>`;
  const foreign = `xmlns:y="urn:y"`;

  test.each([
    [
      'a value in an extension of a cell',
      `<row r="2">${USER}<c r="B2" t="str"><v>Bea</v><extLst><ext ${foreign}><y:v>VREEMD</y:v><v>VREEMD</v></ext></extLst></c></row>`,
    ],
    [
      'a value of another namespace',
      `<row r="2">${USER}<c r="B2" t="str" ${foreign}><y:v>VREEMD</y:v><v>Bea</v></c></row>`,
    ],
    [
      'a value of another default namespace',
      `<row r="2">${USER}<c r="B2" t="str"><v>Bea</v><v xmlns="urn:y">VREEMD</v></c></row>`,
    ],
    ['a row of another namespace', `${ROW}<y:row r="3" ${foreign}><c r="A3" t="str"><v>12345.B</v></c></y:row>`],
    [
      'a cell beside its row',
      `<row r="2">${USER}<c r="B2" t="str"><v>Bea</v></c></row><c r="B2" t="str"><v>VREEMD</v></c>`,
    ],
    ['a text outside the value', `<row r="2">${USER}<c r="B2" t="str">VREEMD<v>Bea</v>VREEMD<t>VREEMD</t></c></row>`],
    ['a prefix of its own', `<row r="2">${USER}<z:c xmlns:z="${MAIN}" r="B2" t="str"><z:v>Bea</z:v></z:c></row>`],
  ])('%s', async (_, rows) => {
    expect(await read(makeWorkbook(sheetOf(rows)))).toEqual([['12345.A', 'Bea']]);
  });

  test('rows behind the rows, as those of form controls, are none', async () => {
    const behind = `<controls xmlns:xdr="urn:xdr"><anchor><xdr:row hidden="1">9</xdr:row><row hidden="1" r="9"/></anchor></controls><extLst><ext><col min="1" max="2" hidden="1"/><mergeCell ref="A2:A3"/></ext></extLst>`;
    const { file, rows } = await readWhole(fileOf(makeWorkbook(sheetOf(ROW, behind)), 'b.xlsx'));
    expect(rows).toHaveLength(1);
    expect(file.remarks.map(({ key }) => key)).not.toContain('file.hiddenColumns');
    expect(file.remarks.map(({ key }) => key)).not.toContain('file.mergedCells');
  });

  test('a workbook of the strict kind, with a prefix or without', async () => {
    for (const [at, prefix] of [`xmlns="${STRICT}"`, `xmlns:s="${STRICT}"`].entries()) {
      const p = at === 0 ? '' : 's:';
      const cell = (reference: string, text: string): string =>
        `<${p}c r="${reference}" t="str"><${p}v>${text}</${p}v></${p}c>`;
      const sheet = `<${p}worksheet ${prefix}><${p}sheetData><${p}row r="1">${cell('A1', 'Gebruiker')}</${p}row><${p}row r="2">${cell('A2', '12345.A')}</${p}row></${p}sheetData></${p}worksheet>`;
      expect(await read(makeWorkbook(sheet))).toEqual([['12345.A']]);
    }
  });

  test('days are counted from 1904 as the workbook says, not as an extension does', async () => {
    const styles = {
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`,
    };
    const row = `<row r="2">${USER}<c r="B2" s="0"><v>44956</v></c></row>`;
    const book = (own: string, extension: string): Part => ({
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${own}<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets><extLst><ext xmlns:x15="${X15}">${extension}</ext></extLst></workbook>`,
    });
    const dateOf = async (own: string, extension: string): Promise<unknown> =>
      (await read(makeWorkbook(sheetOf(row), [styles, book(own, extension)])))[0]![1];
    const reported = '<x15:workbookPr chartTrackingRefBase="1"/>';
    expect(await dateOf('<workbookPr date1904="1"/>', reported)).toEqual({ kind: 'date', text: '2027-01-31' });
    expect(await dateOf('<workbookPr/>', '<x15:workbookPr date1904="1"/>')).toEqual({
      kind: 'date',
      text: '2023-01-30',
    });
    expect(await dateOf('', '<workbookPr date1904="1"/>')).toEqual({ kind: 'date', text: '2023-01-30' });
  });

  test.each([
    ['of another root', `<html><sheetData>${HEADER}</sheetData></html>`, 'unreadable.brokenWorkbook'],
    [
      'of another namespace',
      `<worksheet xmlns="urn:y"><sheetData>${HEADER}</sheetData></worksheet>`,
      'unreadable.brokenWorkbook',
    ],
    [
      'with rows written twice',
      sheetOf(`<m:AlternateContent xmlns:m="${COMPATIBLE}"><m:Fallback>${ROW}</m:Fallback></m:AlternateContent>`),
      'unreadable.hostileXml',
    ],
  ])('a sheet %s is refused', async (_, sheet, key) => {
    await expect(read(makeWorkbook(sheet))).rejects.toMatchObject({ key });
  });
});

describe('parts that a workbook names', () => {
  const relation = (id: string, type: string, target: string, more = ''): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${more}/>`;
  const relations = (...all: readonly string[]): Part => ({
    name: 'xl/_rels/workbook.xml.rels',
    content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`,
  });
  const SHEET = relation('rId1', 'worksheet', 'worksheets/sheet1.xml');
  const strings = { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}"><si><t>Bea</t></si></sst>` };
  const styles = {
    name: 'xl/styles.xml',
    content: `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  };
  const cells = `<row r="2">${USER}<c r="B2" t="s"><v>0</v></c><c r="C2" s="1"><v>7</v></c></row>`;
  const sheet = sheetOf(cells).replace('</row>', '<c r="C1" t="str"><v>Kolom</v></c></row>');
  const RIGHT = [['12345.A', 'Bea', { kind: 'number', text: '00007' }]];

  test.each([
    ['\\xl\\sharedStrings.xml', '\\xl\\styles.xml'],
    ['/xl/sharedStrings.xml', '/xl/styles.xml'],
    ['..\\xl\\sharedStrings.xml', './styles.xml'],
    ['shared%53trings.xml', '%2Fxl%2Fstyles.xml'],
    ['SharedStrings.XML', 'STYLES.xml'],
  ])('are found as %s and %s', async (stringsAt, stylesAt) => {
    const named = relations(SHEET, relation('a', 'sharedStrings', stringsAt), relation('b', 'styles', stylesAt));
    expect(await read(makeWorkbook(sheet, [named, strings, styles]))).toEqual(RIGHT);
  });

  test('are found where the archive writes their names so', async () => {
    const named = relations(relation('rId1', 'worksheet', 'mijn%20blad.xml'));
    for (const name of ['xl/mijn blad.xml', 'xl\\mijn blad.xml', 'xl/mijn%20blad.xml']) {
      const one = sheetOf(`<row r="2">${USER}</row>`);
      expect(await read(makeWorkbook('', [named, { name, content: one }]))).toEqual([['12345.A']]);
    }
  });

  const both = [relation('a', 'sharedStrings', 'sharedStrings.xml'), relation('b', 'styles', 'styles.xml')];
  const second = {
    name: 'xl/workbook.xml',
    content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  };
  test.each<[string, readonly Part[]]>([
    ['shared strings that are named', [relations(SHEET, ...both), styles]],
    ['styles that are named', [relations(SHEET, ...both), strings]],
    [
      'a second sheet',
      [relations(SHEET, relation('rId2', 'worksheet', 'worksheets/sheet2.xml')), second, strings, styles],
    ],
    ['the relation of a second sheet', [relations(SHEET), second, strings, styles]],
    [
      'one meaning: there are two tables of strings',
      [
        relations(SHEET, ...both, relation('c', 'sharedStrings', 'other.xml')),
        strings,
        styles,
        { ...strings, name: 'xl/other.xml' },
      ],
    ],
    [
      'one meaning: a part is there twice',
      [relations(SHEET, ...both), strings, styles, { ...strings, name: 'xl/SharedStrings.xml' }],
    ],
  ])('a workbook lacks %s', async (_, parts) => {
    await expect(read(makeWorkbook(sheet, parts))).rejects.toMatchObject({ key: 'unreadable.brokenWorkbook' });
  });

  test('elsewhere need not be there', async () => {
    const outside = relation('c', 'styles', 'https://x.nl/styles.xml', ' TargetMode="External"');
    expect(await read(makeWorkbook(sheet, [relations(SHEET, ...both, outside), strings, styles]))).toEqual(RIGHT);
  });

  test.each<[string, readonly Part[], string]>([
    ['a string, and there are none', [styles], 'B2'],
    ['a style, and there are none', [strings], 'C2'],
    ['a style that is not there', [strings, { ...styles, content: styles.content.replace('<xf/>', '') }], 'C2'],
  ])('a cell uses %s', async (_, parts, cell) => {
    await expect(read(makeWorkbook(sheet, parts))).rejects.toMatchObject({
      key: 'unreadable.brokenCell',
      params: { cell },
    });
  });

  test.each(['-1', '1.5', 'x', '', '1', '0x0'])('a cell uses style "%s"', async (style) => {
    await expect(read(bookOfCells([`<c t="str" s="${style}"><v>x</v></c>`]))).rejects.toMatchObject({
      key: 'unreadable.brokenCell',
      params: { cell: 'A2' },
    });
  });
});

describe('cells and rows', () => {
  const cell = (reference: string): string => `<c r="${reference}" t="str"><v>${reference}</v></c>`;

  test.each([
    ['twice at one place', `<row r="2">${cell('A2')}${cell('B2')}${cell('B2')}</row>`],
    ['out of order', `<row r="2">${cell('B2')}${cell('A2')}</row>`],
    ['of another row', `<row r="2">${cell('A2')}${cell('B3')}</row>`],
    ['of another row than is counted', `<row>${cell('A5')}</row>`],
    ['without a column', `<row r="2">${cell('A2')}${cell('2')}</row>`],
    ['without a row', `<row r="2">${cell('A2')}${cell('B')}</row>`],
    ['in a row that comes twice', `<row r="2">${cell('A2')}</row><row r="2">${cell('B2')}</row>`],
    ['in a row that comes too late', `<row r="3">${cell('A3')}</row><row r="2">${cell('A2')}</row>`],
    ['in a row whose number is none', `<row r="2x">${cell('A2')}</row>`],
  ])('%s', async (_, rows) => {
    await expect(read(makeWorkbook(sheetOf(rows)))).rejects.toMatchObject({ key: 'unreadable.brokenWorkbook' });
  });

  test('with two values', async () => {
    const rows = `<row r="2">${USER}<c r="B2" t="str"><v>a</v><v>b</v></c></row>`;
    await expect(read(makeWorkbook(sheetOf(rows)))).rejects.toMatchObject({
      key: 'unreadable.brokenCell',
      params: { cell: 'B2' },
    });
  });

  test('without references stand behind the one before', async () => {
    const rows = `<row r="2">${cell('A2')}<c t="str"><v>x</v></c></row><row><c/><c t="str"><v>y</v></c></row>`;
    const { rows: found } = await readWhole(fileOf(makeWorkbook(sheetOf(rows)), 'b.xlsx'));
    expect(found).toEqual([
      { row: 2, cells: ['A2', 'x'] },
      { row: 3, cells: ['', 'y'] },
    ]);
  });
});
