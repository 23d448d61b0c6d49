/** What was done, and what can follow: files, the second pass, undo. */
import type { RunAnswer } from '../../../application/useCases.js';
import type { OutputKind } from '../../runs/writeFile.js';
import type { Destination } from '../../shell/destination.js';

export interface ResultStep {
  readonly at: 'result';
  readonly answer: RunAnswer;
  /** Files that were written, by what they hold. */
  readonly written: readonly { readonly what: OutputKind; readonly path: string }[];
  /** The users that led here, to go back to; null after an import. */
  readonly users: Destination | null;
}

export function resultStep(answer: RunAnswer, users: Destination | null = null): ResultStep {
  return { at: 'result', answer, written: [], users };
}

/** What was written before is not told beside what comes of it now. */
export function keepWritten(step: ResultStep, what: OutputKind, path: string | null): ResultStep {
  const others = step.written.filter((file) => file.what !== what);
  return { ...step, written: path === null ? others : [...others, { what, path }] };
}
