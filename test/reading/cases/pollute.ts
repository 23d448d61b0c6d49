/** The table of users of our own, polluted in one way at one place; beside it, what a person still sees. */
import type { Case, SeenRow } from '../case.js';
import { csv, PLAIN, record, seenRow, seenTable, USERS, type Style, type Table } from '../table.js';

export const DELIMITERS = [';', ',', '\t', '|'] as const;
export const HEADER = USERS[0] ?? [];
const COLUMNS = HEADER.map((_, at) => at);
export const ROWS = USERS.map((_, at) => at);
export const SEEN = seenTable(USERS);
export const styles: readonly Style[] = DELIMITERS.slice(0, 3).flatMap((delimiter) =>
  [false, true].map((quoteAll) => ({ ...PLAIN, delimiter, quoteAll })),
);

export function file(name: string, text: string | Buffer, seen: readonly SeenRow[] = SEEN): Case {
  return { name, bytes: Buffer.from(text), seen };
}

export function named({ delimiter, quoteAll }: Style): string {
  return `${JSON.stringify(delimiter)}${quoteAll ? ' all quoted' : ''}`;
}

/** One cell of the table as text, changed; the others as they are. */
export function withCell(style: Style, row: number, column: number, change: (cell: string) => string): string {
  const line = USERS[row] ?? [];
  const texts = line.map((cell, at) => (at === column ? change(record([cell], style)) : record([cell], style)));
  const changed = texts.join(style.delimiter);
  return USERS.map((cells, at) => (at === row ? changed : record(cells, style)) + style.newline).join('');
}

/** A row of which one separator is gone: two cells are one. */
export function withoutSeparator(style: Style, row: number, column: number): string {
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

export function everyCell(make: (style: Style, row: number, column: number) => Case): Case[] {
  return styles.flatMap((style) => ROWS.flatMap((row) => COLUMNS.map((column) => make(style, row, column))));
}

/** A stray mark may be taken for what it is, or kept as it stands in a text that may hold one. */
export function seenWithMark(row: number, column: number, literal: string): readonly SeenRow[] {
  const field = ({ 2: 'description', 4: 'upn' } as const)[column];
  if (row === 0 || field === undefined) return SEEN;
  const clean = USERS[row]?.[column] ?? '';
  const kept = field === 'upn' ? { value: literal, told: ['UPN_SHAPE'] } : literal;
  return SEEN.map((seen, at) =>
    at === row - 1 ? { values: { ...seen.values, [field]: { anyOf: [clean, kept] } } } : seen,
  );
}

export const QUOTED_PLACES: Readonly<Record<string, (cell: string) => string>> = {
  'in front': (cell) => `"${cell}`,
  behind: (cell) => `${cell}"`,
  inside: (cell) => `${cell.slice(0, Math.ceil(cell.length / 2))}"${cell.slice(Math.ceil(cell.length / 2))}`,
};

export const swapped: Table = USERS.map(([user = '', code = '', description = '', email = '', upn = '', ...rest]) => [
  user,
  code,
  upn,
  email,
  description,
  ...rest,
]);

/** The table with another header before row `at`, from where its columns are those of `second`. */
export function twoHeaders(name: string, second: Table, at: number): Case {
  const [header = [], ...rows] = second;
  const below = rows.slice(at);
  const text = csv([...USERS.slice(0, at + 1), header, ...below]);
  return file(`${name}, ${at} rows above`, text, [...SEEN.slice(0, at), ...below.map((row) => seenRow(header, row))]);
}

export const PREAMBLES: Readonly<Record<string, readonly string[]>> = {
  'a title': ['Gebruikers per 1 januari 2027'],
  'a title with separators': ['Gebruikers;;;;;;'],
  'a title and a blank row': ['Gebruikers', ''],
  'a title and a blank row with separators': ['Gebruikers;;;;;;', ';;;;;;'],
  'a pair': ['Afdeling;Inkoop', 'Datum;01-01-2027', ''],
  'a remark': ['# gemaakt door een programma', '# op 01-01-2027'],
};

export const SECOND_TABLES: Readonly<Record<string, Table>> = {
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

export const ENCODINGS = [
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

export const trailing = (rows: (at: number) => boolean, count: number): string =>
  USERS.map((row, at) => record(row, PLAIN) + (rows(at) ? ';'.repeat(count) : '') + PLAIN.newline).join('');

/** Texts in another quote mark: what it wraps, or as they stand with a warning. */
export function seenWithQuotes(style: Partial<Style>): readonly SeenRow[] {
  return USERS.slice(1).map((cells, at) => {
    const clean = cells[2] ?? '';
    const literal = record([clean], { ...PLAIN, ...style });
    const description = { anyOf: [clean, { value: literal, told: ['TEXT_ESCAPED'] }] };
    return { values: { ...SEEN[at]?.values, description } };
  });
}
