import Papa from 'papaparse';
import { HEAD_RECORDS } from '../limits.js';
import { namedDelimiter } from '../readers/text/readDelimited.js';
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
}

/**
 * Tells the delimiter of a text: the one that its `sep=` line names, else the one that cuts the
 * records into equal numbers of cells, where one that brings known field names into view goes first.
 */
export function detectDelimiter(head: string, whole: boolean): DetectedDelimiter {
  const named = namedDelimiter(head);
  if (named) return { ...judge(head.slice(head.indexOf('\n') + 1), whole, named), reason: 'named' };
  const judged = CANDIDATES.map((delimiter) => judge(head, whole, delimiter)).filter(({ columns }) => columns > 1);
  const best = judged.sort((a, b) => b.worth - a.worth)[0];
  if (!best) return { delimiter: ';', columns: 1, share: 1, reason: 'none' };
  return { delimiter: best.delimiter, columns: best.columns, share: best.share, reason: 'counted' };
}

/** The first records of a text, as its delimiter cuts them; the last one only when the text is whole. */
function headRecords(head: string, whole: boolean, delimiter: string): readonly (readonly string[])[] {
  const { data } = Papa.parse<string[]>(head, { delimiter, newline: '\n', preview: HEAD_RECORDS });
  return whole || data.length === HEAD_RECORDS ? data : data.slice(0, -1);
}

function judge(head: string, whole: boolean, delimiter: string): Omit<DetectedDelimiter, 'reason'> & { worth: number } {
  const records = headRecords(head, whole, delimiter).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [columns, times] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const share = records.length === 0 ? 0 : times / records.length;
  const names = Math.max(0, ...records.slice(0, 30).map(headerScore));
  return { delimiter, columns, share, worth: names * 10 + share * Math.log2(columns + 1) };
}
