import { lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileLayout } from '../../src/application/ports/importFiles.js';
import type { RejectedRow } from '../../src/application/ports/outputFiles.js';
import type { Cell } from '../../src/domain/sourceRow.js';
import { createOutputFiles } from '../../src/files/writers/outputFiles.js';
import { fileTexts } from '../../src/language/files.js';
import { cellsOf, newPath, readWhole } from './reading.js';

const output = createOutputFiles(fileTexts);
const CSV: FileLayout = {
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ';',
  lineEnd: '\r\n',
  byteOrderMark: false,
  headerRow: 1,
};
const XLSX: FileLayout = { format: 'xlsx', sheet: 'Blad 1', headerRow: 1 };

const rejected = (cells: readonly Cell[], reason = 'fout'): RejectedRow => ({ source: { row: 2, cells }, reason });

const number = (text: string): Cell => ({ kind: 'number', text });
const decimal = (text: string): Cell => ({ kind: 'decimal', text });
const date = (text: string): Cell => ({ kind: 'date', text });

async function roundTrip(
  layout: FileLayout,
  headers: readonly string[],
  rows: readonly RejectedRow[],
  secretColumns: readonly number[] = [],
) {
  const path = newPath(layout.format === 'xlsx' ? 'r.xlsx' : 'r.csv');
  await output.writeRejected({ layout, headers, secretColumns, language: 'nl', rows: [rows] }, { path });
  const { delimiter, encoding, format } = layout;
  return readWhole(path, {
    ...(format === 'xlsx' || format === 'fixed' ? {} : { delimiter: delimiter!, encoding: encoding! }),
  });
}

