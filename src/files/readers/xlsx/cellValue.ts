/** A cell of a sheet as the cell of a row: its text, with its kind where the text would mislead. */
import type { Cell } from '../../../domain/sourceRow.js';
import { unescapeControls } from './controlCharacters.js';
import { dateText, isoDateText } from './dates.js';
import { showingOf, type NumberFormat } from './numberFormat.js';

/** A cell as the sheet writes it. */
export interface RawCell {
  readonly type: string | undefined;
  /** What `<v>` holds; undefined when the cell has none. */
  readonly value: string | undefined;
  /** What `<is>` holds; undefined when the cell has none. */
  readonly inline: string | undefined;
  readonly formula: string | undefined;
}

/** What a cell needs of its workbook to be read; the same for all cells of a style. */
export interface CellSurroundings {
  readonly sharedStrings: readonly string[];
  readonly from1904: boolean;
  /** That of the cell's style. */
  readonly format: NumberFormat;
}

/** The cell as a person sees it (see `Cell` for what text alone would mislead about). */
export function cellValue(raw: RawCell, surroundings: CellSurroundings): Cell {
  const { type, value, inline } = raw;
  if (type === 'inlineStr') {
    if (value !== undefined) return unreadableCell(value);
    return inline === undefined ? withoutValue(raw) : textCell(unescapeControls(inline), surroundings);
  }
  if (inline !== undefined) return unreadableCell(inline);
  if (value === undefined) return withoutValue(raw);
  if (type === 'str') return textCell(unescapeControls(value), surroundings);
  const content = value.trim();
  if (content === '') return raw.formula === undefined ? unreadableCell('') : withoutValue(raw);
  switch (type) {
    case 's':
      return sharedText(content, surroundings);
    case 'b':
      return booleanCell(content);
    case 'e':
      return { kind: 'error', text: content };
    case 'd': {
      const text = isoDateText(content);
      return text === undefined ? unreadableCell(content) : { kind: 'date', text };
    }
    case 'n':
    case undefined:
      return NUMBER.test(content) && Number.isFinite(Number(content))
        ? numberCell(Number(content), surroundings)
        : unreadableCell(content);
    default:
      return unreadableCell(content);
  }
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u;

/** Written by a library that does not calculate, a result exists only once a spreadsheet has opened it. */
function withoutValue({ formula }: RawCell): Cell {
  return formula === undefined ? '' : { kind: 'error', text: `=${formula}` };
}

/** A cell that is not what its type says; what it holds stands behind a mark, as it is no value. */
function unreadableCell(content: string): Cell {
  return { kind: 'error', text: `#?${content.slice(0, 100)}` };
}

function sharedText(content: string, surroundings: CellSurroundings): Cell {
  const text = /^\d{1,10}$/u.test(content) ? surroundings.sharedStrings[Number(content)] : undefined;
  return text === undefined ? unreadableCell(content) : textCell(text, surroundings);
}

/** A format may show more than the text, or nothing of it. */
function textCell(text: string, { format }: CellSurroundings): Cell {
  return format.keepsText || text.trim() === '' ? text : { kind: 'formatted', text };
}

function booleanCell(content: string): Cell {
  if (content === '1' || content === 'true') return { kind: 'boolean', text: 'true' };
  if (content === '0' || content === 'false') return { kind: 'boolean', text: 'false' };
  return unreadableCell(content);
}

/** The digits that a spreadsheet keeps of a number; more than fifteen are the dust of binary fractions. */
const KEPT_DIGITS = 15;
/** Above it a number is not kept whole; above the other one, not shown whole where no format asks for it. */
const MOST_KEPT = 10 ** KEPT_DIGITS;
const MOST_SHOWN = 10 ** 11;

function numberCell(number: number, { format, from1904 }: CellSurroundings): Cell {
  const showing = showingOf(number, format);
  const text = digitsOf(number);
  if (showing.kind === 'date') {
    // A time of many hours is no day.
    const date = showing.ofDay || number < 1 ? dateText(number, from1904) : undefined;
    return date === undefined ? { kind: 'formatted', text } : { kind: 'date', text: date };
  }
  if (showing.kind === 'otherwise' || number < 0) return { kind: 'formatted', text };
  const isWhole = Number.isInteger(number);
  if (showing.kind === 'general') return { kind: isWhole && number < MOST_SHOWN ? 'number' : 'decimal', text };
  const seen = text.padStart(showing.zeros, '0');
  const isNothing = number === 0 && showing.zeros === 0;
  if (!isWhole || isNothing || (showing.grouped && seen.length > 3)) return { kind: 'formatted', text };
  return number < MOST_KEPT ? { kind: 'number', text: seen } : { kind: 'decimal', text };
}

function digitsOf(number: number): string {
  if (Number.isSafeInteger(number) && number < MOST_KEPT) return String(number);
  // Adding 0 takes the sign from a zero.
  return String(Number(number.toPrecision(KEPT_DIGITS)) + 0).replace('e', 'E');
}
