/** Which delimiter a text file uses, judged by what its first lines come to with each. */
import Papa from 'papaparse';
import { HEAD_RECORDS } from '../limits.js';
import { namedDelimiter, withoutSeparatorLine } from '../readers/text/separatorLine.js';
import { headerScore } from './findHeader.js';

/** The delimiters that are tried; the first of equals is taken. */
const CANDIDATES = [';', '\t', ',', '|'] as const;

export interface DetectedDelimiter {
  readonly delimiter: string;
  /** Cells that most records have with it. */
  readonly columns: number;
  /** Share (0-1) of the records that have so many. */
  readonly share: number;
  readonly reason: 'named' | 'counted' | 'none';
  /** Whether blanks cut the records better than any delimiter does. */
  readonly isSpaced: boolean;
}

/**
 * Tells the delimiter of a text: the one that its `sep=` line names, else the one that cuts the
 * records into equal numbers of cells, where one that brings known field names into view goes first.
 */
export function detectDelimiter(head: string, whole: boolean): DetectedDelimiter {
  const named = namedDelimiter(head);
  const text = withoutSeparatorLine(head);
  if (named) return { ...judge(text, whole, named), reason: 'named', isSpaced: false };
  const judged = CANDIDATES.map((delimiter) => judge(text, whole, delimiter)).filter(({ columns }) => columns > 1);
  const best = judged.sort((a, b) => b.worth - a.worth)[0];
  const isSpaced = (best?.share ?? 0) < 0.9 && areSpaced(text, whole);
  if (!best) return { delimiter: ';', columns: 1, share: 1, reason: 'none', isSpaced };
  return { delimiter: best.delimiter, columns: best.columns, share: best.share, reason: 'counted', isSpaced };
}

/** Whether the first line is names between single blanks, and every record has as many cells, or more for its texts. */
function areSpaced(text: string, whole: boolean): boolean {
  const [first = [], ...below] = headRecords(text, whole, ' ').filter((cells) => cells.some((cell) => cell !== ''));
  if (first.length < 3 || below.length === 0) return false;
  if (first.some((name) => name === '' || CANDIDATES.some((one) => name.includes(one)))) return false;
  return below.every(({ length }) => length >= first.length);
}

/** The first records of a text, as its delimiter cuts them; the last one only when the text is whole. */
function headRecords(head: string, whole: boolean, delimiter: string): readonly (readonly string[])[] {
  const { data } = Papa.parse<string[]>(head, { delimiter, newline: '\n', preview: HEAD_RECORDS });
  return whole || data.length === HEAD_RECORDS ? data : data.slice(0, -1);
}

interface Judged {
  readonly delimiter: string;
  readonly columns: number;
  readonly share: number;
  readonly worth: number;
}

function judge(head: string, whole: boolean, delimiter: string): Judged {
  const records = headRecords(head, whole, delimiter).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [columns, times] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const share = records.length === 0 ? 0 : times / records.length;
  const names = Math.max(0, ...records.slice(0, 30).map(headerScore));
  return { delimiter, columns, share, worth: names * 10 + share * Math.log2(columns + 1) };
}
