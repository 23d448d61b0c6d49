/** Rows further down that are a header themselves. */
import { nameKey } from '../domain/fieldNames.js';
import { cellText, type Cell, type SourceRow } from '../domain/sourceRow.js';
import { recogniseField, isAddress, looksLikeUserCode } from './mapping/fieldNames.js';
import { isBlank } from './tableShape.js';

/** What a row below the header is: a row, the header again, or the header of another table. */
export type RowKind = 'data' | 'repeats' | 'other';

/** Words that programs put below a header for the kind, the length and the need of a column. */
const TYPE_WORD =
  /^(?:tekst|text|string|(?:n?var)?char|alfanumeriek|alphanumeric|int|integer|getal|number|numeriek|numeric|decimal|bool|boolean|ja\/nee|yes\/no|j\/n|y\/n|datum|date|datetime|verplicht|optioneel|required|optional|mandatory|not null|null)\s*(?:\(?\s*\d+\s*\)?)?$/iu;

/** No name of a column is longer. */
const LONGEST_NAME = 60;

/**
 * Tells rows that are headers from data, by the header of the table: a row of its texts or of names of
 * fields. One with the same columns at the same places `repeats` it, as does a row of types below it;
 * one with others starts another table. Of a file that is read without a header, any is a row of its own.
 */
export function rowJudge(headers: readonly string[], headerRow: number | null): (row: SourceRow) => RowKind {
  const keys = headers.map(columnKey);
  const own = new Set(keys.filter((key) => key !== ''));
  const mayStartWithDigit = headers.some((header) => /^\d/u.test(header));
  return ({ row, cells }) => {
    if (!mayStartWithDigit && startsAsData(cells)) return 'data';
    if (row <= (headerRow ?? 0) + 3 && isTypeRow(cells)) return 'repeats';
    if (headerRow === null) return isHeader(cells, new Set()) ? 'repeats' : 'data';
    if (!isHeader(cells, own)) return 'data';
    const isSame = cells.every((cell, at) => isBlank(cell) || columnKey(cellText(cell)) === keys[at]);
    return isSame ? 'repeats' : 'other';
  };
}

/** Whether a row names at least two fields, for most of what it holds, and holds no data. */
export function namesFields(cells: readonly Cell[]): boolean {
  return isHeader(cells, new Set());
}

/** Whether a row above a header is data that would be lost: a user, or an address beside something else. */
export function isDataAbove(cells: readonly Cell[]): boolean {
  const texts = cells.filter((cell) => !isBlank(cell)).map((cell) => cellText(cell).trim());
  if (texts.some(looksLikeUserCode)) return true;
  const isLabelled = /[:=]$/u.test(texts[0] ?? '');
  if (texts.length >= 2 && !isLabelled && texts.some(isAddress)) return true;
  return texts.length >= 3 && texts.some((text) => /^(?:[0-6jny]|ja|nee)$/iu.test(text));
}

/** What columns are compared by: the field that the text names, else the text. */
function columnKey(text: string): string {
  const key = nameKey(text);
  return recogniseField(text)?.field ?? (key === '' ? text.trim().toLowerCase() : key);
}

/** Most rows are known by their first cell (a code begins with digits), the others by a cell of one character. */
function startsAsData(cells: readonly Cell[]): boolean {
  for (const cell of cells) {
    const text = cellText(cell);
    if (text.length === 0) continue;
    const code = text.charCodeAt(0);
    if ((code >= 0x30 && code <= 0x39) || text.length > LONGEST_NAME) return true;
    break;
  }
  return cells.some((cell) => typeof cell === 'string' && cell.length === 1 && cell !== ' ');
}

function isHeader(cells: readonly Cell[], own: ReadonlySet<string>): boolean {
  let filled = 0;
  let certain = false;
  const known = new Set<string>();
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    filled++;
    const text = cellText(cell).trim();
    if (text.length > LONGEST_NAME || isAddress(text) || looksLikeUserCode(text)) return false;
    const named = recogniseField(text);
    const key = columnKey(text);
    if (!named && !own.has(key)) continue;
    known.add(key);
    certain ||= own.has(key) || named?.certain === true;
  }
  if (known.size === 1) return filled === 1 && own.size === 1 && own.has([...known][0] ?? '');
  return known.size >= 2 && known.size * 2 >= filled && (certain || known.size === filled);
}

function isTypeRow(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length >= 2 && filled.every((cell) => TYPE_WORD.test(cellText(cell).trim()));
}
