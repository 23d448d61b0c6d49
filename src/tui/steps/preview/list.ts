/** The list of the preview: which rows are asked for, and where the cursor lands in them. */
import { previewHeights } from '../../shell/layout.js';
import type { Effect } from '../../shell/effects.js';
import type { ListedRow } from '../../../presentation/rowDetail.js';
import type { PreviewStep, TabId } from '../state.js';
import type { Size } from '../../shell/wizard.js';
import { askPages, emptyCache, missingPages, rowAt } from '../../table/pageCache.js';
import { PAGE_ROWS, pagesFor } from '../../table/window.js';
import type { PlannedRow } from '../../../domain/plannedRow.js';
import { tabFilter } from './tabs.js';
import { placed } from '../../shell/stepContext.js';

export interface Listed {
  readonly step: PreviewStep;
  readonly effects: readonly Effect[];
}

export function currentRowNumber(step: PreviewStep): number | undefined {
  return step.numbers?.[step.cursor];
}

export function currentRow(step: PreviewStep): ListedRow | undefined {
  return rowAt(step.cache, step.cursor);
}

/** The leftover that holds the UPN of a row, where that is why the row is rejected. */
export function leftoverOf(
  row: PlannedRow | undefined,
): { readonly user: string; readonly environment: string } | undefined {
  const told = row?.messages.find(({ code }) => code === 'UPN_LEFTOVER');
  return told && { user: String(told.params['holder']), environment: String(told.params['environment']) };
}

/** Asks for the rows of a tab anew; the cursor comes back to the row where it was. */
export function askList(
  step: PreviewStep,
  tab: TabId,
  seek: number | null = currentRowNumber(step) ?? step.seek,
): Listed {
  const listId = step.listId + 1;
  const next: PreviewStep = {
    ...step,
    tab,
    listId,
    seek,
    numbers: null,
    cache: emptyCache(),
    rangeFrom: null,
    problems: null,
  };
  return {
    step: next,
    effects: [{ kind: 'list', run: step.answer.run.id, listId, filter: tabFilter(tab), sort: step.sort }],
  };
}

/** The list is there: the cursor goes to the row that was sought, or the first one after it. */
export function listArrived(step: PreviewStep, numbers: Uint32Array, size: Size): Listed {
  const cursor =
    step.seek === null ? step.cursor : positionOf(numbers, step.seek, step.sort.by === 'row' && !step.sort.reverse);
  return withPages({ ...step, numbers, seek: null, cursor }, size);
}

/** Where a row number stands in a list; in file order the nearest one after it. */
function positionOf(numbers: Uint32Array, row: number, inFileOrder: boolean): number {
  if (!inFileOrder) return Math.max(0, numbers.indexOf(row));
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, Math.max(0, numbers.length - 1));
}

/** Scrolls so that the cursor is in sight, and asks for the pages that are missing. */
export function withPages(step: PreviewStep, size: Size): Listed {
  const { list } = previewHeights(size);
  const total = step.numbers?.length ?? 0;
  const at = placed(step, total, list);
  const next = { ...step, ...at };
  if (!step.numbers) return { step: next, effects: [] };
  const { numbers } = step;
  const pages = pagesFor(at.top, list, total);
  const missing = missingPages(step.cache, [...pages.shown, ...pages.near]);
  return {
    step: { ...next, cache: askPages(step.cache, missing) },
    effects: missing.map((page) => ({
      kind: 'page',
      run: step.answer.run.id,
      listId: step.listId,
      page,
      rows: [...numbers.subarray(page * PAGE_ROWS, (page + 1) * PAGE_ROWS)],
    })),
  };
}

/** The next place, in a direction, whose row is one of these; undefined where there is none. */
export function nextAmong(step: PreviewStep, rows: ReadonlySet<number>, by: 1 | -1): number | undefined {
  const { numbers } = step;
  if (!numbers || rows.size === 0) return undefined;
  for (let moved = 1; moved <= numbers.length; moved++) {
    const at = (step.cursor + by * moved + numbers.length * 2) % numbers.length;
    if (rows.has(numbers[at] ?? -1)) return at;
  }
  return undefined;
}
