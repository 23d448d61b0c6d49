/** Works the rows of a stored plan out again, against the directory as it is now. */
import type { RowKind } from '../domain/kinds/kind.js';
import { withGuards } from '../domain/guards/guardSettings.js';
import { kindOf } from '../domain/kinds/rowKind.js';
import { typedOver } from '../domain/mendedRow.js';
import type { PlanTally } from '../domain/planTally.js';
import { UNDECIDED, type Run } from '../domain/run.js';
import { absentLeftOut, writeImportRows } from './absentUsers.js';
import { requireKnownChecks, requirePlanned } from './applyRun.js';
import { recordingOf } from './attempt.js';
import { comparePlans, ofFile } from './comparePlans.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import { UserError } from './userError.js';
import { findMends, type Mends } from './findMends.js';
import { newRun, publishRun, type RunOrigin } from './newRun.js';
import { doing, planning, raisersOf, shapersOf } from './people.js';
import { appliedBefore, wholeFile } from './planImport.js';
import type { Recording } from './ports/auditLog.js';
import type { PlanPart, PlanWriter, Reach, RunAct } from './ports/planStore.js';
import { partToRevise } from './planPart.js';
import { requireRowsIn } from './settingsPlan.js';
import { takeSecrets } from './takeSecrets.js';
import { writeUndo } from './undoRun.js';
import type { ImportedBefore, MendedCount, MendRequest, PlanAgainOptions, RowDifference, Watch } from './useCases.js';
import { tallyOf, writeAndPublish, writeRows, type RowsToPlan, type WrittenPlan } from './writePlan.js';

/** Which rows are left out, and which cells are other than the file had them. */
interface Revision {
  readonly isExcluded: (row: number, before: boolean) => boolean;
  readonly mended: Mends;
  /** The rows of which one or the other is not as before. */
  readonly changed: readonly number[];
  /** What whoever does this is doing. */
  readonly act: RunAct;
}

const AS_BEFORE: Revision = { isExcluded: (_row, before) => before, mended: new Map(), changed: [], act: 'plan' };

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
  const part = await partToRevise(context, run, reach, revision.changed, revision.mended);
  const write = (writer: PlanWriter): Promise<PlanTally> =>
    part
      ? writePart(context, writer, reach, run, revision, part, watch)
      : writeAgain(context, writer, reach, run, revision, watch);
  const origin = { ...originOf(run), askedBy: run.askedBy, expiresAfterDays: lifetimeOf(run) };
  const people = doing(context, revision.act);
  const publish = (written: WrittenPlan): Promise<Run> =>
    written.plan.republish(run, newRun(context, reach, origin, written), people, record);
  return writeAndPublish(context.plans, reach, write, publish, part ? run.plan : undefined);
}

/** Plans a part of the rows once more, and keeps the others as they are. */
async function writePart(
  context: Context,
  writer: PlanWriter,
  reach: Reach,
  run: Run,
  revision: Revision,
  part: PlanPart,
  watch: Watch,
): Promise<PlanTally> {
  await writeRows(writer, reach, run.settings, storedRows(context, run, revision, part.rows), watch);
  const tally = tallyOf(run.settings);
  for await (const rows of writer.keepRows(run, part)) {
    if (watch.signal?.aborted) throw new UserError('interrupted', 'plan.interrupted');
    for (const row of rows) tally.add(row);
    if (tally.rows > part.rows.length) watch.onProgress?.({ phase: 'reading', done: tally.rows });
  }
  tally.absent = { users: await writer.countAbsent(), action: 'none' };
  return tally;
}

/** Plans the rows of a run once more; of an import, those whom no row names are looked for anew. */
async function writeAgain(
  context: Context,
  writer: PlanWriter,
  reach: Reach,
  run: Run,
  revision: Revision,
  watch: Watch,
): Promise<PlanTally> {
  if (run.kind === 'undo') {
    const { parent, settings } = run;
    const isExcluded = await excludedRows(context, run, revision);
    return writeUndo(context, writer, { parent: parent ?? 0, reach, isExcluded, onlyUser: settings.onlyUser }, watch);
  }
  const rows = storedRows(context, run, revision);
  if (run.kind !== 'import') return writeRows(writer, reach, run.settings, rows, watch);
  const leftOut = run.settings.absent && (await absentLeftOut(context, run.id, revision.isExcluded));
  return writeImportRows(writer, reach, run.settings, rows, watch, leftOut);
}

/** The rows of an undo come from the run that it undoes: only its plan knows which were left out. */
async function excludedRows(context: Context, run: Run, revision: Revision): Promise<(row: number) => boolean> {
  const before = new Set(await context.plans.rowNumbers(run.id, { outcome: 'excluded' }));
  return (row) => revision.isExcluded(row, before.has(row));
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
  const write = (writer: PlanWriter): Promise<PlanTally> => writeAgain(context, writer, reach, before, revision, watch);
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
    writeAgain(context, writer, reach, before, AS_BEFORE, watch);
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

/** The rows of a run as the file had them, with the hashes of their passwords. */
async function* storedRows(
  context: Context,
  run: Run,
  revision: Revision,
  rows?: readonly number[],
): AsyncGenerator<RowsToPlan> {
  for await (const chunk of context.plans.sources(run.id, { absent: false, ...(rows && { rows }) })) {
    const excluded = new Map<number, RowKind | undefined>();
    const kept: number[] = [];
    for (const { planned, source } of chunk) {
      if (revision.isExcluded(source.row, planned.outcome === 'excluded'))
        excluded.set(source.row, kindOf(planned, run.environment));
      if (source.cells.some((cell) => typeof cell === 'object' && cell.kind === 'secret' && !cell.weak))
        kept.push(source.row);
    }
    const hashes = kept.length > 0 ? await context.plans.secrets(run.id, kept) : new Map<number, string>();
    const mended = chunk.map(({ source }) => typedOver(source, revision.mended.get(source.row) ?? []));
    const fresh = await takeSecrets(mended, run.settings, context.hashPassword);
    const again = new Set(fresh.secrets.map((secret) => secret.row));
    const missing = kept.filter((row) => !hashes.has(row) && !again.has(row));
    if (missing.length > 0) throw new UserError('wrongUse', 'plan.passwordsGone', { run: run.id });
    const secrets = kept.flatMap((row) => (again.has(row) ? [] : [{ row, hash: hashes.get(row) ?? '' }]));
    yield { rows: fresh.rows, secrets: [...secrets, ...fresh.secrets], excluded };
  }
}
