/** Works the rows of a stored plan out again, against the directory as it is now. */
import { withGuards } from '../domain/guards/guardSettings.js';
import { MOST_NAMED, type PlanTally } from '../domain/planTally.js';
import { UNDECIDED, type Run } from '../domain/run.js';
import { requireKnownChecks, requirePlanned } from './runRefusals.js';
import { recordingOf } from './attempt.js';
import { comparePlans, ofFile } from './comparePlans.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import { UserError } from './userError.js';
import { findMends } from './findMends.js';
import { newRun, publishRun, type RunOrigin } from './newRun.js';
import { doing, planning, raisersOf, shapersOf } from './people.js';
import { appliedBefore, wholeFile } from './planImport.js';
import type { Recording } from './ports/auditLog.js';
import type { PlanWriter } from './ports/planStore.js';
import { partToRevise } from './revisedPart.js';
import { requireRowsIn } from './settingsPlan.js';
import type { ImportedBefore, MendedCount, MendRequest, PlanAgainOptions, RowDifference, Watch } from './useCases.js';
import { AS_BEFORE, writeAgain, writePart, type Revision } from './writeAgain.js';
import { writeAndPublish, writing } from './writePlan.js';

/** A run with rows left out or taken back, and the rows that were so already. */
interface Excluded {
  readonly run: Run;
  readonly already: readonly number[];
}

/** Leaves rows out, or takes them back in; the approval lapses, unless all of them were so already. */
export async function excludeRows(
  context: Context,
  runId: number,
  change: { readonly out?: readonly number[]; readonly back?: readonly number[] },
  watch: Watch = {},
  record?: Recording,
): Promise<Excluded> {
  const out = new Set(change.out);
  const back = new Set(change.back);
  const rows = await requireRows(context, runId, [...out, ...back]);
  const left = new Set(await context.plans.rowNumbers(runId, { rows, outcome: 'excluded' }));
  const already = rows.filter((row) => out.has(row) === left.has(row));
  if (rows.length > 0 && already.length === rows.length) {
    const run = await context.plans.run(runId);
    requirePlanned(run);
    return { run, already };
  }
  const run = await revise(
    context,
    runId,
    {
      ...AS_BEFORE,
      act: 'exclude',
      isExcluded: (row, before) => out.has(row) || (before && !back.has(row)),
      changed: [...out, ...back],
    },
    watch,
    record,
  );
  return { run, already };
}

/** Changes cells of rows and plans all again; the approval lapses, unless nothing becomes something else. */
export async function mendRows(
  context: Context,
  runId: number,
  request: MendRequest,
  watch: Watch = {},
  record?: Recording,
): Promise<{ readonly run: Run; readonly mended: MendedCount }> {
  if (request.rows) await requireRows(context, runId, request.rows);
  const run = await context.plans.run(runId);
  requireMendable(run);
  const mended = await findMends(context, run, request);
  const cells = [...mended.values()].reduce((sum, typed) => sum + typed.length, 0);
  const count = { cells, rows: mended.size };
  if (cells === 0) return { run, mended: count };
  const revision: Revision = { ...AS_BEFORE, act: 'mend', mended, changed: [...mended.keys()] };
  return { run: await revise(context, runId, revision, watch, record), mended: count };
}

/** Only what came from a file has cells. */
function requireMendable(run: Run): void {
  requirePlanned(run);
  requireRowsIn(run);
  if (run.kind !== 'import') throw new UserError('wrongUse', 'mend.noFile', { run: run.id });
}

async function requireRows(context: Context, runId: number, rows: readonly number[]): Promise<readonly number[]> {
  requireRowsIn(await context.plans.run(runId));
  const wanted = [...new Set(rows)];
  const found = [...(await context.plans.rowNumbers(runId, { rows: wanted }))];
  const known = new Set(found);
  const unknown = wanted.filter((row) => !known.has(row));
  if (unknown.length > 0) throw new UserError('wrongUse', 'row.unknown', { run: runId, rows: unknown.join(', ') });
  return found;
}

/** The same run gets another plan, if nobody gave it one meanwhile. */
async function revise(
  context: Context,
  runId: number,
  revision: Revision,
  watch: Watch,
  record: Recording | undefined,
): Promise<Run> {
  const run = await context.plans.run(runId);
  requirePlanned(run);
  const reach = await reachOf(context.directory, run.environment);
  const again = { context, reach, run, revision, watch };
  const origin = { ...originOf(run), askedBy: run.askedBy, expiresAfterDays: lifetimeOf(run) };
  const people = doing(context, revision.act);
  const part = await partToRevise(again);
  if (part)
    return writing(await context.plans.begin(reach, run.id), async (writer) => {
      const tally = await writePart(writer, again, part);
      return writer.replacePart(run, part, {
        people,
        record,
        runOf: async ({ countAbsent, nameGroups, ...plan }) => {
          // Whom rows name is in their cells: a row that is left out still names its user.
          const named = revision.mended.size === 0 ? run.summary.absent : undefined;
          tally.absent = named ?? { users: await countAbsent(), action: 'none' };
          if (tally.makesOtherGroups) tally.newGroups = await nameGroups(MOST_NAMED);
          return newRun(context, reach, origin, { plan, tally });
        },
      });
    });
  const write = (writer: PlanWriter): Promise<PlanTally> => writeAgain(writer, again);
  return writeAndPublish(context.plans, reach, write, (written) =>
    written.plan.republish(run, newRun(context, reach, origin, written), people, record),
  );
}

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
  const origin = {
    ...originOf(before),
    askedBy: before.askedBy,
    expiresAfterDays: lifetimeOf(before),
    again: before.id,
  };
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

function originOf(run: Run): RunOrigin {
  const { kind, settings, file, definition, headers, layout, guardSettings, raisedBy, parent, again, reason, counts } =
    run;
  const { wholeFile } = counts;
  return {
    kind,
    settings,
    file,
    definition,
    headers,
    layout,
    guardSettings,
    raisedBy,
    parent,
    again,
    reason,
    wholeFile,
  };
}

/** The days that a plan was given: worked out again, it has as many. */
function lifetimeOf({ createdAt, expiresAt }: Run): number {
  return (Date.parse(expiresAt) - Date.parse(createdAt)) / (24 * 60 * 60 * 1000);
}
