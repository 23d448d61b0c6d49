/** The runs of before: their rows, their files, and undoing them. */
import type { Run } from '../../../domain/run.js';
import type { Cursor } from '../../shell/list.js';

export interface HistoryStep extends Cursor {
  readonly at: 'history';
  readonly runs: readonly Run[] | null;
}

export function runHere({ runs, cursor }: HistoryStep): Run | undefined {
  return runs?.[cursor];
}
