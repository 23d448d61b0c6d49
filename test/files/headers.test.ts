/** A row that is a header is one wherever it stands, and nothing above a header is lost. */
import { describe, expect, test } from 'vitest';
import { createOutputFiles } from '../../src/files/writers/outputFiles.js';
import { fileTexts } from '../../src/language/files.js';
import { cellsOf, fileOf, newPath, readWhole } from './reading.js';

const HEADER = 'Gebruiker;Omschrijving;UPN';
const USERS = Array.from({ length: 6 }, (_, at) => `12345.U${at};Gebruiker ${at};u${at}@voorbeeld.nl`);

async function repeatsOf(content: string): Promise<readonly unknown[]> {
  const { rows } = await readWhole(fileOf(content));
  return rows
    .filter(({ repeatsHeader }) => repeatsHeader !== undefined)
    .map(({ row, repeatsHeader }) => [row, repeatsHeader]);
}

describe('a header below the header', () => {
  for (let at = 0; at <= USERS.length; at++) {
    const withRow = (row: string): string => [HEADER, ...USERS.toSpliced(at, 0, row)].join('\n');

    test.each([HEADER, 'gebruiker; OMSCHRIJVING ;Upn', 'UsId;Nm;Upn', 'User;Description;UPN'])(
      `with the same columns is told, at row ${at + 2}: %s`,
      async (row) => expect(await repeatsOf(withRow(row))).toEqual([[at + 2, 1]]),
    );

    test.each([
      'Gebruiker;UPN;Omschrijving',
      'Gebruiker;Omschrijving;E-mail',
      'Login;UPN;Naam',
      'Gebruiker;Mutatiecode;Omschrijving;UPN',
    ])(`with others is refused, at row ${at + 2}: %s`, async (row) =>
      expect(readWhole(fileOf(withRow(row)))).rejects.toMatchObject({
        key: 'unreadable.twoHeaders',
        params: { second: at + 2 },
      }),
    );
  }

  test('is known far down, and by texts that name no field', async () => {
    const many = '12345.A;Jan;j@voorbeeld.nl\n'.repeat(20_000);
    expect(await repeatsOf(`Inlog;Wie;Waar\n${many}Inlog;Wie;Waar\n`)).toEqual([[20_002, 1]]);
    await expect(readWhole(fileOf(`Inlog;Wie;Waar\n${many}Inlog;Waar;Wie\n`))).rejects.toMatchObject({
      params: { first: 1, second: 20_002 },
    });
  });

  test.each([
    'tekst 20;tekst 50;tekst 100',
    'verplicht;optioneel;',
    'varchar(20);varchar(50);nvarchar(100)',
    'string;string;string',
  ])('may be a row of types: %s', async (row) =>
    expect(await repeatsOf([HEADER, row, ...USERS].join('\n'))).toEqual([[2, 1]]),
  );

  test('is told on its row where the file is read without a header', async () => {
    const { rows } = await readWhole(fileOf([HEADER, ...USERS].join('\n')), { header: false });
    expect(rows.map(({ repeatsHeader }) => repeatsHeader)).toEqual([1, ...USERS.map(() => undefined)]);
  });

  test('is told in a workbook as well', async () => {
    const path = newPath('two.xlsx');
    const rows = [
      ['12345.A', 'Jan'],
      ['UsId', 'Nm'],
      ['12345.B', 'Piet'],
    ];
    await createOutputFiles(fileTexts).writeTable(
      { name: 'S', columns: ['Gebruiker', 'Omschrijving'].map((title) => ({ title })), rows: [rows] },
      { path },
    );
    expect((await readWhole(path)).rows.map(({ row, repeatsHeader }) => [row, repeatsHeader])).toEqual([
      [2, undefined],
      [3, 1],
      [4, undefined],
    ]);
  });

  test.each([
    'Gebruiker;Bea;',
    '12345.A;Omschrijving;UPN',
    'ADMIN;Naam van de medewerker;a@voorbeeld.nl',
    'TST;Medewerker;',
    'NAM;Naam;n@voorbeeld.nl',
  ])('is not what a user with such a name is: %s', async (row) => {
    expect(await repeatsOf([HEADER, row, ...USERS].join('\n'))).toEqual([]);
  });
});

describe('what stands above the header', () => {
  test.each([
    ['12345.BBA;0;Bea', 'unreadable.dataAbove'],
    ['BBA;0;Bea', 'unreadable.dataAbove'],
    ['BBA;bea@voorbeeld.nl;', 'unreadable.dataAbove'],
    ['Gebruiker;Mutatiecode;', 'unreadable.twoHeaders'],
  ])('is refused where it would be lost: %s', async (row, key) => {
    await expect(readWhole(fileOf([row, '', HEADER, ...USERS].join('\n')))).rejects.toMatchObject({ key });
  });

  test.each(['Lijst mei 2026;;', 'Afdeling:;HRM;', 'Contact:;hr@voorbeeld.nl;', 'Aantal;25;', 'Vertrouwelijk'])(
    'is passed over where it is a title: %s',
    async (row) => {
      const reading = await readWhole(fileOf([row, '', HEADER, ...USERS].join('\n')));
      expect(reading.file.layout.headerRow).toBe(3);
      expect(reading.rows.length).toBe(USERS.length);
    },
  );

  test('may be the same names in other words', async () => {
    const { file, rows } = await readWhole(fileOf(['Login;Naam;', HEADER, ...USERS].join('\n')));
    expect([file.headers, rows.length]).toEqual([HEADER.split(';'), USERS.length]);
  });

  test('is passed over above a header that names no field', async () => {
    const content = 'LIJST,,,\n,,,\nDatum,Aantal,Soort,Prijs\n1-2-2026,3,x,y\n2-2-2026,4,x,y\n';
    const reading = await readWhole(fileOf(content));
    expect([reading.file.layout.headerRow, reading.file.headers]).toEqual([3, ['Datum', 'Aantal', 'Soort', 'Prijs']]);
  });
});

describe('a first line that names the delimiter', () => {
  test.each(['sep=;', '"sep=;"', 'sep=;;;;', '"sep=;";;;', 'sep=; ', 'SEP=;', '"sep=;"  ', 'sep=,;;'])(
    'is no row: %s',
    async (line) => {
      const reading = await readWhole(fileOf(`${line}\r\n${[HEADER, ...USERS].join('\r\n')}\r\n`));
      expect(reading.file.layout).toMatchObject({ headerRow: 1, delimiter: ';' });
      expect(reading.rows[0]).toEqual({ row: 2, cells: USERS[0]?.split(';') });
    },
  );

  test('leaves a file without a header without one', async () => {
    expect(cellsOf(await readWhole(fileOf(`sep=;;;\n${USERS.join('\n')}\n`))).length).toBe(USERS.length);
  });
});
