/** Review mode: the rows of a tab one after the other, each kept or left out, with how far one is. */
import type { Action } from '../../keymap/actions.js';
import type { PreviewStep, Review } from '../state.js';
import { textRef, type Change, type Size } from '../../shell/wizard.js';
import { clampCursor } from '../../table/window.js';
import { currentRow, withPages } from './list.js';
import type { StepContext } from '../../shell/stepContext.js';

/** Begins at the cursor, with what was looked at before. */
export function beginReview(step: PreviewStep, size: Size): Change {
  if (!step.numbers || step.numbers.length === 0) return {};
  const looked = new Set([...step.looked].filter((row) => step.numbers?.includes(row)));
  const index = looked.has(step.numbers[step.cursor] ?? -1)
    ? Math.max(
        0,
        step.numbers.findIndex((row) => !looked.has(row)),
      )
    : step.cursor;
  return at(step, { rows: step.numbers, index, looked, out: new Set() }, index, size);
}

export function updateReview(step: PreviewStep, review: Review, action: Action, { size }: StepContext): Change {
  const row = review.rows[review.index];
  if (row === undefined) return {};
  switch (action) {
    case 'goOn':
      return decided(step, review, row, false, size);
    case 'act':
      return currentRow(step)?.outcome === 'rejected' ? {} : decided(step, review, row, true, size);
    case 'moveDown':
      return at(step, review, review.index + 1, size);
    case 'moveUp':
      return at(step, review, review.index - 1, size);
    case 'goBack':
      return ended(step, review);
    default:
      return {};
  }
}

function decided(step: PreviewStep, review: Review, row: number, leaveOut: boolean, size: Size): Change {
  const out = new Set(review.out);
  if (leaveOut) out.add(row);
  else out.delete(row);
  const looked = new Set(review.looked).add(row);
  return at(step, { ...review, looked, out }, review.index + 1, size);
}

function at(step: PreviewStep, review: Review, index: number, size: Size): Change {
  const next = clampCursor(index, review.rows.length);
  return withPages({ ...step, review: { ...review, index: next }, cursor: next }, size);
}

/** What was left out is worked out at once, at the end: each time would take too long for a long list. */
function ended(step: PreviewStep, review: Review): Change {
  const next = { ...step, review: null, looked: new Set([...step.looked, ...review.looked]) };
  const out = [...review.out];
  if (out.length === 0) return { step: next };
  return {
    step: next,
    busy: textRef('wizard.busy.leavingOut', { count: out.length }),
    effects: [{ kind: 'exclude', run: step.answer.run.id, out, back: [] }],
  };
}
