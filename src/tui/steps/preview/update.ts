/** Entering the preview; moving, tabs, sorting; and what it shows instead of the list. */
import { discardUntouched } from '../../runs/discard.js';
import type { RunDestination } from '../../shell/destination.js';
import type { Change, Entered, StepEvent, Wizard } from '../../shell/wizard.js';
import { previewHeights } from './heights.js';
import { askList, withPages } from './list.js';
import { clearFilter, typed } from './filter.js';
import { closeKind } from './kindActs.js';
import { countMarks } from './marks.js';
import { moveInAbsent } from './readAbsent.js';
import { isAbsentNow, LIST, previewStep, SORTS, currentRowNumber, type PreviewStep, type TabId } from './state.js';
import { tabBeside } from './tabs.js';
import { moved, type Move } from '../../shell/list.js';

/** The same plan as it was left; another one from its first row. */
export function enter({ answer, fresh }: RunDestination, left: PreviewStep | undefined): Entered<PreviewStep> {
  const isSame = left?.answer.run.id === answer.run.id;
  const listed = askList(isSame ? { ...left, answer, mode: LIST } : { ...previewStep(answer), fresh: fresh === true });
  return { step: listed.step, effects: [...listed.effects, countMarks(answer.run.id)] };
}

export function update(step: PreviewStep, event: StepEvent): Change<PreviewStep> {
  if (event.kind === 'typed') return typed(step, event.text);
  return event.kind === 'resized' ? withPages(step, event.size) : {};
}

export function move(step: PreviewStep, to: Move, { size }: Wizard): Change<PreviewStep> {
  if (isAbsentNow(step)) return moveInAbsent(step, to, size);
  const at = moved(step, to, step.numbers?.length ?? 0, previewHeights(size).list);
  return withPages({ ...step, ...at }, size);
}

export function nextTab(step: PreviewStep, by: 1 | -1): Change<PreviewStep> {
  return toTab(step, tabBeside(step, by));
}

/** To the kinds of change, or from there to all rows. */
export function toggleKinds(step: PreviewStep): Change<PreviewStep> {
  return toTab(step, step.tab === 'kinds' ? 'all' : 'kinds');
}

function toTab(step: PreviewStep, tab: TabId): Change<PreviewStep> {
  const here = currentRowNumber(step);
  const visited = here === undefined ? step.visited : { ...step.visited, [step.tab]: here };
  return askList({ ...step, tab, opened: null, visited, search: null, cursor: 0, top: 0 }, visited[tab] ?? null);
}

export function nextSort(step: PreviewStep): Change<PreviewStep> {
  const by = SORTS[(SORTS.indexOf(step.sort.by) + 1) % SORTS.length] ?? 'row';
  return askList({ ...step, sort: { ...step.sort, by } });
}

export function reverseSort(step: PreviewStep): Change<PreviewStep> {
  return askList({ ...step, sort: { ...step.sort, reverse: !step.sort.reverse } });
}

export function toggleRange(step: PreviewStep): Change<PreviewStep> {
  return { step: { ...step, rangeFrom: step.rangeFrom === null ? step.cursor : null } };
}

/** First out of a range, then out of a search, a filter, a kind, and out of the preview; a plan that nothing was done with goes then. */
export function back(step: PreviewStep): Change<PreviewStep> {
  if (step.rangeFrom !== null) return { step: { ...step, rangeFrom: null } };
  if (step.search) return { step: { ...step, search: null } };
  if (step.filter.text !== '') return clearFilter(step);
  if (step.opened) return closeKind(step);
  return step.fresh ? { effects: [discardUntouched(step.answer.run.id)] } : { go: 'back' };
}

export function showList(step: PreviewStep): Change<PreviewStep> {
  return { step: { ...step, mode: LIST } };
}

/** Everything of the row at the cursor, from its first line or so many further. */
export function showDetails(step: PreviewStep, by = 0): Change<PreviewStep> {
  const top = step.mode.kind === 'details' ? Math.max(0, step.mode.top + by) : 0;
  return { step: { ...step, mode: { kind: 'details', top } } };
}
