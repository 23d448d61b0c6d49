/**
 * Some rows of a plan are applied first, as a run of their own, and the others planned anew: whoever is not sure of a large plan
 * looks at what a few of its rows did (docs/rules.md, *First a few*).
 */
import { isAbsentRow } from '../domain/absent.js';
import { CHANGING } from '../domain/outcomes.js';
import type { Run } from '../domain/run.js';
import { discardRun } from './applyRun.js';
import { answerOf } from './runAnswer.js';
import { outdatedBy, requirePlanned } from './runRefusals.js';
import { recordingOf } from './attempt.js';
import type { Context } from './context.js';
import type { Recording } from './ports/auditLog.js';
import { planPartOf } from './replan.js';
import { requireRowsIn } from './settingsPlan.js';
import type { ApplyRequest, PartOfPlan, Watch } from './useCases.js';
import { UserError } from './userError.js';

/** The rows that are meant, of those that change something; undefined where those are all of them. */
export async function rowsOfPart(
  context: Context,
  { run: runId, plan }: Pick<ApplyRequest, 'run' | 'plan'>,
  part: PartOfPlan,
): Promise<ReadonlySet<number> | undefined> {
  const { plans } = context;
  const run = await plans.run(runId);
  const outdated = outdatedBy(run, plan);
  if (outdated) throw outdated;
  requirePlanned(run);
  requireRowsIn(run);
  const { approvalAsked } = await answerOf(context, run);
  if (approvalAsked) throw new UserError('guarded', 'apply.partNeedsApproval', { run: runId });
  if (run.kind === 'undo') throw new UserError('wrongUse', 'apply.partOfUndo', { run: runId });
  const all = await plans.rowNumbers(runId, { outcome: CHANGING });
  const meant = 'first' in part ? [...all.slice(0, part.first)] : [...new Set(part.rows)];
  const known = new Set(all);
  const others = meant.filter((row) => !known.has(row));
  if (others.length > 0 || meant.length === 0)
    throw new UserError('wrongUse', 'apply.partUnknown', { run: runId, rows: others.join(', ') });
  return meant.length === all.length ? undefined : new Set(meant);
}

/** The plan of the part alone. A row that would come to something else without the others is refused: it is not what was looked at. */
export async function planPart(
  context: Context,
  runId: number,
  rows: ReadonlySet<number>,
  watch: Watch,
  record?: Recording,
): Promise<Run> {
  const before = await context.plans.run(runId);
  const { run, differences } = await planPartOf(context, before, (row) => !rows.has(row), watch, record);
  if (differences.length === 0) return run;
  await discardPart(context, run);
  const named = differences.slice(0, MOST_NAMED).map(({ row, user }) => (isAbsentRow(row) ? user : row));
  throw new UserError('stale', 'apply.partDiffers', { run: runId, rows: named.join(', ') });
}

const MOST_NAMED = 10;

/** The others, planned anew in the place of the plan that they were in; `first` is the run that applied the part. */
export async function planRest(
  context: Context,
  runId: number,
  rows: ReadonlySet<number>,
  first: number,
  watch: Watch,
  record?: Recording,
): Promise<Run> {
  const before = await context.plans.run(runId);
  const { run } = await planPartOf(context, before, (row) => rows.has(row), watch, record);
  await context.plans.linkRest(first, run.id);
  await discardPart(context, before);
  return run;
}

export async function discardPart(context: Context, { id, environment }: Run): Promise<void> {
  await discardRun(context, id, recordingOf(context, 'discard', { run: id, environment }));
}
