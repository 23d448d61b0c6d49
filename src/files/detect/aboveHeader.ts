/** What stands above a header: lines that are no data may be passed over, others may not. */
import { cellText, type SourceRow } from '../../domain/sourceRow.js';
import { recogniseField } from '../mapping/fieldNames.js';
import { isDataAbove, namesFields } from '../headerRows.js';
import { unreadable } from '../remarks.js';
import { isBlank } from '../tableShape.js';

/**
 * Refuses a table of which rows would be lost above its header: data, or a header of their own. Titles
 * are passed over, and so is a second line of names directly above that means the same columns.
 * Throws `UnreadableFile`.
 */
export function refuseDataAbove(file: string, records: readonly SourceRow[], headerRow: number | null): void {
  if (headerRow === null) return;
  const filled = records.filter(({ row, cells }) => row <= headerRow && !cells.every(isBlank));
  const header = filled.at(-1);
  for (const above of filled.slice(0, -1)) {
    if (namesFields(above.cells)) {
      if (filled.at(-2) === above && header && isSameAbove(above, header)) continue;
      throw unreadable('unreadable.twoHeaders', { file, first: above.row, second: headerRow });
    }
    if (isDataAbove(above.cells)) throw unreadable('unreadable.dataAbove', { file, row: above.row, header: headerRow });
  }
}

/** Whether the names of fields in a row are names of the same fields in the row below it. */
function isSameAbove(above: SourceRow, header: SourceRow): boolean {
  return above.cells.every((cell, at) => {
    const field = recogniseField(cellText(cell))?.field;
    return field === undefined || recogniseField(cellText(header.cells[at]))?.field === field;
  });
}
