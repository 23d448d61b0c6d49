/** The plan worked out again, with rows left out or taken back or cells fixed; its rows are then listed anew. */
import type { RunAnswer, UseCases, Watch } from '../../../application/useCases.js';
import { withMended } from '../../runs/mended.js';
import { noticeOf, textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import type { Task } from '../../shell/wizard.js';
import type { WizardServices } from '../../wizardOptions.js';
import { askList } from './list.js';
import { countMarks } from './marks.js';
import type { PreviewStep } from './state.js';
import type { TextRef } from '../../../presentation/theme.js';

interface Replanned {
  readonly answer: RunAnswer;
  readonly told: TextRef;
  /** Rows with cells that were fixed. */
  readonly mended?: readonly number[];
  /** What is looked up when the rows are there again. */
  readonly after?: Task;
}

export function replan(busy: TextRef, run: (services: WizardServices, watch: Watch) => Promise<Replanned>): Task {
  return task({
    slot: 'main',
    busy,
    run,
    then: (step: PreviewStep, { answer, told, mended, after }, wizard) => {
      const { id } = answer.run;
      // Counted anew as well; until then pages are read with what was mended just now.
      const marks = step.marks && mended ? { ...step.marks, mended: step.marks.mended + mended.length } : step.marks;
      const listed = askList({ ...step, answer, marks, fresh: false });
      return {
        step: listed.step,
        mended: withMended(wizard.mended, id, mended),
        notice: noticeOf('good', told),
        effects: [...listed.effects, countMarks(id), ...(after ? [after] : [])],
      };
    },
  });
}

interface RowChange {
  readonly out: readonly number[];
  readonly back: readonly number[];
}

/** Leaves rows out and takes rows back; which, may be looked up first. */
export function exclude(
  { answer: { run } }: PreviewStep,
  change: RowChange | ((useCases: UseCases) => Promise<RowChange>),
  busy: TextRef,
): Task {
  return replan(busy, async ({ useCases }, watch) => {
    const before = (await useCases.answer(run.id)).run.summary.outcomes.excluded;
    const rows = typeof change === 'function' ? await change(useCases) : change;
    const answer = await useCases.exclude(run.id, rows, watch);
    // What was left out already is not told as left out again.
    const count = Math.abs(answer.run.summary.outcomes.excluded - before);
    const told = textRef(rows.out.length > 0 ? 'wizard.preview.leftOut' : 'wizard.preview.tookBack', { count });
    return { answer, told };
  });
}
