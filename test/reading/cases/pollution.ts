/** Pollock's pollutions (Vitagliano et al., VLDB 2023) of a table of users of our own. */
import iconv from 'iconv-lite';
import type { Case, Kind, SeenRow } from '../case.js';
import { csv, PLAIN, record, seenRow, seenTable, USERS, type Style, type Table } from '../table.js';

const DELIMITERS = [';', ',', '\t', '|'] as const;
const HEADER = USERS[0] ?? [];
const COLUMNS = HEADER.map((_, at) => at);
const ROWS = USERS.map((_, at) => at);
const SEEN = seenTable(USERS);
const styles: readonly Style[] = DELIMITERS.slice(0, 3).flatMap((delimiter) =>
  [false, true].map((quoteAll) => ({ ...PLAIN, delimiter, quoteAll })),
);

function file(name: string, text: string | Buffer, seen: readonly SeenRow[] = SEEN): Case {
  return { name, bytes: Buffer.from(text), seen };
}

function named({ delimiter, quoteAll }: Style): string {
  return `${JSON.stringify(delimiter)}${quoteAll ? ' all quoted' : ''}`;
}

/** One cell of the table as text, changed; the others as they are. */
function withCell(style: Style, row: number, column: number, change: (cell: string) => string): string {
  const line = USERS[row] ?? [];
  const texts = line.map((cell, at) => (at === column ? change(record([cell], style)) : record([cell], style)));
  const changed = texts.join(style.delimiter);
  return USERS.map((cells, at) => (at === row ? changed : record(cells, style)) + style.newline).join('');
}

/** A row of which one separator is gone: two cells are one. */
function withoutSeparator(style: Style, row: number, column: number): string {
  const texts = (USERS[row] ?? []).map((cell) => record([cell], style));
  const joined = [
    ...texts.slice(0, column),
    `${texts[column] ?? ''}${texts[column + 1] ?? ''}`,
    ...texts.slice(column + 2),
  ];
  return USERS.map(
    (cells, at) => (at === row ? joined.join(style.delimiter) : record(cells, style)) + style.newline,
  ).join('');
}

function everyCell(make: (style: Style, row: number, column: number) => Case): Case[] {
  return styles.flatMap((style) => ROWS.flatMap((row) => COLUMNS.map((column) => make(style, row, column))));
}

/** A stray mark may be taken for what it is, or kept as it stands in a text that may hold one. */
function seenWithMark(row: number, column: number, literal: string): readonly SeenRow[] {
  const field = ({ 2: 'description', 4: 'upn' } as const)[column];
  if (row === 0 || field === undefined) return SEEN;
  const clean = USERS[row]?.[column] ?? '';
  const kept = field === 'upn' ? { value: literal, told: ['UPN_SHAPE'] } : literal;
  return SEEN.map((seen, at) =>
    at === row - 1 ? { values: { ...seen.values, [field]: { anyOf: [clean, kept] } } } : seen,
  );
}

const QUOTED_PLACES: Readonly<Record<string, (cell: string) => string>> = {
  'in front': (cell) => `"${cell}`,
  behind: (cell) => `${cell}"`,
  inside: (cell) => `${cell.slice(0, Math.ceil(cell.length / 2))}"${cell.slice(Math.ceil(cell.length / 2))}`,
};

const swapped: Table = USERS.map(([user = '', code = '', description = '', email = '', upn = '', ...rest]) => [
  user,
  code,
  upn,
  email,
  description,
  ...rest,
]);

/** The table with another header before row `at`, from where its columns are those of `second`. */
function twoHeaders(name: string, second: Table, at: number): Case {
  const [header = [], ...rows] = second;
  const below = rows.slice(at);
  const text = csv([...USERS.slice(0, at + 1), header, ...below]);
  return file(`${name}, ${at} rows above`, text, [...SEEN.slice(0, at), ...below.map((row) => seenRow(header, row))]);
}

const PREAMBLES: Readonly<Record<string, readonly string[]>> = {
  'a title': ['Gebruikers per 1 januari 2027'],
  'a title with separators': ['Gebruikers;;;;;;'],
  'a title and a blank row': ['Gebruikers', ''],
  'a title and a blank row with separators': ['Gebruikers;;;;;;', ';;;;;;'],
  'a pair': ['Afdeling;Inkoop', 'Datum;01-01-2027', ''],
  'a remark': ['# gemaakt door een programma', '# op 01-01-2027'],
};

