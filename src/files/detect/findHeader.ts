/** Which row of a file is its header, if one is. */
import { readYesNo } from '../../domain/readValue.js';
import { cellText, type Cell, type SourceRow } from '../../domain/sourceRow.js';
import { isBlank } from '../tableShape.js';
import { DELIMITERS, pieces } from './wrongCut.js';
import { isReasonColumn } from '../writers/reasonColumn.js';
import { recogniseField, isAddress, looksLikeUserCode } from '../mapping/fieldNames.js';

/** Rows that are looked at: titles above a header take a few. */
const ROWS_SEARCHED = 40;

export interface FoundHeader {
  /** The row's number as a person sees it; null without a header. */
  readonly row: number | null;
  readonly reason: 'names' | 'noData' | 'none' | 'asked';
}

/** How many cells of a row are names of fields; labels count more than names that others use. */
export function headerScore(cells: readonly Cell[]): number {
  const seen = new Set<string>();
  let score = 0;
  for (const cell of cells) {
    const match = recogniseField(cellText(cell));
    if (!match || seen.has(match.field)) continue;
    seen.add(match.field);
    score += match.certain ? 3 : 2;
  }
  return score;
}

/**
 * Finds the header: the row among the first that names most fields (titles may stand above it);
 * without any such row, the first filled row that is no title, unless it holds data itself. `asked` is what the
 * administrator says of it.
 */
export function findHeader(records: readonly SourceRow[], asked: boolean | undefined): FoundHeader {
  const filled = records
    .slice(0, ROWS_SEARCHED)
    .filter(({ cells }) => cells.some((cell) => cellText(cell).trim() !== ''));
  const first = filled[0];
  // Our own file of rejected rows has a header, also where its source had none.
  const rejected = filled.find(({ cells }) => cells.some((cell) => isReasonColumn(cellText(cell).trim())));
  if (rejected) return { row: rejected.row, reason: 'names' };
  if (asked === false || !first) return { row: null, reason: asked === false ? 'asked' : 'none' };
  let best = { row: first.row, score: 0 };
  for (const { row, cells } of filled) {
    const score = headerScore(cells);
    if (score > best.score) best = { row, score };
  }
  if (best.score > 0) return { row: best.row, reason: 'names' };
  if (asked || !holdsData(first.cells)) {
    return { row: (belowTitles(filled) ?? first).row, reason: asked ? 'asked' : 'noData' };
  }
  return { row: null, reason: 'none' };
}

/**
 * The first row below titles: rows that fill one cell where the rows of the table fill three or more,
 * and that no other delimiter cuts into as many.
 */
function belowTitles(filled: readonly SourceRow[]): SourceRow | undefined {
  const filledCells = filled.map(({ cells }) => cells.filter((cell) => !isBlank(cell)));
  if (filledCells.filter(({ length }) => length >= 3).length * 2 <= filled.length) return undefined;
  const at = filledCells.findIndex(({ length }) => length > 1);
  const below = filled[at];
  if (!below || holdsData(below.cells)) return undefined;
  const mayBeHeader = ([only]: readonly Cell[]): boolean =>
    DELIMITERS.some((one) => pieces(cellText(only), one) === below.cells.length);
  return filledCells.slice(0, at).some(mayBeHeader) ? undefined : below;
}

/** Whether a row has what no header has: addresses, user codes, numbers, yes and no. */
function holdsData(cells: readonly Cell[]): boolean {
  return cells.some((cell) => {
    const text = cellText(cell).trim();
    return (
      isAddress(text) || looksLikeUserCode(text) || /^\d+(?:[.,-]\d+)*$/u.test(text) || readYesNo(text) !== undefined
    );
  });
}
