/** Rows that are left out of the plan, and taken back: one, a range, or all that match. */
import { notice, textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import type { Change, Task } from '../../shell/wizard.js';
import { exclude } from './replan.js';
import { currentRow, type PreviewStep } from './state.js';

type Direction = 'out' | 'back';

/** A row that is left out is taken back; any other is left out. A range follows the row at the cursor. */
export function toggleRows(step: PreviewStep): Change<PreviewStep> {
  const rows = selectedRows(step);
  const row = currentRow(step);
  if (rows.length === 0 || !row) return {};
  return changeRows(step, row.outcome === 'excluded' ? 'back' : 'out', rows);
}

export function leaveOutAll(step: PreviewStep): Change<PreviewStep> {
  return choose(step, 'out', step.search?.rows);
}

/** After leaving out what was found, that and nothing else: what was left out by hand before stays out. */
export function takeBackAll(step: PreviewStep): Change<PreviewStep> {
  return choose(step, 'back', step.search?.leftOut ?? step.search?.rows);
}

/** What was searched for; without a search the whole tab, which is asked first. */
function choose(
  step: PreviewStep,
  direction: Direction,
  found: Iterable<number> | null | undefined,
): Change<PreviewStep> {
  const rows = step.search ? found : step.numbers;
  return rows ? { effects: [findChanging(step, direction, [...rows])] } : {};
}

/** Which of these rows would change if they were left out or taken back. */
function findChanging({ answer, search }: PreviewStep, direction: Direction, rows: readonly number[]): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.working'),
    run: async ({ useCases }) => {
      const excluded = new Set(await useCases.rowNumbers(answer.run.id, { outcome: 'excluded' }));
      return rows.filter((row) => excluded.has(row) === (direction === 'back'));
    },
    then: (step: PreviewStep, changing) => changeFound(step, direction, changing, search === null),
  });
}

function changeFound(
  step: PreviewStep,
  direction: Direction,
  rows: readonly number[],
  asks: boolean,
): Change<PreviewStep> {
  if (rows.length === 0) return { notice: notice('plain', `wizard.preview.nothing.${direction}`) };
  if (asks) {
    const asked = textRef(`wizard.ask.${step.filter.where ? 'filtered' : 'wholeTab'}.${direction}`, {
      count: rows.length,
    });
    const agreed = (now: PreviewStep): Change<PreviewStep> => changeRows(now, direction, rows);
    return { overlay: { kind: 'question', ...asked, agreed } };
  }
  const search = step.search && { ...step.search, leftOut: direction === 'out' ? rows : null };
  return changeRows({ ...step, search }, direction, rows);
}

/** Rows from the mark to the cursor; without a mark the row at the cursor. */
function selectedRows(step: PreviewStep): readonly number[] {
  if (!step.numbers) return [];
  const from = step.rangeFrom ?? step.cursor;
  const [low, high] = from < step.cursor ? [from, step.cursor] : [step.cursor, from];
  return [...step.numbers.subarray(low, high + 1)];
}

function changeRows(step: PreviewStep, direction: Direction, rows: readonly number[]): Change<PreviewStep> {
  const isOut = direction === 'out';
  const busy = textRef(isOut ? 'wizard.busy.leavingOut' : 'wizard.busy.takingBack', { count: rows.length });
  const change = { out: isOut ? rows : [], back: isOut ? [] : rows };
  return { step: { ...step, rangeFrom: null }, effects: [exclude(step, change, busy)] };
}
