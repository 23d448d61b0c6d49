/** Pollock's pollutions (Vitagliano et al., VLDB 2023) of a table of users of our own. */
import iconv from 'iconv-lite';
import type { Kind } from '../case.js';
import { csv, PLAIN, record, seenTable, USERS } from '../table.js';
import {
  DELIMITERS,
  ENCODINGS,
  HEADER,
  PREAMBLES,
  QUOTED_PLACES,
  ROWS,
  SECOND_TABLES,
  SEEN,
  everyCell,
  file,
  named,
  seenWithMark,
  seenWithQuotes,
  styles,
  swapped,
  trailing,
  twoHeaders,
  withCell,
  withoutSeparator,
} from './pollute.js';

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
            seenWithQuotes({ quote, escape, quoteAll }),
          ),
          ...ROWS.map((row) =>
            file(
              `${quote} ${escape} row ${row}${quoteAll ? ' all' : ''}`,
              csv(USERS, { ...PLAIN, quoteAll }, { [row]: { quote, escape } }),
              seenWithQuotes({ quote, escape, quoteAll }),
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
