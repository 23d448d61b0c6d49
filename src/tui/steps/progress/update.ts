/** Applying the plan, how far that is, and stopping it. */
import { raisedGuards } from '../../runs/raisedGuards.js';
import type { RunDestination } from '../../shell/destination.js';
import { textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import type { Change, Entered, StepEvent, Task } from '../../shell/wizard.js';
import { progressStep, type ProgressStep } from './state.js';

export function enter(destination: RunDestination, clock: number): Entered<ProgressStep> {
  const { answer, first } = destination;
  return { step: progressStep(answer, clock, first), effects: [apply(destination)] };
}

function apply({ answer, first, reason }: RunDestination): Task {
  const { id, plan } = answer.run;
  const guards = raisedGuards(answer, first);
  return task({
    slot: 'main',
    ticks: true,
    run: ({ useCases }, watch) =>
      useCases.apply({ run: id, plan, guards, reason, ...(first !== undefined && { part: { first } }) }, watch),
    then: (_step, applied, { done }) => ({
      done: [...done, applied.run],
      overlay: null,
      go: { to: 'result', answer: applied },
    }),
    failed: (step: ProgressStep) => ({ overlay: null, go: { to: 'confirm', answer: step.answer } }),
  });
}

export function update(step: ProgressStep, event: StepEvent): Change<ProgressStep> {
  switch (event.kind) {
    case 'progressed': {
      // Each phase is timed for itself.
      const startedAt = step.progress?.phase === event.progress.phase ? step.startedAt : event.at;
      return { step: { ...step, progress: event.progress, now: event.at, startedAt } };
    }
    case 'ticked':
      return { step: { ...step, now: event.at } };
    default:
      return {};
  }
}

export function askToStop({ stopping }: ProgressStep): Change<ProgressStep> {
  if (stopping) return {};
  const agreed = (step: ProgressStep): Change<ProgressStep> => ({
    step: { ...step, stopping: true },
    effects: ['cancel'],
  });
  return { overlay: { kind: 'question', ...textRef('wizard.ask.stopApplying'), agreed } };
}
