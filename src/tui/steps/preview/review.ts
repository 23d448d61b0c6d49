/** Review mode: the rows of a tab one after the other, each kept or left out, with how far one is. */
import { textRef } from '../../shell/messages.js';
import type { Change, Size, Wizard } from '../../shell/wizard.js';
import { clampCursor } from '../../table/window.js';
import { withPages } from './list.js';
import { exclude } from './replan.js';
import { currentRow, LIST, type PreviewStep, type Review } from './state.js';

/** Begins at the cursor, with what was looked at before. */
export function beginReview(step: PreviewStep, { size }: Wizard): Change<PreviewStep> {
  const { numbers } = step;
  if (!numbers || numbers.length === 0) return {};
  const looked = new Set(numbers.filter((row) => step.looked.has(row)));
  const isLooked = looked.has(numbers[step.cursor] ?? -1);
  const index = isLooked
    ? Math.max(
        0,
        numbers.findIndex((row) => !looked.has(row)),
      )
    : step.cursor;
  return at(step, { kind: 'review', rows: numbers, index, looked, out: new Set() }, index, size);
}

/** What a key of the review does, while there is a row under review. */
export function reviewing(
  act: (step: PreviewStep, review: Review, wizard: Wizard) => Change<PreviewStep>,
): (step: PreviewStep, wizard: Wizard) => Change {
  return (step, wizard) =>
    step.mode.kind === 'review' && step.mode.rows[step.mode.index] !== undefined ? act(step, step.mode, wizard) : {};
}

export function keep(step: PreviewStep, review: Review, { size }: Wizard): Change<PreviewStep> {
  return decided(step, review, false, size);
}

export function leaveOut(step: PreviewStep, review: Review, { size }: Wizard): Change<PreviewStep> {
  return currentRow(step)?.outcome === 'rejected' ? {} : decided(step, review, true, size);
}

export function onward(step: PreviewStep, review: Review, by: 1 | -1, { size }: Wizard): Change<PreviewStep> {
  return at(step, review, review.index + by, size);
}

function decided(step: PreviewStep, review: Review, leavesOut: boolean, size: Size): Change<PreviewStep> {
  const row = review.rows[review.index] ?? 0;
  const out = new Set(review.out);
  if (leavesOut) out.add(row);
  else out.delete(row);
  const looked = new Set(review.looked).add(row);
  return at(step, { ...review, looked, out }, review.index + 1, size);
}

function at(step: PreviewStep, review: Review, index: number, size: Size): Change<PreviewStep> {
  const next = clampCursor(index, review.rows.length);
  return withPages({ ...step, mode: { ...review, index: next }, cursor: next }, size);
}

/** What was left out is worked out at once, at the end: each time would take too long for a long list. */
export function endReview(step: PreviewStep, review: Review): Change<PreviewStep> {
  const next = { ...step, mode: LIST, looked: new Set([...step.looked, ...review.looked]) };
  const out = [...review.out];
  if (out.length === 0) return { step: next };
  const busy = textRef('wizard.busy.leavingOut', { count: out.length });
  return { step: next, effects: [exclude(step, { out, back: [] }, busy)] };
}
