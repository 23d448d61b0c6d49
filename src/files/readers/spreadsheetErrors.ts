/** Cells of a text file that were an error in the spreadsheet that wrote it. */
import type { Cell, SourceRow } from '../../domain/sourceRow.js';
import { isErrorShape } from '../../domain/spreadsheetError.js';

/** The row, its errors known as such: exported as text, `#N/A` is no more a name than it was in the sheet. */
export function withErrors(row: SourceRow): SourceRow {
  if (!row.cells.some(isErrorText)) return row;
  return {
    ...row,
    cells: row.cells.map((cell): Cell => (isErrorText(cell) ? { kind: 'error', text: cell.trim() } : cell)),
  };
}

const HASH = 0x23;
const EQUALS = 0x3d;
const DOT = 0x2e;
const ELLIPSIS = 0x2026;

/** Whether a cell is an error; most cells are seen to be none by their first and last character. */
function isErrorText(cell: Cell): cell is string {
  if (typeof cell !== 'string' || cell.length === 0) return false;
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  const mayBe =
    first === HASH ||
    first === EQUALS ||
    last === DOT ||
    last === ELLIPSIS ||
    isBlankCode(first) ||
    isBlankCode(last) ||
    isDigit(last);
  if (!mayBe || (isDigit(last) && first !== HASH && first !== EQUALS && !cell.includes(':'))) return false;
  return isErrorShape(cell);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isBlankCode(code: number): boolean {
  return code <= 0x20 || code === 0xa0;
}