describe('rejected rows', () => {
  test('come back as they were, with the reason in a column that nothing reads', async () => {
    const headers = ['Gebruiker', 'Omschrijving', 'E-mail'];
    for (const layout of [
      CSV,
      XLSX,
      { ...CSV, encoding: 'utf-16le' },
      { ...CSV, encoding: 'windows-1252', delimiter: ',' },
    ]) {
      const back = await roundTrip(layout, headers, [rejected(['12345.A', 'Zoë; "x"', ''], 'reden; met teken')]);
      expect(back.file.headers).toEqual([...headers, 'Reden van afkeuring']);
      expect(cellsOf(back)).toEqual([['12345.A', 'Zoë; "x"', '', 'reden; met teken']]);
    }
  });

  test('replace the reasons of an earlier rejection', async () => {
    const back = await roundTrip(
      CSV,
      ['Gebruiker', 'Reason for rejection', 'UPN'],
      [rejected(['12345.A', 'oud', 'u'], 'nieuw')],
    );
    expect(back.file.headers).toEqual(['Gebruiker', 'UPN', 'Reden van afkeuring']);
    expect(cellsOf(back)).toEqual([['12345.A', 'u', 'nieuw']]);
  });

  test('empty passwords, also where cells have moved', async () => {
    const headers = ['Gebruiker', 'Omschrijving', 'Wachtwoord'];
    const rows: RejectedRow[] = [
      rejected(['12345.A', 'A', 'Geheim-geheim-1']),
      { source: { row: 3, cells: ['12345.B', 'Geheim-geheim-2'], shape: { expected: 3, found: 2 } }, reason: 'kort' },
      {
        source: { row: 4, cells: ['12345.C', 'C', 'x', 'Geheim-geheim-3'], shape: { expected: 3, found: 4 } },
        reason: 'lang',
      },
    ];
    const path = newPath('r.csv');
    await output.writeRejected({ layout: CSV, headers, secretColumns: [2], language: 'en', rows: [rows] }, { path });
    expect(readFileSync(path, 'utf8')).not.toContain('Geheim');
  });

  test('that lost cells or have too many are told of again when they are imported unmended', async () => {
    const headers = ['Gebruiker', 'Omschrijving', 'E-mail'];
    for (
      let turn = 0, headersNow = headers, short = ['12345.A', 'A'], long = ['12345.B', 'B', 'b@x.nl', 'te veel'];
      turn < 3;
      turn++
    ) {
      const back: Awaited<ReturnType<typeof roundTrip>> = await roundTrip(CSV, headersNow, [
        {
          source: { row: 2, cells: short, shape: { expected: headersNow.length, found: short.length } },
          reason: `kort ${turn}`,
        },
        {
          source: { row: 3, cells: long, shape: { expected: headersNow.length, found: long.length } },
          reason: `lang ${turn}`,
        },
      ]);
      expect(back.rows.map(({ shape }) => shape !== undefined)).toEqual([true, true]);
      expect(back.rows[0]!.cells).toEqual(['12345.A', 'A', `kort ${turn}`]);
      headersNow = [...back.file.headers];
      short = back.rows[0]!.cells as string[];
      long = back.rows[1]!.cells as string[];
    }
  });

  test('of a file without a header get one of numbers', async () => {
    const back = await roundTrip(CSV, ['#1', '#2'], [rejected(['12345.A', 'a@x.nl'])]);
    expect(back.file.layout.headerRow).toBe(1);
    expect(back.file.headers).toEqual(['#1', '#2', 'Reden van afkeuring']);
  });

  test('keep what a workbook cell is', async () => {
    const cells: Cell[] = [
      ...(['12345.1', '123456789012', '123456789012346000', '1.2E+300'] as const).map(decimal),
      { kind: 'error', text: '#N/A' },
      ...(['0', '7', '00042', '12345678901', '999999999999999'] as const).map(number),
      ...['7', '-7', '12345010', '0.5', '007', '=1+1'].map((text): Cell => ({ kind: 'formatted', text })),
      ...['2026-02-01', '1900-01-01', '1900-02-28', '2027-01-31 18:00:01', '18:00:00', '00:00:00'].map(date),
      { kind: 'boolean', text: 'true' },
      { kind: 'boolean', text: 'false' },
      '00012',
      '=1+1',
      "'=x",
      '\u001b[2J_x0041_',
    ];
    const headers = cells.map((_, at) => (at === 0 ? 'Gebruiker' : `Kolom ${at}`));
    const back = await roundTrip(XLSX, headers, [rejected(cells)]);
    expect(back.rows[0]!.cells.slice(0, -1)).toEqual(cells);
    expect(
      cellsOf(
        await roundTrip(
          XLSX,
          [...back.file.headers],
          back.rows.map(({ cells }) => rejected(cells)),
        ),
      ),
    ).toEqual(cellsOf(back));
  });

  test('stay told where a workbook has no cell for what they hold', async () => {
    const cells: Cell[] = [
      'x',
      { kind: 'error', text: '=A1' },
      { kind: 'error', text: '#?9999' },
      { kind: 'date', text: '1850-01-01' },
      { kind: 'typed', text: '=1+1' },
    ];
    const back = await roundTrip(XLSX, ['Gebruiker', 'a', 'b', 'c', 'd'], [rejected(cells)]);
    expect(back.rows[0]!.cells.slice(0, 5)).toEqual([
      'x',
      { kind: 'error', text: '#VALUE!' },
      { kind: 'error', text: '#VALUE!' },
      { kind: 'formatted', text: '1850-01-01' },
      '=1+1',
    ]);
  });

  test('of fixed widths become separated', async () => {
    const back = await roundTrip(
      { format: 'fixed', encoding: 'utf-8', widths: [10, 10], lineEnd: '\n', headerRow: 1 },
      ['Gebruiker', 'UPN'],
      [rejected(['a', 'b'])],
    );
    expect(back.file.layout.format).toBe('csv');
    expect(cellsOf(back)).toEqual([['a', 'b', 'fout']]);
  });

  test('any text comes back as it was', async () => {
    // A row of blanks alone is no row, and a line break is one kind of line break to a text file.
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...Array.from(`'=+-@";,\t\n |_x0041`)),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 12,
    });
    const table = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(
          CSV,
          { ...CSV, delimiter: ',', lineEnd: '\n' },
          { ...CSV, delimiter: '\t', encoding: 'utf-16le' },
          { ...CSV, delimiter: '|', lineEnd: '\r' },
          XLSX,
        ),
        async (rows, layout) => {
          const clean = rows.map((cells) =>
            cells.map((cell) => (layout.format === 'xlsx' ? cell : cell.replaceAll(/\r\n?/gu, '\n'))),
          );
          const back = await roundTrip(
            layout,
            ['Gebruiker', 'Omschrijving', 'E-mail'],
            clean.map((cells) => rejected(cells)),
          );
          expect(cellsOf(back)).toEqual(clean.map((cells) => [...cells, 'fout']));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('keep the format of their source', async () => {
    const table = { headers: ['a'], secretColumns: [], language: 'nl', rows: [] } as const;
    await expect(output.writeRejected({ ...table, layout: CSV }, { path: newPath('x.xlsx') })).rejects.toMatchObject({
      key: 'output.otherFormat',
    });
    await expect(output.writeRejected({ ...table, layout: XLSX }, { path: newPath('x.csv') })).rejects.toMatchObject({
      key: 'output.otherFormat',
    });
  });
});

