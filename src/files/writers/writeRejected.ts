/** Writes rejected rows in the layout of their source, with the reason behind each. */
import type { OutputTarget, RejectedRow, RejectedTable } from '../../application/ports/outputFiles.js';
import { cellText, type Cell } from '../../domain/sourceRow.js';
import type { WriteFile } from '../outsideFiles.js';
import { CsvWriter, type CsvStyle } from './csvWriter.js';
import { escaped } from './formulaText.js';
import { isReasonColumn, REASON_HEADERS } from './reasonColumn.js';
import { sheetName, WorkbookWriter } from './workbookWriter.js';
import { formatNamed, type Endings } from './outputFormat.js';
import { outputStop } from './outputStop.js';
import { writeSafely } from './writeSafely.js';

/** Writes rejected rows as they were, each with its reason; see `OutputFiles.writeRejected`. */
export async function writeRejected(
  table: RejectedTable,
  target: OutputTarget,
  writeFile: WriteFile = writeSafely,
): Promise<void> {
  const isWorkbook = table.layout.format === 'xlsx';
  // A decimal number of a workbook would come back from text as if it were a code.
  requireFormat(target, isWorkbook);
  const oldReason = table.headers.findIndex(isReasonColumn);
  const headers = [...without(table.headers, oldReason), REASON_HEADERS[table.language]];
  const cellsOf = (row: RejectedRow): readonly Cell[] => rejectedCells(row, table, oldReason);
  await writeFile({ ...target, as: isWorkbook ? 'xlsx' : 'csv' }, async (stream) => {
    if (isWorkbook) {
      const escapeCell = (cell: Cell): Cell =>
        typeof cell === 'string' || cell.kind === 'typed' ? escaped(cellText(cell)) : cell;
      const titles = headers.map((title) => ({ title: escaped(title) }));
      const workbook = await WorkbookWriter.open(stream, sheetName(table.layout.sheet ?? ''), titles);
      for await (const rows of table.rows) workbook.write(rows.map((row) => cellsOf(row).map(escapeCell)));
      await workbook.close();
      return;
    }
    const csv = new CsvWriter(stream, styleOf(table));
    await csv.write([headers.map((header) => escaped(header))]);
    for await (const rows of table.rows) {
      await csv.write(rows.map((row) => cellsOf(row).map((cell) => escaped(cellText(cell)))));
    }
  });
}

/** Throws `UserError` for a name that says something else than the format of the source. */
function requireFormat({ path }: OutputTarget, isWorkbook: boolean): void {
  const endings: Endings = isWorkbook ? { xlsx: ['.xlsx'] } : { csv: ['.csv', '.tsv', '.txt'] };
  if (formatNamed(path, endings) === 'another')
    throw outputStop('output.otherFormat', path, { extension: isWorkbook ? '.xlsx' : '.csv' });
}

/**
 * The cells of a row and its reason. A whole row is filled up, so that the reason stands in its own
 * column. A row that lost cells, or has too many, keeps its number of cells, with the reason behind
 * them: filled up, it would pass for a whole one and clear values when it is imported unmended.
 */
function rejectedCells({ source, reason }: RejectedRow, table: RejectedTable, oldReason: number): readonly Cell[] {
  const { shape } = source;
  // A password moves along with the cells that a row lost, or has too many.
  const moved = shape ? Math.abs(shape.found - shape.expected) : 0;
  const isSecret = (index: number): boolean => table.secretColumns.some((column) => Math.abs(column - index) <= moved);
  const cells = source.cells.map((cell, index) =>
    isSecret(index) || (typeof cell !== 'string' && cell.kind === 'secret') ? '' : cell,
  );
  const isShort = shape !== undefined && shape.found < shape.expected;
  // The old reason of a row that lost cells stands last, wherever its column is.
  const old = isShort && oldReason >= cells.length ? cells.length - 1 : oldReason;
  const kept = without(cells, old);
  const columns = table.headers.length - (oldReason >= 0 ? 1 : 0);
  if (!shape) while (kept.length < columns) kept.push('');
  return [...(shape ? kept : kept.slice(0, columns)), reason];
}

function without<T>(items: readonly T[], index: number): T[] {
  return items.filter((_, at) => index < 0 || at !== index);
}

/** The style of the source; fixed widths have no room for a reason, so they become separated. */
function styleOf({ layout }: RejectedTable): CsvStyle {
  const encoding = layout.encoding ?? 'utf-8';
  return {
    delimiter: layout.format === 'fixed' ? ';' : (layout.delimiter ?? ';'),
    lineEnd: layout.lineEnd ?? '\r\n',
    encoding,
    // Without its mark, a short UTF-16 file may not be recognised.
    byteOrderMark: layout.byteOrderMark === true || encoding.startsWith('utf-16'),
  };
}
