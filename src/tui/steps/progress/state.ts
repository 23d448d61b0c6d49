/** The plan is being applied: how far it is, for how long, and how fast where that can be told. */
import type { Progress } from '../../../application/ports/planStore.js';
import type { RunAnswer } from '../../../application/useCases.js';

export interface ProgressStep {
  readonly at: 'progress';
  readonly answer: RunAnswer;
  /** How many rows are applied, where those are not all. */
  readonly first: number | null;
  readonly progress: Progress | null;
  /** When it was begun, and when the phase that it is in. */
  readonly begunAt: number;
  readonly startedAt: number;
  readonly now: number;
  readonly stopping: boolean;
}

export function progressStep(answer: RunAnswer, at: number, first: number | null = null): ProgressStep {
  return { at: 'progress', answer, first, progress: null, begunAt: at, startedAt: at, now: at, stopping: false };
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
function rowPace({ answer, first, startedAt, now }: ProgressStep, progress: Progress, share: number | null): RowPace {
  const seconds = (now - startedAt) / 1000;
  const total = share === null ? null : (first ?? answer.run.file.rows);
  const done = share === null || total === null ? progress.done : Math.floor(share * total);
  const rate = seconds > 0 ? done / seconds : 0;
  return { done, total, rate, left: rate > 0 && total !== null ? (total - done) / rate : null };
}