describe('lists', () => {
  const table = {
    name: 'Tokens: [alle]',
    columns: [{ title: 'Gebruiker' }, { title: 'Omschrijving', width: 40 }],
    rows: [
      [
        ['12345.A', '=HYPERLINK("x")'],
        ['12345.B', '-1'],
      ],
    ],
  };

  test('hold nothing that a spreadsheet would calculate', async () => {
    for (const name of ['t.csv', 't.xlsx']) {
      const path = newPath(name);
      await output.writeTable(table, { path });
      expect(cellsOf(await readWhole(path))).toEqual([
        ['12345.A', `'=HYPERLINK("x")`],
        ['12345.B', "'-1"],
      ]);
    }
  });

  test('are made for their owner alone, and only under a name that is free', async () => {
    const path = newPath('t.csv');
    await output.writeTable(table, { path });
    expect(lstatSync(path).mode & 0o777).toBe(0o600);
    await expect(output.writeTable(table, { path })).rejects.toMatchObject({ key: 'output.exists', kind: 'wrongUse' });
    await output.writeTable({ ...table, rows: [] }, { path, overwrite: true });
    expect(readFileSync(path, 'utf8')).toBe('\ufeffGebruiker;Omschrijving\r\n');
    expect(readdirSync(dirname(path))).toEqual(['t.csv']);
  });

  test('are never written through a link or over a directory', async () => {
    const victim = newPath('victim.csv');
    writeFileSync(victim, 'mine');
    const link = join(dirname(victim), 'link.csv');
    symlinkSync(victim, link);
    mkdirSync(join(dirname(victim), 'map.csv'));
    for (const path of [link, join(dirname(victim), 'map.csv')]) {
      await expect(output.writeTable(table, { path, overwrite: true })).rejects.toMatchObject({
        key: 'output.notAFile',
      });
    }
    expect(readFileSync(victim, 'utf8')).toBe('mine');
  });

  test('that fail halfway leave nothing behind', async () => {
    const path = newPath('t.xlsx');
    const rows = (async function* () {
      yield [['a', 'b']];
      throw new Error('database gone');
    })();
    await expect(output.writeTable({ ...table, rows }, { path })).rejects.toThrow('database gone');
    expect(readdirSync(dirname(path))).toEqual([]);
    await expect(output.writeTable(table, { path: '/nope/x.csv' })).rejects.toMatchObject({
      key: 'output.noDirectory',
    });
    await expect(output.writeTable(table, { path: newPath('x.pdf') })).rejects.toMatchObject({
      key: 'output.unknownExtension',
    });
  });
});
