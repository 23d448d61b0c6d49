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
  /** Rows that are done, and all of them where that is known. */
  readonly done: number;
  readonly total: number | null;
  /** Rows a second; 0 while that cannot be told. */
  readonly rate: number;
  /** Seconds; null while that cannot be told. */
  readonly left: number | null;
  /** From 0 to 1; null where the end is not known. */
  readonly share: number | null;
}

/** How fast it goes, from what was done since the start. Work that is not counted in rows is told as its share of them. */
export function paceOf({ progress, startedAt, now, answer }: ProgressStep): Pace {
  if (!progress) return { done: 0, total: null, rate: 0, left: null, share: null };
  const seconds = (now - startedAt) / 1000;
  const share =
    progress.total === undefined || progress.total === 0 ? null : Math.min(1, progress.done / progress.total);
  const total = share === null ? null : answer.run.file.rows;
  const done = share === null || total === null ? progress.done : Math.floor(share * total);
  const rate = seconds > 0 ? done / seconds : 0;
  return { done, total, rate, left: rate > 0 && total !== null ? (total - done) / rate : null, share };
}

export function updateProgress(step: ProgressStep, event: StepEvent): Change {
  switch (event.kind) {
    case 'entered':
      return {
        step,
        effects: [
          { kind: 'apply', request: { run: step.answer.run.id, plan: step.answer.run.plan, guards: step.guards } },
        ],
      };
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
