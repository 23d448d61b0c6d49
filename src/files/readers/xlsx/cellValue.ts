import type { Cell } from '../../../domain/sourceRow.js';
import { unescapeControls } from './controlCharacters.js';
import { dateText } from './numberFormat.js';
import type { Workbook } from './readWorkbook.js';

/** A cell as the sheet writes it. */
export interface RawCell {
  readonly type: string | undefined;
  readonly style: number;
  /** What `<v>` or `<is>` holds; undefined when the cell has none. */
  readonly value: string | undefined;
  readonly formula: string | undefined;
}

/** The cell as a person sees it (see `Cell` for what text alone would mislead about). */
export function cellValue(raw: RawCell, workbook: Workbook): Cell {
  const { type, value } = raw;
  // Written by a library that does not calculate: the result exists only once a spreadsheet has opened it.
  const uncalculated = value === undefined || (value === '' && type !== 'str');
  if (raw.formula !== undefined && uncalculated) return { kind: 'error', text: `=${raw.formula}` };
  if (value === undefined) return '';
  switch (type) {
    case 's':
      return workbook.sharedStrings[Number(value)] ?? '';
    case 'inlineStr':
    case 'str':
      return unescapeControls(value);
    case 'b':
      return value === '1' || value === 'true' ? 'true' : 'false';
    case 'e':
      return { kind: 'error', text: value };
    case 'd':
      return value.replace(/T00:00:00(?:\.0+)?Z?$/u, '').replace('T', ' ');
    default:
      return numberValue(value, raw.style, workbook);
  }
}

function numberValue(value: string, style: number, workbook: Workbook): Cell {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  const format = workbook.formats[style];
  if (format?.kind === 'date') {
    const date = dateText(number, workbook.from1904);
    if (date !== undefined) return date;
  }
  if (Number.isInteger(number)) {
    const digits = BigInt(number).toString();
    return format?.kind === 'digits' ? digits.padStart(format.length, '0') : digits;
  }
  // Fifteen digits are what a spreadsheet shows; more are the dust of binary fractions.
  return { kind: 'decimal', text: String(Number(number.toPrecision(15))) };
}
