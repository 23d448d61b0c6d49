/** The plan is being applied: how far it is, for how long, and how fast where that can be told. */
import type { RunAnswer } from '../../../application/useCases.js';
import type { Progress } from '../../../application/ports/planStore.js';
import type { GuardSettings } from '../../../domain/guards.js';
import { notice } from '../../shell/messages.js';
import type { ProgressStep } from '../state.js';
import { textRef, type Change, type StepEvent } from '../../shell/wizard.js';

export function progressStep(answer: RunAnswer, guards: GuardSettings, at: number): ProgressStep {
  return { at: 'progress', answer, guards, progress: null, begunAt: at, startedAt: at, now: at, stopping: false };
}

export interface Pace {
  /** Seconds since it was begun. */
  readonly elapsed: number;
  /** From 0 to 1; null where the end is not known. */
  readonly share: number | null;
  /** Null until the first of it is told. */
  readonly rows: RowPace | null;
}

interface RowPace {
  readonly done: number;
  /** Null where it is not known. */
  readonly total: number | null;
  /** Rows a second; 0 while that cannot be told. */
  readonly rate: number;
  /** Seconds; null while that cannot be told. */
  readonly left: number | null;
}

/** How far it is; how fast it goes only where that follows from what was done since the start. */
export function paceOf(step: ProgressStep): Pace {
  const { progress, begunAt, now } = step;
  const elapsed = Math.max(0, (now - begunAt) / 1000);
  if (!progress) return { elapsed, share: null, rows: null };
  const { done, total } = progress;
  const share = total === undefined || total === 0 ? null : Math.min(1, done / total);
  return { elapsed, share, rows: rowPace(step, progress, share) };
}

/** Work that is counted in users of several environments is told as its share of the rows. */
function rowPace({ answer, startedAt, now }: ProgressStep, progress: Progress, share: number | null): RowPace {
  const seconds = (now - startedAt) / 1000;
  const total = share === null ? null : answer.run.file.rows;
  const done = share === null || total === null ? progress.done : Math.floor(share * total);
  const rate = seconds > 0 ? done / seconds : 0;
  return { done, total, rate, left: rate > 0 && total !== null ? (total - done) / rate : null };
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
    case 'ticked':
      return { step: { ...step, now: event.at } };
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
