/** A plan that puts back what a run changed. */
import type { Run } from '../domain/run.js';
import type { Context } from './context.js';
import type { Reach } from './environments.js';
import { Stop } from './errors.js';
import type { Watch } from './useCases.js';
import type { WrittenPlan } from './writePlan.js';

export function undoRun(_context: Context, runId: number, _watch: Watch = {}): Promise<Run> {
  return Promise.reject(new Stop('failure', 'undo.unavailable', { run: runId }));
}

export function planUndo(_context: Context, run: Run, _reach: Reach, _isExcluded: (row: number) => boolean, _watch: Watch): Promise<WrittenPlan> {
  return Promise.reject(new Stop('failure', 'undo.unavailable', { run: run.id }));
}
