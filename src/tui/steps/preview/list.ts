/** The list of the preview: which rows are asked for, and where the cursor lands in them. */
import { placed } from '../../shell/list.js';
import { task } from '../../shell/task.js';
import type { Size, Task } from '../../shell/wizard.js';
import { addPage, askPages, emptyCache, missingPages } from '../../table/pageCache.js';
import { PAGE_ROWS, pagesFor } from '../../table/window.js';
import { previewHeights } from './heights.js';
import { kindListOf } from './kindList.js';
import { inOrder, listRows } from './planRows.js';
import { absentInSight, askAbsent } from './readAbsent.js';
import { currentRowNumber, isAbsentNow, isGrouped, type PreviewStep } from './state.js';
import { filterOf } from './tabs.js';

export interface Listed {
  readonly step: PreviewStep;
  readonly effects: readonly Task[];
}

/** Asks for the rows of the tab anew; the cursor comes back to the row where it was. */
export function askList(step: PreviewStep, seek: number | null = currentRowNumber(step) ?? step.seek): Listed {
  const listId = step.listId + 1;
  const next: PreviewStep = {
    ...step,
    listId,
    seek,
    numbers: null,
    kinds: null,
    cache: emptyCache(),
    rangeFrom: null,
    problems: null,
  };
  return isAbsentNow(next) ? askAbsent(next) : { step: next, effects: [list(next)] };
}

function list(asked: PreviewStep): Task {
  const { answer, sort, listId, opened } = asked;
  if (isGrouped(asked)) return listKinds(asked);
  return task({
    slot: 'list',
    run: async ({ useCases }, { signal }) => {
      const listed = await listRows(useCases, answer.run.id, filterOf(asked), sort, signal);
      if (opened === null || listed.length > 0) return listed;
      // A plan of an earlier Instroom keeps no kinds; from one that was worked out again a kind may have gone.
      const { kinds, leftOut } = await useCases.kinds(answer.run.id);
      const found = [...kinds, ...leftOut].find(({ number }) => number === opened.number);
      return found ? Uint32Array.from(await useCases.rowsOfKinds(answer.run.id, [found.kind])) : listed;
    },
    then: (step: PreviewStep, numbers, { size }) => (step.listId === listId ? arrived(step, numbers, size) : {}),
  });
}

/** Kinds are listed as rows are: each stands in the place of its example. */
function listKinds({ answer, listId }: PreviewStep): Task {
  return task({
    slot: 'list',
    run: async ({ useCases }) => kindListOf(await useCases.kinds(answer.run.id)),
    then: (step: PreviewStep, kinds, { size }) => {
      if (step.listId !== listId) return {};
      const numbers = Uint32Array.from(kinds.kinds, ({ example }) => example.row);
      const sought = step.seek === null ? -1 : numbers.indexOf(step.seek);
      return withPages({ ...step, kinds, numbers, seek: null, cursor: sought < 0 ? step.cursor : sought }, size);
    },
  });
}

/** The list is there: the cursor goes to the row that was sought, or the first one after it. */
function arrived(step: PreviewStep, numbers: Uint32Array, size: Size): Listed {
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
  if (isAbsentNow(step)) return absentInSight(step, size);
  const { list: height } = previewHeights(size);
  const { numbers } = step;
  const total = numbers?.length ?? 0;
  const next = { ...step, ...placed(step, total, height) };
  if (!numbers) return { step: next, effects: [] };
  const pages = pagesFor(next.top, height, total);
  const missing = missingPages(step.cache, [...pages.shown, ...pages.near]);
  return {
    step: { ...next, cache: askPages(step.cache, missing) },
    effects: missing.map((page) => readPage(next, page, numbers.subarray(page * PAGE_ROWS, (page + 1) * PAGE_ROWS))),
  };
}

function readPage({ answer, listId, marks }: PreviewStep, page: number, numbers: Uint32Array): Task {
  return task({
    slot: null,
    run: ({ useCases }) => inOrder(useCases, answer.run, [...numbers], marks?.mended !== 0),
    then: (step: PreviewStep, rows, { size }) => {
      if (step.listId !== listId) return {};
      const onScreen = pagesFor(step.top, previewHeights(size).list, step.numbers?.length ?? 0).shown;
      return { step: { ...step, cache: addPage(step.cache, page, rows, onScreen) } };
    },
  });
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
