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
}

export function replan(busy: TextRef, run: (services: WizardServices, watch: Watch) => Promise<Replanned>): Task {
  return task({
    slot: 'main',
    busy,
    run,
    then: (step: PreviewStep, { answer, told, mended }, wizard) => {
      const { id } = answer.run;
      const listed = askList({ ...step, answer, fresh: false });
      return {
        step: listed.step,
        mended: withMended(wizard.mended, id, mended),
        notice: noticeOf('good', told),
        effects: [...listed.effects, countMarks(id)],
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
