/** What is written in a cell of a workbook; nothing that a spreadsheet would take for a formula. */
import type { CellValue } from 'exceljs';
import { cellText, type Cell, type TypedCell } from '../../domain/sourceRow.js';
import { dayNumber } from '../readers/xlsx/dates.js';
import { xmlText } from './xmlText.js';

/** What a cell of a workbook holds, and its number format where that is not the one of its column. */
export interface CellContent {
  readonly value: CellValue;
  readonly format?: string;
}

/** Errors that a spreadsheet knows; any other would make it call the workbook damaged. */
const ERRORS: ReadonlySet<string> = new Set(['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!']);

/** Formats under which a number or a text is seen, and read, as one that is not what it says. */
const UNCERTAIN_NUMBER = '"? "General';
const UNCERTAIN_TEXT = '"? "@';

/** The cell as a workbook keeps it: texts stay texts, and what is no text comes back as what it was. */
export function cellContent(cell: Cell): CellContent {
  if (typeof cell === 'string') return textContent(cell);
  switch (cell.kind) {
    case 'number':
    case 'decimal':
      return numberContent(cell);
    case 'date':
      return dateContent(cell.text);
    case 'formatted':
      return uncertain(cell.text);
    case 'boolean':
      return { value: cell.text === 'true' };
    case 'error':
      return { value: { error: (ERRORS.has(cell.text) ? cell.text : '#VALUE!') as '#VALUE!' } };
    default:
      return textContent(cellText(cell));
  }
}

function textContent(text: string): CellContent {
  return { value: text === '' ? null : xmlText(text) };
}

/** Digits of a whole number that show without a format that asks for them. */
const SHOWN_DIGITS = 11;

/**
 * A number stays in its column's format for texts, under which what is typed over it is kept as it is typed,
 * but where it needs one to show all its digits, or the zeros in front.
 */
function numberContent({ kind, text }: TypedCell): CellContent {
  const value = Number(text);
  if (!Number.isFinite(value)) return textContent(text);
  if (kind === 'number' && String(value) !== text) return { value, format: '0'.repeat(text.length) };
  return kind === 'number' && text.length > SHOWN_DIGITS ? { value, format: '0' } : { value };
}

function dateContent(text: string): CellContent {
  const value = dayNumber(text);
  if (value === undefined) return uncertain(text);
  const day = text.includes('-') ? 'yyyy-mm-dd' : '';
  const time = text.includes(':') ? 'hh:mm:ss' : '';
  return { value, format: [day, time].filter((part) => part !== '').join(' ') };
}

function uncertain(text: string): CellContent {
  const value = Number(text);
  const isNumber = Number.isFinite(value) && String(value).toUpperCase() === text;
  return isNumber ? { value, format: UNCERTAIN_NUMBER } : { ...textContent(text), format: UNCERTAIN_TEXT };
}
