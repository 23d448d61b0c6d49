/** Reads separated text row by row. */
import Papa from 'papaparse';
import type { SourceRow } from '../../../domain/sourceRow.js';
import { MAX_RECORD_CHARACTERS } from '../../limits.js';
import { unreadable } from '../../remarks.js';
import { hasCrossingQuote, hasSwallowedRows, withoutOuterBlanks } from './quoteDamage.js';
import { hasFirstLine, withoutSeparatorLine } from './separatorLine.js';
import { DamagedBytes } from './strictDecoder.js';
import { unwrapBeforeCut, unwrapped } from './wrapping.js';

/** What the library's parser answers; its typings leave it open. */
interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string; readonly row: number; readonly index?: number }[];
  readonly meta: { readonly cursor: number };
}

/** A text file that is read: its base name and how it is encoded, for what is told of it. */
export interface TextFile {
  readonly name: string;
  readonly encoding: string;
}

/**
 * Records of separated values, numbered from 1, blank ones included, in blocks as they come. `pieces`
 * have `\n` for every line end. A quoted cell may hold delimiters, doubled quotes and line breaks; a
 * cell that is wrapped as `="text"` is its text. Throws `UnreadableFile`, with the row, where a quote is
 * not closed, or closed in the middle of a cell or in another one (such a quote would take what stands
 * behind it along in silence), and where bytes are damaged.
 */
export async function* readDelimited(
  pieces: AsyncIterable<string>,
  file: TextFile & { readonly delimiter: string },
): AsyncGenerator<SourceRow[]> {
  // The parser below the library's streams: those push on without waiting for who reads.
  const parser = new Papa.Parser({ delimiter: file.delimiter, newline: '\n' });
  let row = 0;
  let rest = '';
  let started = false;

  const recordsOf = (raw: string, last: boolean): SourceRow[] => {
    const text = unwrapBeforeCut(raw, file.delimiter, last);
    const parsed = parser.parse(text, 0, !last) as Parsed;
    // An error in the record that was cut off may only be the cut; it is judged when it is whole.
    const malformed = parsed.errors.find((error) => last || error.row < parsed.data.length);
    if (malformed) {
      const key = isEscapedAt(text, malformed.index ?? 0) ? 'unreadable.backslash' : 'unreadable.quote';
      throw unreadable(key, { file: file.name, row: row + malformed.row + 1 });
    }
    rest = last ? '' : text.slice(parsed.meta.cursor);
    if (!text.includes('"')) return parsed.data.map((cells) => ({ row: ++row, cells }));
    const mayBreak = countOf(text, '\n') > parsed.data.length;
    return parsed.data.map((cells) => {
      row++;
      if (mayBreak && hasSwallowedRows(cells, file.delimiter))
        throw unreadable('unreadable.quote', { file: file.name, row });
      if (!cells.some((cell) => cell.includes('"'))) return { row, cells };
      const texts = cells.map((cell) => cellOf(cell, file.delimiter, text));
      if (hasCrossingQuote(texts, file.delimiter, text)) {
        throw unreadable('unreadable.quoteAcross', { file: file.name, row, delimiter: shownDelimiter(file.delimiter) });
      }
      return { row, cells: texts };
    });
  };

  try {
    for await (const piece of pieces) {
      let text = rest + piece;
      if (!started) {
        if (!hasFirstLine(text)) {
          rest = text;
          continue;
        }
        started = true;
        text = withoutSeparatorLine(text);
      }
      const records = recordsOf(text, false);
      if (records.length > 0) yield records;
      if (rest.length > MAX_RECORD_CHARACTERS) {
        recordsOf(rest, true);
        throw unreadable('unreadable.recordTooLong', { file: file.name, row, characters: MAX_RECORD_CHARACTERS });
      }
    }
  } catch (error) {
    if (!(error instanceof DamagedBytes)) throw error;
    throw damagedBytes(file, row + 1, error);
  }
  if (!started) rest = withoutSeparatorLine(rest);
  if (rest.length > 0) yield recordsOf(rest, true);
}

/** A cell without what programs put around it; `source` is the text that it was cut from. */
function cellOf(cell: string, delimiter: string, source: string): string {
  if (!cell.includes('"')) return cell;
  const inner = unwrapped(cell);
  return inner === cell ? withoutOuterBlanks(cell, delimiter, source) : inner;
}

/** A delimiter as it is told: a tab and a blank are not seen. */
export function shownDelimiter(delimiter: string): string {
  if (delimiter === '\t') return 'tab';
  return delimiter === ' ' ? '" "' : delimiter;
}

/** Whether the line of a malformed quote escapes quotes with a backslash. */
function isEscapedAt(text: string, index: number): boolean {
  const end = text.indexOf('\n', index);
  return text.slice(text.lastIndexOf('\n', index) + 1, end < 0 ? undefined : end).includes(String.raw`\"`);
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/** Tells of damaged bytes on a row. */
export function damagedBytes(file: TextFile, row: number, { bytes }: DamagedBytes): Error {
  return unreadable('unreadable.notInEncoding', { file: file.name, row, encoding: file.encoding, bytes });
}