const SECOND_TABLES: Readonly<Record<string, Table>> = {
  'fewer columns': USERS.map((row) => row.slice(0, 4)),
  'more columns': USERS.map((row, at) => [...row, at === 0 ? 'Opmerking' : 'x']),
  'the same columns': USERS,
  'columns that are exchanged': swapped,
  'another thing': [
    ['Groep', 'Groep omschrijving'],
    ['INKOOP', 'Inkoop'],
    ['HRM', 'Personeel'],
  ],
};

const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macroman',
  'cp850',
  'cp437',
  'iso-8859-9',
  'utf-32le',
  'utf-7',
];

const trailing = (rows: (at: number) => boolean, count: number): string =>
  USERS.map((row, at) => record(row, PLAIN) + (rows(at) ? ';'.repeat(count) : '') + PLAIN.newline).join('');

export const pollutionKinds: readonly Kind[] = [
  {
    name: 'pollution: nothing',
    honest: true,
    cases: DELIMITERS.flatMap((delimiter) =>
      ['\n', '\r\n', '\r'].flatMap((newline) =>
        [false, true].flatMap((quoteAll) => {
          const style = { ...PLAIN, delimiter, newline, quoteAll };
          const text = csv(USERS, style);
          const name = `${named(style)} ${JSON.stringify(newline)}`;
          return [
            file(name, text),
            file(`${name} no last line end`, text.slice(0, -newline.length)),
            file(`${name} a line end more`, text + newline),
            file(`${name} byte order mark`, `\ufeff${text}`),
          ];
        }),
      ),
    ),
  },
  {
    name: 'pollution: separators at the end of every row',
    honest: true,
    cases: [1, 2, 5].map((count) =>
      file(
        `${count} more`,
        trailing(() => true, count),
      ),
    ),
  },
  {
    name: 'pollution: separators at the end of some rows',
    cases: ROWS.flatMap((row) =>
      [1, 2, 5].flatMap((count) => [
        file(
          `row ${row}, ${count} more`,
          trailing((at) => at === row, count),
        ),
        file(
          `all but row ${row}, ${count} more`,
          trailing((at) => at !== row, count),
        ),
      ]),
    ),
  },
  {
    name: 'pollution: a separator less',
    cases: everyCell((style, row, column) =>
      file(`${named(style)} row ${row} column ${column}`, withoutSeparator(style, row, column)),
    ),
  },
  {
    name: 'pollution: a separator more',
    cases: everyCell((style, row, column) =>
      file(
        `${named(style)} row ${row} column ${column}`,
        withCell(style, row, column, (cell) => style.delimiter + cell),
      ),
    ),
  },
  {
    name: 'pollution: a separator inside a cell',
    cases: everyCell((style, row, column) => {
      const inside = (cell: string): string => cell.slice(0, 4) + style.delimiter + cell.slice(4);
      const text = record([USERS[row]?.[column] ?? ''], style);
      const isQuoted = text.length > 4 && text.startsWith('"');
      const literal = text.slice(1, 4) + style.delimiter + text.slice(4, -1).replaceAll('""', '"');
      const seen = isQuoted ? seenWithMark(row, column, literal) : SEEN;
      return file(`${named(style)} row ${row} column ${column}`, withCell(style, row, column, inside), seen);
    }),
  },
  ...Object.entries(QUOTED_PLACES).map(([place, change]) => ({
    name: `pollution: a quote ${place}`,
    cases: everyCell((style, row, column) => {
      const cell = USERS[row]?.[column] ?? '';
      return file(
        `${named(style)} row ${row} column ${column}`,
        withCell(style, row, column, change),
        seenWithMark(row, column, change(cell)),
      );
    }),
  })),
  {
    name: 'pollution: another delimiter in one row',
    cases: styles.flatMap((style) =>
      ROWS.flatMap((row) =>
        [...DELIMITERS, ' ', ', ', '::']
          .filter((other) => other !== style.delimiter)
          .map((delimiter) =>
            file(
              `${named(style)} row ${row} ${JSON.stringify(delimiter)}`,
              csv(USERS, style, { [row]: { delimiter } }),
            ),
          ),
      ),
    ),
  },
  {
    name: 'pollution: another delimiter',
    cases: [' ', ', ', '; ', '::', ':', '\x1f', '/', '-', '.'].map((delimiter) =>
      file(JSON.stringify(delimiter), csv(USERS, { ...PLAIN, delimiter })),
    ),
  },
  {
    name: 'pollution: another quote or escape',
    cases: ["'", '`', '“'].flatMap((quote) =>
      [false, true].flatMap((quoteAll) =>
        [quote, '\\'].flatMap((escape) => [
          file(
            `${quote} ${escape} everywhere${quoteAll ? ' all' : ''}`,
            csv(USERS, { ...PLAIN, quote, escape, quoteAll }),
          ),
          ...ROWS.map((row) =>
            file(
              `${quote} ${escape} row ${row}${quoteAll ? ' all' : ''}`,
              csv(USERS, { ...PLAIN, quoteAll }, { [row]: { quote, escape } }),
            ),
          ),
        ]),
      ),
    ),
  },
  {
    name: 'pollution: backslash before a quote',
    cases: [
      file('everywhere', csv(USERS, { ...PLAIN, escape: '\\' })),
      file('all quoted', csv(USERS, { ...PLAIN, escape: '\\', quoteAll: true })),
    ],
  },
  {
    name: 'pollution: line ends of several kinds',
    cases: ['\n', '\r', '\r\n', '\r\r\n', '\n\r', '\u2028', '\x85', '\v', '\f'].flatMap((newline) =>
      ROWS.map((row) =>
        file(
          `${JSON.stringify(newline)} after row ${row}`,
          USERS.map((cells, at) => record(cells, PLAIN) + (at === row ? newline : PLAIN.newline)).join(''),
        ),
      ),
    ),
  },
  { name: 'pollution: no header', cases: styles.map((style) => file(named(style), csv(USERS.slice(1), style))) },
  { name: 'pollution: header again', cases: ROWS.map((at) => twoHeaders('the same', USERS, at)) },
  { name: 'pollution: another header', cases: ROWS.map((at) => twoHeaders('exchanged', swapped, at)) },
  {
    name: 'pollution: a header of two rows',
    cases: [
      file(
        'words below',
        csv([HEADER, ['code', '0-6', 'tekst', 'adres', 'adres', 'nummer', 'code'], ...USERS.slice(1)]),
      ),
      file('types below', csv([HEADER, ['text', 'int', 'text', 'text', 'text', 'int', 'text'], ...USERS.slice(1)])),
      file('rule below', csv([HEADER, HEADER.map((label) => '-'.repeat(label.length)), ...USERS.slice(1)])),
      file('words above', csv([['Wie', '', 'Naam', '', '', 'CRM', ''], ...USERS])),
    ],
  },
  {
    name: 'pollution: lines above the header',
    cases: Object.entries(PREAMBLES).map(([name, lines]) =>
      file(name, lines.map((line) => line + PLAIN.newline).join('') + csv(USERS)),
    ),
  },
  {
    name: 'pollution: a second table',
    cases: Object.entries(SECOND_TABLES).flatMap(([name, table]) =>
      ['', PLAIN.newline, `;;;;;;${PLAIN.newline}`, `Deel twee${PLAIN.newline}`].map((between) =>
        file(`${name} after ${JSON.stringify(between)}`, csv(USERS) + between + csv(table), [
          ...SEEN,
          ...(name === 'another thing' ? [] : seenTable(table)).map((row) => ({ ...row, optional: true })),
        ]),
      ),
    ),
  },
  {
    name: 'pollution: encodings',
    cases: ENCODINGS.flatMap((encoding) =>
      [false, true].map((addBOM) =>
        file(`${encoding}${addBOM ? ' with a mark' : ''}`, iconv.encode(csv(USERS), encoding, { addBOM })),
      ),
    ),
  },
  {
    name: 'pollution: nothing in it',
    cases: ['', '\n', '\r\n\r\n', ';;;;\n;;;;\n', '\ufeff', ' '].map((text) => file(JSON.stringify(text), text, [])),
  },
];
