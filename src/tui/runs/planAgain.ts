/** The same rows planned as a new run: to its preview, with what comes out otherwise over it. */
import type { AbsentSettings } from '../../domain/absent.js';
import type { RunAnswer } from '../../application/useCases.js';
import { text } from '../keys/commonKeys.js';
import { planOfChoices, withAbsent, type Choices } from '../shell/choices.js';
import { notice, textRef } from '../shell/messages.js';
import { task } from '../shell/task.js';
import type { Binding, Task } from '../shell/wizard.js';
import { withMended } from './mended.js';
import { isDecided } from './reasons.js';

/** Rows that come out otherwise, kept to be shown: no screen has room for more. */
const DIFFERENCES_KEPT = 200;

export const PLAN_AGAIN: Binding<{ readonly answer: RunAnswer }> = {
  keys: ['R', 'ctrl+p'],
  label: text('opnieuw plannen', 'plan again'),
  disabled: [isDecided(({ answer }) => answer.run)],
  run: ({ answer }, { choices }) => ({ effects: [planAgain(answer, choices)] }),
};

/** With what becomes of users whom no row names, where that is said anew. */
export function planAgain({ run: before }: RunAnswer, { importAgain }: Choices, absent?: AbsentSettings): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.planning', { file: before.file.name }),
    run: ({ useCases }, watch) => useCases.planAgain(before.id, { importAgain, ...(absent && { absent }) }, watch),
    then: (_step, { differences, ...answer }, { choices, mended }) => {
      const { id } = answer.run;
      const count = differences.length;
      const first = differences.slice(0, DIFFERENCES_KEPT);
      return {
        choices: planOfChoices(absent ? withAbsent(choices, before.id, absent) : choices, before.id, id),
        // The same rows, with what was mended in them.
        mended: withMended(mended, id, mended.get(before.id)),
        go: { to: 'preview', answer },
        notice: absent
          ? notice('good', 'wizard.absent.planned', { run: id, count: answer.run.summary.codes['absent']?.block ?? 0 })
          : notice('good', 'wizard.preview.plannedAgain', { run: id, count }),
        ...(count > 0 && { overlay: { kind: 'differences', count, first } }),
      };
    },
  });
}
