/** Quotes, wrapping, line ends and delimiters of text files: read as they were meant, or refused with what to do. */
import { describe, expect, test } from 'vitest';
import { cellsOf, fileOf, readWhole } from './reading.js';

const HEADER = 'Gebruiker;Omschrijving;UPN\n';

describe('a cell ="..."', () => {
  test.each([
    ['="Bea Bakker"', 'Bea Bakker'],
    ['="Bos; Nel"', 'Bos; Nel'],
    ['"=""Bos; Nel"""', 'Bos; Nel'],
    [' ="Bea" ', 'Bea'],
    ['="5"" scherm"', '5" scherm'],
    ['=""', ''],
    ['="Bea\nB."', 'Bea\nB.'],
    ['"=""a"" & ""b"""', '="a" & "b"'],
    ['a="b"', 'a="b"'],
  ])('%s is %s', async (cell, value) => {
    const rows = cellsOf(await readWhole(fileOf(`${HEADER}="12345.A";${cell};x@y.nl\n12345.B;${cell};=""\n`)));
    expect(rows).toEqual([
      ['12345.A', value, 'x@y.nl'],
      ['12345.B', value, ''],
    ]);
  });
});

describe('a quote', () => {
  test.each([
    ['12345.A;Bakker"Bea;Bos"', 'unreadable.quoteAcross'],
    ['12345.A; "Bakker; Bea";', 'unreadable.quoteAcross'],
    ['12345.A;"Bea"Bakker;x', 'unreadable.quote'],
    ['"12345.A";"Bea \\"Bee\\" Bakker";""', 'unreadable.backslash'],
    ['12345.A;"Bea;x@y.nl\n12345.B;Bos";x@y.nl', 'unreadable.quote'],
    ['12345.A;"Bea;x@y.nl\n12345.B;Vos;\n12345.C;Bos";x@y.nl', 'unreadable.quote'],
  ])('is refused with its row: %j', async (row, key) => {
    await expect(readWhole(fileOf(`${HEADER}12345.Z;Jan;\n${row}\n`))).rejects.toMatchObject({
      key,
      params: { row: 3 },
    });
  });

  test.each([
    '5" scherm',
    '10" en 12" scherm',
    'Jan "de Baas" Bos',
    "O'Neill",
    "'s-Gravenhage",
    'Inkoop en verkoop',
    'a"b',
  ])('may be text: %s', async (name) => {
    const cells = ['12345.A', name, '7" tablet'];
    expect(cellsOf(await readWhole(fileOf(`${HEADER}${cells.join(';')}\n`)))).toEqual([cells]);
  });

  test('may stand behind a blank', async () => {
    expect(cellsOf(await readWhole(fileOf('Gebruiker, "Omschrijving", UPN\n12345.A, "Jan", "x"\n')))).toEqual([
      ['12345.A', 'Jan', 'x'],
    ]);
  });

  test('of lines within a cell may hold delimiters', async () => {
    const note = 'Straat 1; bus 2\nPlaats; NL';
    expect(cellsOf(await readWhole(fileOf(`${HEADER}12345.A;"${note}";x\n`)))).toEqual([['12345.A', note, 'x']]);
  });
});

describe('a table that is cut in another way than it was written', () => {
  test.each([
    ['"Gebruiker;Omschrijving;UPN"\n"12345.A;Jan;x"\n', 'unreadable.oneColumn', { row: 1, delimiter: ';' }],
    ['Gebruiker;Omschrijving;UPN\n"12345.A;Jan;x"\n"12345.B;Piet;"\n', 'unreadable.rowsInQuotes', { row: 2 }],
    ['Gebruiker|Omschrijving|UPN\n12345.A;Jan;x\n', 'unreadable.twoDelimiters', { header: '|', rows: ';' }],
    ['Gebruiker,Omschrijving\n12345.A;Bos, Jan\n', 'unreadable.twoDelimiters', { header: ',', rows: ';' }],
    ['Gebruiker Omschrijving UPN\n12345.A,Jan,x\n', 'unreadable.twoDelimiters', { header: '" "', rows: ',' }],
    ["'Gebruiker';'Omschrijving';'UPN'\n'12345.A';'Jan';'x'\n", 'unreadable.apostrophes', { row: 1 }],
    ['Datum Aantal Soort Prijs\n1-2-2026 3 "a, b" y\n2-2-2026 4 x y\n', 'unreadable.spaces', {}],
  ])('is refused in its own words: %j', async (content, key, params) => {
    await expect(readWhole(fileOf(content))).rejects.toMatchObject({ key, params });
  });

  test.each([
    'Gebruiker;Omschrijving\n12345.A;Bos, Jan\n12345.B;Vos, Piet\n',
    'Gebruiker;Omschrijving\n12345.A;Inkoop|verkoop\n',
    "Gebruiker;Omschrijving\n12345.A;'s-Gravenhage\n12345.B;Rock 'n' roll\n",
    'Gebruiker\n12345.A\n12345.B\n',
    'Omschrijving\nJan de Boer\nPiet van Dam\n',
  ])('is not what an honest file is: %j', async (content) => {
    const lines = content.trim().split('\n').slice(1);
    expect(cellsOf(await readWhole(fileOf(content)))).toEqual(lines.map((line) => line.split(';')));
  });
});

describe('a line', () => {
  test('ends with a lone return as well, and none is left in a value', async () => {
    const { rows, totals } = await readWhole(
      fileOf(`${HEADER.trim()}\r\r\n12345.A;"Jan\r\r\nBos";x\r\r\n12345.B;Piet\rVos;\r\n`),
    );
    expect(rows.map(({ row, cells, shape }) => [row, cells, shape?.found])).toEqual([
      [3, ['12345.A', 'Jan\n\nBos', 'x'], undefined],
      [5, ['12345.B', 'Piet'], 2],
      [6, ['Vos', ''], 2],
    ]);
    expect(totals.blank).toBe(2);
  });

  test.each(['\x1a', '\r\n\x1a', '\x1a\0\0\0', '\n\x1a' + '\0'.repeat(400_000), '\x1a\x1a\0'])(
    'is not what ends the text at the very end (%#)',
    async (end) => {
      const { rows } = await readWhole(fileOf(`${HEADER}12345.A;Jan;Wachtwoord2027!${end}`));
      expect(rows).toEqual([{ row: 2, cells: ['12345.A', 'Jan', 'Wachtwoord2027!'] }]);
    },
  );

  test('keeps that mark elsewhere', async () => {
    const { rows } = await readWhole(fileOf(`${HEADER}12345.A;Jan\x1a;x\n12345.B;Piet;\x1a\n`));
    expect(rows.map(({ cells }) => cells[1])).toEqual(['Jan\x1a', 'Piet']);
  });
});
