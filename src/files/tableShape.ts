import type { Cell, SourceRow } from '../domain/sourceRow.js';

/** How many cells the rows of a table have. */
export interface TableShape {
  /** More is a row with a cell too many. */
  readonly most: number;
  /** Fewer is a row that lost cells, in text files; 0 where a row ends with its last filled cell, as in a sheet. */
  readonly fewest: number;
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
 * The shape that a header gives its rows. Delimiters after the last name (Excel writes them for
 * columns that were once used) may be absent from a row, as they hold nothing.
 */
export function shapeOfHeader(headers: readonly string[], isText: boolean): TableShape {
  return { most: headers.length, fewest: isText ? filledLength(headers) : 0 };
}

/** The row, with what is wrong with its number of cells (SPEC 5, ROW_SHAPE). */
export function withShape(row: SourceRow, shape: TableShape): SourceRow {
  if (row.cells.length < shape.fewest) return { ...row, shape: { expected: shape.fewest, found: row.cells.length } };
  if (row.cells.length > shape.most) {
    const found = filledLength(row.cells);
    if (found > shape.most) return { ...row, shape: { expected: shape.most, found } };
  }
  return row;
}
