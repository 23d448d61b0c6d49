import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateText } from '../../src/files/readers/xlsx/dates.js';
import { xmlText } from '../../src/files/writers/xmlText.js';
import { cellsOf, fileOf, newPath, readWhole } from './reading.js';
import { makeWorkbook, makeZip } from './zip.js';

const SHEET =
  '<worksheet><sheetData><row><c t="str"><v>Gebruiker</v></c></row><row><c t="str"><v>12345.A</v></c></row></sheetData></worksheet>';

async function bookOf(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Promise<string> {
  const workbook = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(sheets))
    workbook.addWorksheet(name).addRows(rows.map((cells) => [...cells]));
  const path = newPath('book.xlsx');
  await workbook.xlsx.writeFile(path);
  return path;
}

describe('a workbook', () => {
  test('is read from the sheet that is asked for, by name or number', async () => {
    const path = await bookOf({ Een: [['Gebruiker'], ['12345.A']], Twee: [['Gebruiker'], ['12345.B']], Leeg: [] });
    expect(cellsOf(await readWhole(path))).toEqual([['12345.A']]);
    expect(cellsOf(await readWhole(path, { sheet: 'Twee' }))).toEqual([['12345.B']]);
    expect(cellsOf(await readWhole(path, { sheet: '2' }))).toEqual([['12345.B']]);
    expect(cellsOf(await readWhole(path, { sheet: 'een' }))).toEqual([['12345.A']]);
    await expect(readWhole(path, { sheet: 'Drie' })).rejects.toMatchObject({
      key: 'unreadable.noSuchSheet',
      params: { sheets: 'Een, Twee, Leeg' },
    });
    await expect(readWhole(path, { sheet: 'Leeg' })).rejects.toMatchObject({ key: 'unreadable.emptySheet' });
    await expect(readWhole(path, { format: 'csv' })).rejects.toMatchObject({ key: 'unreadable.isWorkbook' });
  });

  test('is read from the sheet whose header names fields, not the one that stands first', async () => {
    const path = await bookOf({
      Voorblad: [
        ['Titel', 'Datum'],
        ['Januari', '1-1'],
      ],
      Gebruikers: [
        ['Login', 'E-mail'],
        ['12345.A', 'a@x.nl'],
      ],
    });
    expect((await readWhole(path)).file.layout.sheet).toBe('Gebruikers');
  });

  test('may call its own part otherwise', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const parts = [
      {
        name: '_rels/.rels',
        content: `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="/book/main.xml"/></Relationships>`,
      },
      {
        name: 'book/main.xml',
        content: '<workbook xmlns:q="q"><sheets><sheet name="S" sheetId="1" q:id="b"/></sheets></workbook>',
      },
      {
        name: 'book/_rels/main.xml.rels',
        content: `<Relationships><Relationship Id="b" Type="${office}/worksheet" Target="../cells/one.xml"/></Relationships>`,
      },
      { name: 'cells/one.xml', content: SHEET },
    ];
    expect(cellsOf(await readWhole(fileOf(makeZip(parts), 'odd.xlsx')))).toEqual([['12345.A']]);
  });

  test.each([
    ['a text document', { name: 'word/document.xml', content: '' }, 'unreadable.document'],
    ['any archive', { name: 'readme.txt', content: '' }, 'unreadable.otherArchive'],
    ['a workbook without sheets', { name: 'xl/workbook.xml', content: '<workbook/>' }, 'unreadable.brokenWorkbook'],
  ])('is not %s', async (_, part, key) => {
    await expect(readWhole(fileOf(makeZip([part]), 'x.xlsx'))).rejects.toMatchObject({ key });
  });

  test('may be in UTF-16, as XML may be', async () => {
    const sheet = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${SHEET}`, 'utf16le');
    expect(cellsOf(await readWhole(fileOf(makeWorkbook(sheet), 'x.xlsx')))).toEqual([['12345.A']]);
  });

  test('of exceljs gives any text back', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 10 })
      .filter((one) => one.trim() !== '' && !one.startsWith('#'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), async (rows) => {
        const path = await bookOf({ S: [['Gebruiker', 'Omschrijving'], ...rows.map((cells) => cells.map(xmlText))] });
        expect(cellsOf(await readWhole(path))).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });
});

describe('dates', () => {
  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [46_418, false, '2027-01-31'],
    [46_418.5, false, '2027-01-31 12:00:00'],
    [0.75, false, '18:00:00'],
    [44_956, true, '2027-01-31'],
    [-1, false, undefined],
    [1e9, false, undefined],
  ])('day %d (from 1904: %s) is %s', (days, from1904, text) => {
    expect(dateText(days, from1904)).toBe(text);
  });
});
