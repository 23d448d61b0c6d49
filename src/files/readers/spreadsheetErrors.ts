import type { Cell, SourceRow } from '../../domain/sourceRow.js';

/** What a spreadsheet, in English or Dutch, writes into a text file for a cell that it could not work out. */
const ERRORS: ReadonlySet<string> = new Set([
  ...['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!', '#SPILL!', '#CALC!', '#GETTING_DATA'],
  ...['#N/B', '#VERW!', '#NAAM?', '#DEEL/0!', '#LEEG!', '#WAARDE!', '#GETAL!', '#OVERLOOP!', '#BEREKENEN!'],
]);

/** The row, its errors known as such: exported as text, `#N/A` is no more a name than it was in the sheet. */
export function withErrors(row: SourceRow): SourceRow {
  if (!row.cells.some(isErrorText)) return row;
  return {
    ...row,
    cells: row.cells.map((cell): Cell => (isErrorText(cell) ? { kind: 'error', text: cell.trim() } : cell)),
  };
}

function isErrorText(cell: Cell): cell is string {
  return typeof cell === 'string' && cell.charCodeAt(0) === 0x23 && ERRORS.has(cell.trim());
}
