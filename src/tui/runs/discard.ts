/** A plan that is thrown away, once that is agreed to. */
import type { Run } from '../../domain/run.js';
import { text } from '../keys/commonKeys.js';
import { planOfChoices } from '../shell/choices.js';
import { notice, textRef } from '../shell/messages.js';
import { task } from '../shell/task.js';
import type { Binding, Change, Task } from '../shell/wizard.js';
import { isOver, noRun } from './reasons.js';

/** `reload` lists again what the plan stood in. */
export function discardKey<S>(runOf: (step: S) => Run | undefined, reload: () => Task): Binding<S> {
  return {
    keys: ['D'],
    label: text('plan weggooien', 'discard the plan'),
    disabled: [noRun(runOf), isOver(runOf)],
    footer: 40,
    run: (step) => ask(runOf(step), reload),
  };
}

function ask(run: Run | undefined, reload: () => Task): Change {
  if (!run) return {};
  const question = textRef('wizard.ask.discard', { run: run.id });
  return { overlay: { kind: 'question', ...question, agreed: () => ({ effects: [discard(run.id, reload)] }) } };
}

function discard(run: number, reload: () => Task): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.working'),
    run: ({ useCases }) => useCases.discard(run),
    then: (_step, _answer, { choices }) => ({
      choices: planOfChoices(choices, run, null),
      notice: notice('good', 'wizard.discarded', { run }),
      effects: [reload()],
    }),
  });
}

/** A plan that a key made and that nothing was done with is not kept when it is left: the key makes it again. */
export function discardUntouched(run: number): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.working'),
    run: ({ useCases }) => useCases.discard(run),
    then: () => ({ go: 'back', notice: notice('plain', 'wizard.discardedUntouched', { run }) }),
    failed: () => ({ go: 'back' }),
  });
}
