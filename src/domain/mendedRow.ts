/** Cells of a row that a person typed over, and whether the row is still the one that they were typed in. */
import type { FieldId } from './fields.js';
import { columnsOf } from './madeValues.js';
import type { Mapping } from './settings.js';
import { cellText, storableRow, type Cell, type SourceRow } from './sourceRow.js';

/** What is typed over a cell; null puts back what the file has there. */
export type TypedOver = readonly [column: number, text: string | null];

/** The row with other texts in these columns; what its file has in them is kept beside them. */
export function typedOver(source: SourceRow, typed: readonly TypedOver[]): SourceRow {
  if (typed.length === 0) return source;
  const cells: Cell[] = [...source.cells];
  for (const [column, text] of typed) {
    while (cells.length <= column) cells.push('');
    const before = asRead(cells[column]);
    cells[column] =
      text === null || text === before
        ? before
        : { kind: 'typed', text, ...(typeof before === 'object' && before.kind === 'secret' ? {} : { was: before }) };
  }
  return { ...source, cells };
}

/** A cell that a person typed over: its text as the file has it, and as it is now. */
export interface MendedText {
  readonly column: number;
  readonly from: string;
  readonly to: string;
}

/** The cells that were typed over; a password is told of by neither text. */
export function mendedTexts({ cells }: SourceRow): readonly MendedText[] {
  return cells.flatMap((cell, column): MendedText[] =>
    typeof cell === 'object' && cell.kind === 'typed' && cell.was !== undefined
      ? [{ column, from: cellText(cell.was), to: cell.text }]
      : [],
  );
}

/** Whether a person typed over a cell of the row. */
export function isMended({ cells }: SourceRow): boolean {
  return cells.some(isTyped);
}

function isTyped(cell: Cell): boolean {
  return typeof cell === 'object' && (cell.kind === 'typed' || (cell.kind === 'secret' && cell.typed === true));
}

/** Whether two rows have the same cells in their files; passwords aside, of which nothing is known. */
export function sameAsRead(before: SourceRow, now: SourceRow): boolean {
  const read = storableRow(now).cells;
  const count = Math.max(before.cells.length, read.length);
  for (let column = 0; column < count; column++) {
    const [was, is] = [asRead(before.cells[column]), asRead(read[column])];
    if (isSecret(was) || isSecret(is)) continue;
    if (JSON.stringify(was) !== JSON.stringify(is)) return false;
  }
  return true;
}

/**
 * The cells that were typed over and that a field still takes its value from for which each was typed, by itself or
 * composed with others, and how many others there are. A password is one of those: its text is kept nowhere.
 */
export function typedCells(
  { cells }: SourceRow,
  before: Mapping,
  now: Mapping,
): { readonly kept: readonly (readonly [column: number, text: string])[]; readonly lost: number } {
  const fields = Object.keys(before) as FieldId[];
  const kept = cells.flatMap((cell, column) =>
    typeof cell === 'object' &&
    cell.kind === 'typed' &&
    fields.some((field) => takes(before, field, column) && takes(now, field, column))
      ? [[column, cell.text] as const]
      : [],
  );
  return { kept, lost: cells.filter(isTyped).length - kept.length };
}

function takes(mapping: Mapping, field: FieldId, column: number): boolean {
  const source = mapping[field];
  if (source === undefined || source.kind === 'fixed') return false;
  return columnsOf(source).some(({ index }) => index === column);
}

/** A cell as its file has it; one that is absent is empty. */
function asRead(cell: Cell | undefined): Cell {
  if (cell === undefined) return '';
  return typeof cell === 'object' && cell.kind === 'typed' && cell.was !== undefined ? cell.was : cell;
}

function isSecret(cell: Cell): boolean {
  return typeof cell === 'object' && cell.kind === 'secret';
}
