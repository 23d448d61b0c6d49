/**
 * A table that is damaged in one place, as the Pollock benchmark does it (Vitagliano et al., 2023): every
 * row is right, or told, or the file is refused. Every place is tried, with every delimiter and style.
 */
import { describe, expect, test } from 'vitest';
import { UnreadableFile } from '../../src/application/userError.js';
import { cellText } from '../../src/domain/sourceRow.js';
import type { SourceRow } from '../../src/domain/sourceRow.js';
import { fileOf, readWhole } from './reading.js';

const HEADER = ['Gebruiker', 'Omschrijving', 'E-mail', 'UPN', 'Groep'];
const ROWS = [
  ['12345.BBA', 'Bea Bakker', 'bea@voorbeeld.nl', 'bea@voorbeeld.nl', 'INKOOP'],
  ['12345.BOS', 'Bos, Nel; geb. Vos', 'nel@voorbeeld.nl', '', ''],
  ['12345.ONL', "Noor O'Neill", '', 'noor@voorbeeld.nl', '5" scherm'],
  ['12345.GRA', "'s-Gravenhage | balie", 'balie@voorbeeld.nl', '', 'HRM'],
  ['12345.ZKO', 'Zoë "de kat" Koster', 'zoe@voorbeeld.nl', 'zoe@voorbeeld.nl', ''],
];
const TABLE = [HEADER, ...ROWS];

type Style = (cell: string, delimiter: string) => string;

const quoted: Style = (cell) => `"${cell.replaceAll('"', '""')}"`;
const STYLES: Readonly<Record<string, Style>> = {
  'quotes where needed': (cell, delimiter) =>
    cell.includes(delimiter) || cell.startsWith('"') ? quoted(cell, delimiter) : cell,
  'quotes as Excel has them': (cell, delimiter) =>
    cell.includes(delimiter) || cell.includes('"') ? quoted(cell, delimiter) : cell,
  'quotes everywhere': quoted,
};

/** What is done to a file: its lines, of which the cells are still apart, and the row and cell to damage. */
const DAMAGE: Readonly<Record<string, (cells: string[], at: number, delimiter: string) => string>> = {
  'a delimiter more': (cells, at, delimiter) => [...cells.slice(0, at), '', ...cells.slice(at)].join(delimiter),
  'a delimiter less': (cells, at, delimiter) => cells.slice(0, at).join(delimiter) + cells.slice(at).join(delimiter),
  'a quote before': (cells, at, delimiter) => cells.with(at, `"${cells[at]}`).join(delimiter),
  'a quote behind': (cells, at, delimiter) => cells.with(at, `${cells[at]}"`).join(delimiter),
  'a quote within': (cells, at, delimiter) => {
    const cell = cells[at] ?? '';
    const half = Math.ceil(cell.length / 2);
    return cells.with(at, `${cell.slice(0, half)}"${cell.slice(half)}`).join(delimiter);
  },
  'another delimiter': (cells, _at, delimiter) => cells.join(delimiter === ';' ? ',' : ';'),
  'blanks between': (cells) => cells.join(' '),
  'a row twice in one line': (cells, _at, delimiter) => [...cells, ...cells].join(delimiter),
};

/** Whether a row is told, or has what a person sees in the file: a quote that was added is there or not. */
function isRight(row: SourceRow, clean: readonly string[] | undefined): boolean {
  if (row.shape ?? row.repeatsHeader) return true;
  const without = (text: string | undefined): string => (text ?? '').replaceAll('"', '').trim();
  return clean?.every((cell, at) => without(cellText(row.cells[at])) === without(cell)) ?? false;
}

/** What is wrong of a reading and not told: a column of another name has to be settled by somebody. */
async function silentFaults(text: string): Promise<number> {
  try {
    const { rows, file } = await readWhole(fileOf(text));
    if (file.headers.some((header) => !HEADER.includes(header))) return 0;
    const lost = ROWS.length - rows.length;
    return lost + rows.filter((row) => !isRight(row, ROWS[row.row - 2])).length;
  } catch (error) {
    if (error instanceof UnreadableFile) return 0;
    throw error;
  }
}

describe.each([';', ',', '\t'])('a table with delimiter %j', (delimiter) => {
  for (const [style, write] of Object.entries(STYLES)) {
    const lines = TABLE.map((cells) => cells.map((cell) => write(cell, delimiter)));
    const whole = (): string[] => lines.map((cells) => cells.join(delimiter));

    test(`and ${style} is read as it is`, async () => {
      const { rows } = await readWhole(fileOf(whole().join('\n')));
      expect(rows).toEqual(ROWS.map((cells, at) => ({ row: at + 2, cells })));
    });

    for (const [name, damage] of Object.entries(DAMAGE)) {
      test(`and ${style}, with ${name}, is never read wrong in silence`, async () => {
        const silent: string[] = [];
        for (const [row, cells] of lines.entries()) {
          for (let at = 0; at < cells.length; at++) {
            if (name === 'a delimiter less' && at === 0) continue;
            const text = whole()
              .with(row, damage([...cells], at, delimiter))
              .join('\n');
            if ((await silentFaults(text)) > 0) silent.push(`row ${row + 1}, cell ${at + 1}: ${text}`);
          }
        }
        expect(silent).toEqual([]);
      });
    }
  }
});
