/** A stored run is opened, and looked at where it can be. */
import type { RunAnswer } from '../../application/useCases.js';
import { UNDECIDED } from '../../domain/run.js';
import { notice, textRef } from '../shell/messages.js';
import { task } from '../shell/task.js';
import type { Change, Task } from '../shell/wizard.js';

export function openRun(run: number): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.opening', { run }),
    run: ({ useCases }) => useCases.answer(run),
    then: (_step, answer) => lookAt(answer),
  });
}

/** The others of a plan of which some rows were applied: confirmed, unless that was done since. */
export function openRest(run: number): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.opening', { run }),
    run: ({ useCases }) => useCases.answer(run),
    then: (_step, answer) => (answer.run.status === 'planned' ? { go: { to: 'confirm', answer } } : lookAt(answer)),
  });
}

/** The rows of a run are in the preview; settings have none, and are confirmed or were applied. */
export function lookAt(answer: RunAnswer, fresh = false): Change {
  const { id: run, kind, status, environment, pruned } = answer.run;
  if (pruned) return { notice: notice('warning', 'run.pruned', { run }) };
  if (kind !== 'settings') return { go: { to: 'preview', answer, ...(fresh && { fresh: true }) } };
  if (UNDECIDED.includes(status)) return { go: { to: 'confirm', answer } };
  if (status === 'applied') return { go: { to: 'result', answer } };
  return { notice: notice('warning', 'settings.noRows', { run, environment }) };
}
