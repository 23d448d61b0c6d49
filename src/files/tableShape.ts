/** How many cells the rows of a file have, and which row has another number. */
import type { Cell, SourceRow } from '../domain/sourceRow.js';

/** How many cells the rows of a table have. */
export interface TableShape {
  /** The number of the file's own; of a sheet, that of its header. */
  readonly own: number;
  /** Fewer is a row that lost cells, in text files; 0 where a row ends with its last filled cell, as in a sheet. */
  readonly fewest: number;
  /** Whether a cell too many counts where it is empty: in text files a delimiter was written for it. */
  readonly isStrict: boolean;
}

const BLANK = /^[\s\u200b-\u200d\u2060\ufeff]*$/u;

/** Whether a cell is empty to a person: nothing, or only blanks, also those of no width. */
export function isBlank(cell: Cell | undefined): boolean {
  if (cell === undefined) return true;
  if (typeof cell === 'string') return BLANK.test(cell);
  return cell.kind !== 'secret' && BLANK.test(cell.text);
}

/** The number of cells up to the last one that holds something. */
export function filledLength(cells: readonly Cell[]): number {
  let length = cells.length;
  while (length > 0 && isBlank(cells[length - 1])) length--;
  return length;
}

/** The number of cells that most rows have. */
export function usualLength(rows: readonly SourceRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows)
    if (!cells.every(isBlank)) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/**
 * The shape of a table's rows. `own` is the number of cells that a text file gives all its rows where
 * that is more than its header has. Delimiters after the last name (Excel writes them for columns that
 * were once used) may be absent from a row, as they hold nothing.
 */
export function shapeOf(headers: readonly string[], isText: boolean, own = headers.length): TableShape {
  return { own, fewest: isText ? filledLength(headers) : 0, isStrict: isText };
}

/** The row, with what is wrong with its number of cells (docs/rules.md, *Reading safely*: ROW_SHAPE). */
export function withShape(row: SourceRow, shape: TableShape): SourceRow {
  const { length } = row.cells;
  if (length < shape.fewest) return { ...row, shape: { expected: shape.fewest, found: length } };
  if (length <= shape.own) return row;
  const found = shape.isStrict ? length : filledLength(row.cells);
  return found > shape.own ? { ...row, shape: { expected: shape.own, found } } : row;
}

/**
 * The number of cells that all rows below a header have, where it is more than the header has and
 * nothing stands in those behind it: trailing delimiters. Undefined where rows differ, and where one
 * of them looks as if a delimiter within a text made it longer (`Bakker, Bea`, `O&#39;Neill`).
 */
export async function trailingLength(
  blocks: AsyncIterable<readonly SourceRow[]> | Iterable<readonly SourceRow[]>,
  header: { readonly row: number | null; readonly length: number },
): Promise<number | undefined> {
  let common: number | undefined;
  for await (const block of blocks) {
    for (const { row, cells } of block) {
      if (row <= (header.row ?? 0) || cells.every(isBlank)) continue;
      common ??= cells.length;
      if (cells.length !== common || common <= header.length || filledLength(cells) > header.length) return undefined;
      if (cells.some((cell, at) => looksCut(cells[at - 1], cell))) return undefined;
    }
  }
  return common;
}

/** Whether a delimiter between two cells may have been text: a blank behind it, or the end of an HTML entity. */
function looksCut(before: Cell | undefined, cell: Cell): boolean {
  if (typeof before !== 'string' || typeof cell !== 'string' || before === '') return false;
  return /^ \S/u.test(cell) || /&(?:#\d+|#x[\da-f]+|[a-z]+)$/iu.test(before);
}
