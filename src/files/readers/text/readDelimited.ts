import Papa from 'papaparse';
import type { SourceRow } from '../../../domain/sourceRow.js';
import { MAX_RECORD_CHARACTERS } from '../../limits.js';
import { unreadable } from '../../remarks.js';

/** What the library's parser answers; its typings leave it open. */
interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

/** Excel's own first line that names the delimiter; a spreadsheet does not show it as a row. */
const SEPARATOR_LINE = /^sep=(.)\n/iu;

/** The delimiter that a first line `sep=;` names. */
export function namedDelimiter(text: string): string | undefined {
  return SEPARATOR_LINE.exec(text)?.[1];
}

/**
 * Records of separated values, numbered from 1, blank ones included, in blocks as they come. `pieces`
 * have `\n` for every line end. A quoted cell may hold delimiters, doubled quotes and line breaks.
 * Throws `UnreadableFile` where a quote is not closed, or closed in the middle of a cell: such a
 * quote would take the rows below it along in silence.
 */
export async function* readDelimited(
  pieces: AsyncIterable<string>,
  file: { readonly name: string; readonly delimiter: string },
): AsyncGenerator<SourceRow[]> {
  // The parser below the library's streams: those push on without waiting for who reads.
  const parser = new Papa.Parser({ delimiter: file.delimiter, newline: '\n' });
  let row = 0;
  let rest = '';
  let started = false;

  const recordsOf = (text: string, last: boolean): SourceRow[] => {
    const parsed = parser.parse(text, 0, !last) as Parsed;
    // An error in the record that was cut off may only be the cut; it is judged when it is whole.
    const malformed = parsed.errors.find((error) => last || error.row < parsed.data.length);
    if (malformed) throw unreadable('unreadable.quote', { file: file.name, row: row + malformed.row + 1 });
    rest = last ? '' : text.slice(parsed.meta.cursor);
    return parsed.data.map((cells) => ({ row: ++row, cells }));
  };

  for await (const piece of pieces) {
    let text = rest + piece;
    if (!started) {
      if (text.length < 6) {
        rest = text;
        continue;
      }
      started = true;
      text = text.replace(SEPARATOR_LINE, '');
    }
    const records = recordsOf(text, false);
    if (records.length > 0) yield records;
    if (rest.length > MAX_RECORD_CHARACTERS) {
      recordsOf(rest, true);
      throw unreadable('unreadable.recordTooLong', { file: file.name, row, characters: MAX_RECORD_CHARACTERS });
    }
  }
  if (!started) rest = rest.replace(SEPARATOR_LINE, '');
  if (rest.length > 0) yield recordsOf(rest, true);
}
