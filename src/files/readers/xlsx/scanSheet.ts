/** Walks over the cells of a sheet as they stand in its XML. */
import type { Sheet, Workbook } from './readWorkbook.js';

/** What of a table in a sheet a person may not know of when importing it. */
export interface SheetPeculiarities {
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  readonly mergedCells: number;
  /** The first, as `A3:A5`: the cell at its top left alone holds the content. */
  readonly firstMerged: string;
}

const ROOT = /<(?:([\w.-]+):)?worksheet[\s>]/u;

/** The tags that are looked for, under the prefix of the root: those that may be hidden or merged, and extensions. */
function tagsUnder(prefix: string | undefined): RegExp {
  const p = prefix === undefined ? '' : `${prefix.replaceAll('.', '\\.')}:`;
  return new RegExp(`<${p}(row|col|mergeCell)(?:\\s([^>]*))?/?>|<(/?)${p}extLst[^>]*>`, 'gu');
}

/**
 * Looks through a sheet, from the header's row down and in the header's columns, for hidden rows
 * and columns and merged cells. Merged cells are told after all rows, so this looks for the tags
 * in the text, which is many times faster than parsing it.
 */
export async function scanSheet(
  workbook: Workbook,
  sheet: Sheet,
  headerRow: number,
  columns: number,
): Promise<SheetPeculiarities> {
  let hiddenRows = 0;
  let hiddenColumns = 0;
  let mergedCells = 0;
  let firstMerged = '';
  let row = 0;
  let tags: RegExp | undefined;
  let inExtension = false;
  let rest = '';
  for await (const piece of workbook.archive.text(sheet.part)) {
    const text = rest + piece;
    let end = 0;
    const root = tags ? undefined : ROOT.exec(text);
    if (root) tags = tagsUnder(root[1]);
    for (const match of tags ? text.matchAll(tags) : []) {
      const [whole, name, attributes = '', closing] = match;
      end = match.index + whole.length;
      if (closing !== undefined) inExtension = closing === '' && !whole.endsWith('/>');
      if (inExtension || name === undefined) continue;
      const hidden = /\bhidden=(["'])(?:1|true)\1/u.test(attributes);
      if (name === 'row') {
        row = Number(attribute(attributes, 'r') ?? row + 1);
        if (hidden && row > headerRow) hiddenRows++;
      } else if (name === 'col') {
        if (hidden) hiddenColumns += columnsWithin(attributes, columns);
      } else if (name === 'mergeCell') {
        const reference = attribute(attributes, 'ref') ?? '';
        if (Number(/\d+$/u.exec(reference)?.[0] ?? 0) < headerRow) continue;
        mergedCells++;
        firstMerged ||= reference;
      }
    }
    // A tag may go on in the next piece.
    rest = text.slice(Math.max(end, text.length - 2_000));
  }
  return { hiddenRows, hiddenColumns, mergedCells, firstMerged };
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}=(["'])(.*?)\\1`, 'u').exec(attributes)?.[2];
}

function columnsWithin(attributes: string, columns: number): number {
  const from = Number(attribute(attributes, 'min') ?? 1);
  const to = Number(attribute(attributes, 'max') ?? from);
  return Math.max(0, Math.min(to, columns) - from + 1);
}
