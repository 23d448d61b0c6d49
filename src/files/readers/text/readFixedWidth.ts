/** Reads text with fixed widths row by row. */
import type { SourceRow } from '../../../domain/sourceRow.js';
import { MAX_RECORD_CHARACTERS } from '../../limits.js';
import { unreadable } from '../../remarks.js';
import { damagedBytes, type TextFile } from './readDelimited.js';
import { DamagedBytes } from './strictDecoder.js';
import { unwrapped } from './wrapping.js';

/**
 * Lines cut at fixed widths (in characters), numbered from 1, blank ones included; cells lose the
 * blanks that fill them up. What stands beyond the last width is a cell too many. With `strict`
 * (widths that were detected, so blanks separate the columns) a text that runs on from one column
 * into the next makes one cell of both, so that the row is seen to have too few, and the last column
 * takes the rest of the line.
 */
export async function* readFixedWidth(
  pieces: AsyncIterable<string>,
  file: TextFile & { readonly widths: readonly number[]; readonly strict: boolean },
): AsyncGenerator<SourceRow[]> {
  let row = 0;
  let rest = '';
  try {
    for await (const piece of pieces) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      if (lines.length > 0) yield lines.map((line) => ({ row: ++row, cells: cutLine(line, file.widths, file.strict) }));
      if (rest.length > MAX_RECORD_CHARACTERS) {
        throw unreadable('unreadable.recordTooLong', {
          file: file.name,
          row: row + 1,
          characters: MAX_RECORD_CHARACTERS,
        });
      }
    }
  } catch (error) {
    if (!(error instanceof DamagedBytes)) throw error;
    throw damagedBytes(file, row + 1, error);
  }
  if (rest.length > 0) yield [{ row: ++row, cells: cutLine(rest, file.widths, file.strict) }];
}

/** One line as cells; see `readFixedWidth`. */
function cutLine(line: string, widths: readonly number[], strict: boolean): string[] {
  // Widths count characters as a person sees them typed, not UTF-16 units.
  const characters = /[\ud800-\udfff]/u.test(line) ? Array.from(line) : line;
  const textOf = (from: number, to?: number): string => {
    const part = characters.slice(from, to);
    return unwrapped((typeof part === 'string' ? part : part.join('')).trim());
  };
  const cells: string[] = [];
  let start = 0;
  let cellStart = 0;
  for (const [index, width] of widths.entries()) {
    if (strict && index === widths.length - 1) return [...cells, textOf(cellStart)];
    start += width;
    const runsOn = strict && start < characters.length && characters[start - 1] !== ' ' && characters[start] !== ' ';
    if (runsOn) continue;
    cells.push(textOf(cellStart, start));
    cellStart = start;
  }
  const beyond = textOf(cellStart);
  if (beyond !== '') cells.push(beyond);
  return cells;
}
