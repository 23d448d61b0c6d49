/** Plans the rows of a stored plan as a new run, against the directory as it is now: all of them, or some. */
import { withGuards } from '../domain/guards/guardSettings.js';
import type { PlanTally } from '../domain/planTally.js';
import { UNDECIDED, type Run } from '../domain/run.js';
import { requireKnownChecks } from './runRefusals.js';
import { recordingOf } from './attempt.js';
import { comparePlans, ofFile } from './comparePlans.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import { UserError } from './userError.js';
import { originAsBefore, originOf, publishRun } from './newRun.js';
import { planning, raisersOf, shapersOf } from './people.js';
import { appliedBefore, wholeFile } from './planImport.js';
import type { Recording } from './ports/auditLog.js';
import type { PlanWriter } from './ports/planStore.js';
import { requireRowsIn } from './settingsPlan.js';
import type { ImportedBefore, PlanAgainOptions, RowDifference, Watch } from './useCases.js';
import { AS_BEFORE, writeAgain, type Revision } from './writeAgain.js';
import { writeAndPublish } from './writePlan.js';

/** A new run of the rows of another, with other rows left out; `differences` of what stays from what it was. */
export interface PartOfRun {
  readonly run: Run;
  readonly differences: readonly RowDifference[];
}

/** Plans the rows of a run as a new one, in which these are left out besides those that were; the run stays as it is. */
export async function planPartOf(
  context: Context,
  before: Run,
  leavesOut: (row: number) => boolean,
  watch: Watch,
  record?: Recording,
): Promise<PartOfRun> {
  const reach = await reachOf(context.directory, before.environment);
  const revision: Revision = { ...AS_BEFORE, isExcluded: (row, left) => left || leavesOut(row) };
  const origin = { ...originAsBefore(before), again: before.id };
  const people = [...(await shapersOf(context, before.id)), ...planning(context, {})];
  const write = (writer: PlanWriter): Promise<PlanTally> =>
    writeAgain(writer, { context, reach, run: before, revision, watch });
  return writeAndPublish(context.plans, reach, write, async (written) => {
    const differences = await comparePlans(context.plans.rows(before.id, {}), written.plan.rows());
    return {
      differences: differences.filter(({ row }) => !leavesOut(row)),
      run: await publishRun(context, reach, origin, written, people, record),
    };
  });
}

export interface PlannedAgain {
  readonly run: Run;
  readonly differences: readonly RowDifference[];
  readonly importedBefore: ImportedBefore | null;
}

/** Plans the same rows as a new run, and answers what came out otherwise (docs/rules.md, *Stale plans*). */
export async function planAgain(
  context: Context,
  runId: number,
  options: PlanAgainOptions,
  watch: Watch = {},
  record?: Recording,
): Promise<PlannedAgain> {
  const before = askedAnew(await context.plans.run(runId), options);
  requireKnownChecks(options.raised ?? {}, before.settings);
  if (before.pruned) throw new UserError('wrongUse', 'run.pruned', { run: runId });
  requireRowsIn(before);
  if (before.kind === 'undo') throw new UserError('wrongUse', 'plan.undoAgain', { run: before.parent ?? runId });
  const reach = await reachOf(context.directory, before.environment);
  const importedBefore =
    options.importAgain !== true && before.kind === 'import'
      ? await appliedBefore(context, before.file.sha256, reach.target.id, before.type, blocksAbsent(before, options))
      : null;
  const { raised = {}, expiresAfterDays, exitOnChanges, reason = before.reason } = options;
  // A plan of an earlier Instroom does not tell how its file ends.
  const { endsOpen } = before.counts.wholeFile ?? { endsOpen: true };
  const origin = {
    ...originOf(before),
    ...(options.absent && { wholeFile: await wholeFile(context, before, reach, { endsOpen, importedBefore }) }),
    guardSettings: withGuards(before.guardSettings, raised),
    raisedBy: raisersOf(context.operator, raised, before.raisedBy),
    expiresAfterDays,
    exitOnChanges,
    reason,
    again: runId,
  };
  const people = [...(await shapersOf(context, runId)), ...planning(context, raised)];
  const write = (writer: PlanWriter): Promise<PlanTally> =>
    writeAgain(writer, { context, reach, run: before, revision: AS_BEFORE, watch });
  const { run, differences } = await writeAndPublish(context.plans, reach, write, async (written) => {
    const isAsked = options.absent !== undefined;
    const [was, is] = [context.plans.rows(runId, {}), written.plan.rows()];
    return {
      differences: await (isAsked ? comparePlans(ofFile(was), ofFile(is)) : comparePlans(was, is)),
      run: await publishRun(context, reach, origin, written, people, record),
    };
  });
  if (UNDECIDED.includes(before.status)) {
    const about = { run: runId, environment: before.environment };
    await context.plans.discard(runId, recordingOf(context, 'discard', about));
  }
  return { run, differences, importedBefore };
}

/** The run as it is planned anew: with what is to become of users whom no row names, where that is said. */
function askedAnew(run: Run, { absent }: PlanAgainOptions): Run {
  if (absent === undefined) return run;
  if (run.kind !== 'import') throw new UserError('wrongUse', 'plan.absentNoFile', { run: run.id });
  const { absent: _, ...settings } = run.settings;
  return { ...run, settings: { ...settings, ...(absent && { absent }) } };
}

function blocksAbsent({ counts }: Run, { absent }: PlanAgainOptions): boolean {
  return absent === undefined ? (counts.absent ?? 0) > 0 : absent !== null;
}
