/** Rows that are left out of the plan, and taken back: one, a range, or all that match. */
import { notice } from '../../shell/messages.js';
import type { PreviewStep, Way } from '../state.js';
import { textRef, type Change, type StepEvent } from '../../shell/wizard.js';
import { currentRow } from './list.js';

/** A row that is left out is taken back; any other is left out. A range follows the row at the cursor. */
export function leaveOutHere(step: PreviewStep): Change {
  const rows = selectedRows(step);
  const row = currentRow(step);
  if (rows.length === 0 || !row) return {};
  return row.outcome === 'excluded' ? change(step, [], rows) : change(step, rows, []);
}

export function leaveOutAll(step: PreviewStep): Change {
  return choose(step, 'out', step.search?.rows);
}

/** After leaving out what was found, that and nothing else: what was left out by hand before stays out. */
export function takeBackAll(step: PreviewStep): Change {
  return choose(step, 'back', step.search?.leftOut ?? step.search?.rows);
}

/** What was searched for; without a search the whole tab, which is asked first. */
function choose(step: PreviewStep, way: Way, found: Iterable<number> | null | undefined): Change {
  const rows = step.search ? found : step.numbers;
  if (!rows) return {};
  return {
    busy: textRef('wizard.busy.working'),
    effects: [{ kind: 'choose', run: step.answer.run.id, way, rows: [...rows], asks: step.search === null }],
  };
}

/** The rows that would change are known. */
export function chosen(step: PreviewStep, { way, rows, asks }: Extract<StepEvent, { kind: 'chosen' }>): Change {
  if (rows.length === 0) return { notice: notice('plain', `wizard.preview.nothing.${way}`) };
  if (asks) {
    const asked = textRef(`wizard.ask.wholeTab.${way}`, { count: rows.length });
    return { step: { ...step, asked: { way, rows } }, overlay: { kind: 'question', purpose: 'wholeTab', ...asked } };
  }
  const search = step.search && { ...step.search, leftOut: way === 'out' ? rows : null };
  return changeRows({ ...step, search }, way, rows);
}

export function changeWholeTab(step: PreviewStep): Change {
  return step.asked ? changeRows({ ...step, asked: null }, step.asked.way, step.asked.rows) : {};
}

function changeRows(step: PreviewStep, way: Way, rows: readonly number[]): Change {
  return way === 'out' ? change(step, rows, []) : change(step, [], rows);
}

/** Rows from the mark to the cursor; without a mark the row at the cursor. */
function selectedRows(step: PreviewStep): readonly number[] {
  if (!step.numbers) return [];
  const from = step.rangeFrom ?? step.cursor;
  const [low, high] = from < step.cursor ? [from, step.cursor] : [step.cursor, from];
  return [...step.numbers.subarray(low, high + 1)];
}

function change(step: PreviewStep, out: readonly number[], back: readonly number[]): Change {
  const count = out.length + back.length;
  if (count === 0) return {};
  return {
    step: { ...step, rangeFrom: null },
    busy: textRef(out.length > 0 ? 'wizard.busy.leavingOut' : 'wizard.busy.takingBack', { count }),
    effects: [{ kind: 'exclude', run: step.answer.run.id, out, back }],
  };
}
