/** Rows that are left out of the plan, and taken back: one, a range, or all that match. */
import type { PreviewStep } from '../../state/steps.js';
import { textRef, type Change } from '../../state/wizardState.js';
import { currentRow } from './list.js';

/** A row that is left out is taken back; any other is left out. A range follows the row at the cursor. */
export function leaveOutHere(step: PreviewStep): Change {
  const rows = selectedRows(step);
  const row = currentRow(step);
  if (rows.length === 0 || !row) return {};
  return row.outcome === 'excluded' ? change(step, [], rows) : change(step, rows, []);
}

export function leaveOutAll(step: PreviewStep): Change {
  return change(step, allMatching(step), []);
}

export function takeBackAll(step: PreviewStep): Change {
  return change(step, [], allMatching(step));
}

/** Rows from the mark to the cursor; without a mark the row at the cursor. */
function selectedRows(step: PreviewStep): readonly number[] {
  if (!step.numbers) return [];
  const from = step.rangeFrom ?? step.cursor;
  const [low, high] = from < step.cursor ? [from, step.cursor] : [step.cursor, from];
  return [...step.numbers.subarray(low, high + 1)];
}

/** What was searched for; without a search, everything on the tab. */
function allMatching(step: PreviewStep): readonly number[] {
  if (!step.numbers) return [];
  const found = step.search?.rows;
  return [...(found ? step.numbers.filter((row) => found.has(row)) : step.numbers)];
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
