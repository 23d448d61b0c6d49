/** Signs that a text file was cut into columns in a way that is not its own. */
import { cellText, type SourceRow } from '../../domain/sourceRow.js';
import { namesFields } from '../headerRows.js';
import { shownDelimiter } from '../readers/text/readDelimited.js';
import { unreadable } from '../remarks.js';
import { isBlank } from '../tableShape.js';

/** Delimiters that another cut is tried with. */
export const DELIMITERS = [';', '\t', ',', '|', ' '] as const;

/** A table as it was cut: its filled rows, the header first where there is one. */
export interface CutTable {
  readonly file: string;
  readonly header: SourceRow | undefined;
  /** The first rows below the header, without blank ones. */
  readonly rows: readonly SourceRow[];
  /** Absent where cells are no matter of delimiters. */
  readonly delimiter?: string;
}

/**
 * Refuses, with what to do, a table that is cut in another way than it was written: everything in one
 * column or in quotes, a header with another delimiter than its rows, quotes that are apostrophes.
 * Throws `UnreadableFile`.
 */
export function refuseWrongCut(table: CutTable): void {
  refuseOneColumn(table);
  if (table.delimiter === undefined) return;
  refuseTwoDelimiters(table, table.delimiter);
  refuseApostrophes(table);
}

/** Everything stands in one cell of each row: the header's texts with a delimiter in quotes, or in a sheet's first column. */
function refuseOneColumn({ file, header, rows, delimiter }: CutTable): void {
  if (!header) return;
  const filled = header.cells.filter((cell) => !isBlank(cell)).map(cellText);
  const [only] = filled;
  const cut =
    filled.length === 1 ? DELIMITERS.find((one) => one !== ' ' && namesFields(only?.split(one) ?? [])) : undefined;
  if (cut !== undefined) {
    const areCut = rows.some(({ cells }) => cells.filter((cell) => !isBlank(cell)).length > 1);
    if (areCut && delimiter !== undefined && delimiter !== cut) throw twoDelimiters(file, header.row, cut, delimiter);
    throw unreadable('unreadable.oneColumn', { file, row: header.row, delimiter: shownDelimiter(cut) });
  }
  const [first] = rows;
  const width = header.cells.length;
  if (!first || delimiter === undefined || width < 2) return;
  if (rows.every(({ cells }) => cells.length === 1 && pieces(cellText(cells[0]), delimiter) === width)) {
    throw unreadable('unreadable.rowsInQuotes', { file, row: first.row });
  }
}

/** A header that one delimiter cuts into as many cells as another cuts its rows, from their first cell on. */
function refuseTwoDelimiters({ file, header, rows }: CutTable, delimiter: string): void {
  if (!header || rows.length === 0) return;
  const whole = ({ cells }: SourceRow): string => cells.map(cellText).join(delimiter);
  const width = header.cells.length;
  for (const other of DELIMITERS) {
    if (other === delimiter) continue;
    const cut = pieces(whole(header), other);
    if (width === 1) {
      const fitting = rows.filter(({ cells }) => cells.length === cut).length;
      if (cut > 1 && fitting * 2 > rows.length) throw twoDelimiters(file, header.row, other, delimiter);
    } else if (cut === 1 && other !== ' ') {
      const fits = (row: SourceRow): boolean =>
        pieces(whole(row), other) === width && cellText(row.cells[0]).includes(other);
      if (rows.every(fits)) throw twoDelimiters(file, header.row, delimiter, other);
    }
  }
}

function twoDelimiters(file: string, row: number, header: string, rows: string): Error {
  return unreadable('unreadable.twoDelimiters', {
    file,
    row,
    header: shownDelimiter(header),
    rows: shownDelimiter(rows),
  });
}

function refuseApostrophes({ file, header, rows }: CutTable): void {
  const isQuoted = ({ cells }: SourceRow): boolean => cells.some((cell) => /^\s*'.*[^\s']'\s*$/u.test(cellText(cell)));
  const quoted = rows.filter(isQuoted).length;
  if ((header && isQuoted(header)) || (rows.length >= 2 && quoted * 2 > rows.length)) {
    throw unreadable('unreadable.apostrophes', {
      file,
      row: header && isQuoted(header) ? header.row : (rows[0]?.row ?? 1),
    });
  }
}

/** The number of cells that a delimiter cuts a text into, whatever its quotes. */
export function pieces(text: string, delimiter: string): number {
  return text.split(delimiter).length;
}
