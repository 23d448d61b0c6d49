/** The plan is being applied: how far it is, how fast, and how long it will take. */
import type { RunAnswer } from '../../application/useCases.js';
import type { GuardSettings } from '../../domain/guards.js';
import { notice } from '../state/messages.js';
import type { ProgressStep } from '../state/steps.js';
import { textRef, type Change, type StepEvent } from '../state/wizardState.js';

export function progressStep(answer: RunAnswer, guards: GuardSettings, at: number): ProgressStep {
  return { at: 'progress', answer, guards, progress: null, startedAt: at, now: at, stopping: false };
}

export interface Pace {
  /** Rows a second; 0 while that cannot be told. */
  readonly rate: number;
  /** Seconds; null while that cannot be told. */
  readonly left: number | null;
  /** From 0 to 1; null where the end is not known. */
  readonly share: number | null;
}

/** How fast it goes, from what was done since the start. */
export function paceOf(step: Pick<ProgressStep, 'progress' | 'startedAt' | 'now'>): Pace {
  const { progress } = step;
  const seconds = (step.now - step.startedAt) / 1000;
  if (!progress) return { rate: 0, left: null, share: null };
  const rate = seconds > 0 ? progress.done / seconds : 0;
  if (progress.total === undefined || progress.total === 0) return { rate, left: null, share: null };
  const left = rate > 0 ? (progress.total - progress.done) / rate : null;
  return { rate, left, share: Math.min(1, progress.done / progress.total) };
}

export function updateProgress(step: ProgressStep, event: StepEvent): Change {
  switch (event.kind) {
    case 'entered':
      return { step, effects: [{ kind: 'apply', request: { run: step.answer.run.id, guards: step.guards } }] };
    case 'progressed': {
      // Each phase is timed for itself.
      const startedAt = step.progress?.phase === event.progress.phase ? step.startedAt : event.at;
      return { step: { ...step, progress: event.progress, now: event.at, startedAt } };
    }
    case 'applied':
      return { overlay: null, go: { to: 'result', answer: event.answer } };
    case 'failed':
      return {
        overlay: null,
        go: { to: 'confirm', answer: step.answer },
        notice: notice(
          event.problem.stop === 'interrupted' ? 'warning' : 'danger',
          event.problem.key,
          event.problem.params,
          event.problem.details,
        ),
      };
    case 'agreed':
      return { step: { ...step, stopping: true }, effects: [{ kind: 'cancel' }] };
    case 'action':
      return event.action === 'quit' && !step.stopping
        ? { overlay: { kind: 'question', purpose: 'stopApplying', ...textRef('wizard.ask.stopApplying') } }
        : {};
    default:
      return {};
  }
}
