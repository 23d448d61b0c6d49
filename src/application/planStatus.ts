/** What a script gets of a plan that was stored (docs/cli.md, *Exit status*), and a plan of which nothing has to be kept. */
import { changesOf } from '../domain/outcomes.js';
import type { RunSummary } from '../domain/run.js';

/** 7 where there is something to do and that was asked, else 3 where rows were rejected. */
export function statusOfPlan(summary: Pick<RunSummary, 'outcomes'>, exitOnChanges = false): 0 | 3 | 7 {
  if (exitOnChanges && changesOf(summary) > 0) return 7;
  return summary.outcomes.rejected > 0 ? 3 : 0;
}

/** Nothing to apply, and nothing to mend: a plan that somebody makes to know just that does not fill the history. */
export function hasNothingToDo({ outcomes }: Pick<RunSummary, 'outcomes'>): boolean {
  return changesOf({ outcomes }) === 0 && outcomes.rejected === 0;
}
