/** The rows below the header, each with what is wrong with its shape. */
import type { ReadingTotals } from '../application/ports/importFiles.js';
import type { SourceRow } from '../domain/sourceRow.js';
import { rowJudge, type RowKind } from './headerRows.js';
import { MAX_COLUMNS } from './limits.js';
import { withErrors } from './readers/spreadsheetErrors.js';
import { unreadable } from './remarks.js';
import { filledLength, isBlank, withShape, type TableShape } from './tableShape.js';
import { isExampleRow } from './templates/exampleRow.js';
import { unescaped } from './writers/formulaText.js';

/** Blocks of the readers that make a chunk, at most: a block of long rows may be large. */
const BLOCKS_IN_CHUNK = 256;

/**
 * The rows below the header that hold something, judged for their shape, in chunks of about
 * `chunkSize`. Counts them, and the blank ones, into `totals`; a template's example row is neither.
 * Throws `UnreadableFile` where another table begins.
 */
export async function* rowsBelowHeader(
  blocks: AsyncIterable<readonly SourceRow[]>,
  table: {
    readonly name: string;
    readonly headerRow: number | null;
    readonly headers: readonly string[];
    readonly shape: TableShape;
    readonly isRejected: boolean;
  },
  chunkSize: number,
  totals: Pick<ReadingTotals, 'rows' | 'blank'>,
): AsyncGenerator<readonly SourceRow[]> {
  const headerRow = table.headerRow ?? 0;
  const kindOf = rowJudge(table.headers, table.headerRow);
  let previous = headerRow;
  let chunk: SourceRow[] = [];
  let blocksInChunk = 0;
  for await (const block of blocks) {
    for (const row of block) {
      if (row.row <= headerRow) continue;
      // A sheet leaves blank rows out: they are the gaps in its numbers.
      totals.blank += row.row - previous - 1;
      previous = row.row;
      if (row.cells.every(isBlank)) totals.blank++;
      else if (row.cells.length > MAX_COLUMNS && filledLength(row.cells) > MAX_COLUMNS) {
        throw unreadable('unreadable.tooManyColumns', { file: table.name, row: row.row, most: MAX_COLUMNS });
      } else if (!isExampleRow(row)) {
        totals.rows++;
        const judged = withShape(withErrors(table.isRejected ? unescapedRow(row) : row), table.shape);
        chunk.push(withKind(judged, kindOf(row), table));
        if (chunk.length >= chunkSize) {
          yield chunk;
          chunk = [];
          blocksInChunk = 0;
        }
      }
    }
    if (++blocksInChunk >= BLOCKS_IN_CHUNK && chunk.length > 0) {
      yield chunk;
      chunk = [];
      blocksInChunk = 0;
    }
  }
  if (chunk.length > 0) yield chunk;
}

/** The row, known as a header where it is the table's own again. Throws `UnreadableFile` for another table's. */
export function withKind(
  row: SourceRow,
  kind: RowKind,
  table: { readonly name: string; readonly headerRow: number | null },
): SourceRow {
  if (kind === 'data') return row;
  if (kind === 'repeats') return { ...row, repeatsHeader: table.headerRow ?? row.row };
  throw unreadable('unreadable.twoHeaders', { file: table.name, first: table.headerRow ?? 1, second: row.row });
}

/** A row of a file of rejected rows, its texts as they were in the source. */
export function unescapedRow(row: SourceRow): SourceRow {
  return { ...row, cells: row.cells.map((cell) => (typeof cell === 'string' ? unescaped(cell) : cell)) };
}
