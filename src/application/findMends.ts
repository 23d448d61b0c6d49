/** What a mend comes to: the cells of a plan that it makes others of. */
import { mendedTexts, type TypedOver } from '../domain/mendedRow.js';
import type { Run } from '../domain/run.js';
import { cellText, type SourceRow } from '../domain/sourceRow.js';
import type { Context } from './context.js';
import { mendedColumn } from './mendPlaces.js';
import type { MendRequest } from './useCases.js';
import { UserError } from './userError.js';

/** Cells to be typed over, by row; a row of which none becomes another is not there. */
export type Mends = ReadonlyMap<number, readonly TypedOver[]>;

/** Reads the rows that may be meant; throws `UserError` for a place that is no column. */
export async function findMends(context: Context, run: Run, request: MendRequest): Promise<Mends> {
  const { rows, where, values = [], replace = [], restore, hidden } = request;
  const given = values.map(({ place, value }) => ({ place, column: mendedColumn(run, place, hidden), value }));
  const exchanged = replace.map((one) => ({ ...one, column: mendedColumn(run, one.place) }));
  refuseTwice(given.map(({ place, column }) => [place, column]));
  refuseTwice(exchanged.map(({ place, column, from }) => [`${place}:${from}`, `${column} ${from}`]));
  const restored = restore && new Set(restore.map((place) => mendedColumn(run, place)));
  const wanted = rows && new Set(rows);
  const mends = new Map<number, readonly TypedOver[]>();
  for await (const chunk of context.plans.sources(run.id, { absent: false, ...(where && { where }) })) {
    for (const { source } of chunk) {
      if (wanted && !wanted.has(source.row)) continue;
      const typed: TypedOver[] = [];
      for (const { column, value } of given) if (!isText(source, column, value)) typed.push([column, value]);
      for (const { column, from, to } of exchanged)
        if (isText(source, column, from) && from !== to) typed.push([column, to]);
      if (restored)
        for (const { column } of mendedTexts(source))
          if (restored.size === 0 || restored.has(column)) typed.push([column, null]);
      if (typed.length > 0) mends.set(source.row, typed);
    }
  }
  return mends;
}

/** Which of two values a cell gets would be chance. */
function refuseTwice(given: readonly (readonly [place: string, key: number | string])[]): void {
  const seen = new Set<number | string>();
  for (const [place, key] of given) {
    if (seen.has(key)) throw new UserError('wrongUse', 'mend.cellTwice', { place });
    seen.add(key);
  }
}

/** Whether a cell is exactly a text: one that a spreadsheet holds as something else is not the text that it shows. */
function isText({ cells }: SourceRow, column: number, text: string): boolean {
  const cell = cells[column];
  if (typeof cell === 'object' && cell.kind !== 'typed' && cell.kind !== 'number') return false;
  return cellText(cell) === text;
}
