/** A file becomes a stored plan; nothing else is written. */
import type { ImportType } from '../domain/fields.js';
import { needsOf } from '../domain/directoryNeeds.js';
import { withGuards } from '../domain/guards/guardSettings.js';
import type { WholeFile } from '../domain/guards/guardCounts.js';
import { planRow } from '../domain/planRow.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import type { PlanTally } from '../domain/planTally.js';
import { RowReader } from '../domain/readRow.js';
import type { Run, UsedDefinition } from '../domain/run.js';
import type { ImportSettings } from '../domain/settings.js';
import { WorkingDirectory } from '../domain/workingDirectory.js';
import { absentLeftOut, writeImportRows, type LeftOutUsers } from './absentUsers.js';
import { requireKnownChecks } from './runRefusals.js';
import { Decisions } from './carryDecisions.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import { UserError } from './userError.js';
import { publishRun, toPublish, type RunOrigin } from './newRun.js';
import { planning, raisersOf, shapersOf } from './people.js';
import type { Recording } from './ports/auditLog.js';
import type { RowReading } from './ports/importFiles.js';
import type { PlanToPublish, PlanWriter, Reach, RunPerson } from './ports/planStore.js';
import { shownLayout } from './shownLayout.js';
import { takeSecrets, type HashPassword } from './takeSecrets.js';
import type { CarriedDecisions, ImportedBefore, PlanRequest, Watch } from './useCases.js';
import { PLAN_CHUNK, writeAndPublish, type RowsToPlan, type WrittenPlan } from './writePlan.js';

/** A plan of a file, with the run that applied the same content before, where users of it were changed since. */
export interface PlannedImport {
  readonly run: Run;
  readonly importedBefore: ImportedBefore | null;
  readonly carried: CarriedDecisions;
}

/**
 * Plans a whole file as a new run; throws `UserError` for a file without rows, one that was applied before, or where
 * decisions of the plan before would be lost: nothing was stored then, and that plan is as it was.
 */
export function planImport(
  context: Context,
  request: PlanRequest,
  watch: Watch = {},
  record?: Recording,
): Promise<PlannedImport> {
  return writeImport(context, request, watch, async ({ reach, origin, written, people, ...told }) => ({
    run: await publishRun(context, reach, origin, written, people, record),
    ...told,
  }));
}

/** Plans one file for several environments, as a set of runs: all, or none where any of them is refused. */
export async function planImports(
  context: Context,
  requests: readonly (PlanRequest & { readonly record: Recording })[],
  watch: Watch = {},
  written: readonly (PlanToPublish & Pick<PlannedImport, 'importedBefore' | 'carried'>)[] = [],
): Promise<readonly PlannedImport[]> {
  const [request, ...others] = requests;
  if (request)
    return writeImport(context, request, watch, ({ reach, origin, written: plan, people, ...told }) =>
      planImports(context, others, watch, [
        ...written,
        { ...toPublish(context, reach, origin, plan, people, request.record), ...told },
      ]),
    );
  const runs = await context.plans.publishSet(written);
  return runs.flatMap((run, at) => {
    const one = written[at];
    return one ? [{ run, importedBefore: one.importedBefore, carried: one.carried }] : [];
  });
}

/** A file that is a plan, which is to be published as a run. */
interface WrittenImport extends Omit<PlannedImport, 'run'> {
  readonly reach: Reach;
  readonly origin: RunOrigin;
  readonly written: WrittenPlan;
  readonly people: readonly RunPerson[];
}

async function writeImport<Published>(
  context: Context,
  request: PlanRequest,
  watch: Watch,
  publish: (written: WrittenImport) => Promise<Published>,
): Promise<Published> {
  const { file, settings, raised = {} } = request;
  const reach = await reachOf(context.directory, request.environment);
  requireUserSource(settings);
  requireKnownChecks(raised, settings);
  const decisions = await Decisions.of(context, request.carry, settings.mapping);
  const leftOut = await absentBefore(context, request.carry);
  const reading = context.files.read(file, PLAN_CHUNK);
  const rows = rowsOf(reading, settings, context.hashPassword, decisions);
  const write = (writer: PlanWriter): Promise<PlanTally> =>
    writeImportRows(writer, reach, settings, rows, watch, leftOut);
  return writeAndPublish(context.plans, reach, write, async (written) => {
    const { sha256, blank, endsOpen } = reading.totals;
    if (written.tally.rows === 0) throw new UserError('wrongUse', 'plan.noRows', { file: file.name });
    const importedBefore =
      request.importAgain === true
        ? null
        : await appliedBefore(context, sha256, reach.target.id, settings.type, written.tally.blocksAbsent);
    decisions.requireAgreed(request.lose);
    const { carried } = decisions;
    const origin = {
      kind: 'import' as const,
      settings,
      file: { name: file.name, sha256, blank },
      definition: request.definition,
      headers: file.headers,
      layout: shownLayout(file, settings.mapping),
      wholeFile: await wholeFile(context, { ...request, type: settings.type }, reach, { endsOpen, importedBefore }),
      guardSettings: withGuards(request.guards ?? {}, raised),
      raisedBy: raisersOf(context.operator, raised),
      parent: null,
      expiresAfterDays: request.expiresAfterDays,
      exitOnChanges: request.exitOnChanges,
      reason: request.reason,
    };
    const people = [
      ...(request.carry === undefined ? [] : await shapersOf(context, request.carry)),
      ...planning(context, raised),
    ];
    return publish({ reach, origin, written, people, importedBefore, carried });
  });
}

/** Absent users who were left out of the plan that this one takes the place of. */
async function absentBefore(context: Context, carry: number | undefined): Promise<LeftOutUsers | undefined> {
  return carry === undefined ? undefined : absentLeftOut(context, carry, (_row, before) => before);
}

/** What a file is held to that blocks whom it lacks; kept with every plan of a file, as that can be asked of it later. */
export async function wholeFile(
  { plans }: Context,
  { definition, type }: { readonly definition?: UsedDefinition | null | undefined; readonly type: ImportType },
  { target }: Reach,
  { endsOpen, importedBefore }: Pick<WholeFile, 'endsOpen'> & Pick<PlannedImport, 'importedBefore'>,
): Promise<WholeFile> {
  const last = await plans.lastFile(target.id, { definition: definition?.name ?? null, type });
  return {
    rowsBefore: last?.rows ?? null,
    endsOpen,
    endedOpen: last?.endsOpen ?? null,
    isOlder: last !== null && importedBefore !== null && importedBefore.run !== last.run,
  };
}

/** Nothing can be planned without the key of the rows (docs/cli.md, *Exit status*: incomplete mapping). */
function requireUserSource(settings: ImportSettings): void {
  const { user } = settings.mapping;
  if (user === undefined || user.kind === 'fixed') throw new UserError('wrongUse', 'mapping.noUserSource');
}

async function* rowsOf(
  reading: RowReading,
  settings: ImportSettings,
  hash: HashPassword,
  decisions: Decisions,
): AsyncGenerator<RowsToPlan> {
  for await (const chunk of reading.chunks) {
    const { rows, secrets } = await takeSecrets(chunk, settings, hash);
    yield { secrets, ...decisions.carryOver(rows) };
  }
}

/**
 * The same content, applied before to the same environment as the same type, is not imported by accident:
 * throws `UserError`. Where users of it were changed since, or it blocks others for not being in it (`blocksAbsent`), it would
 * not be the same again: the answer says so instead.
 */
export async function appliedBefore(
  context: Context,
  sha256: string,
  environmentId: number,
  type: string,
  blocksAbsent: boolean,
): Promise<ImportedBefore | null> {
  const before = sha256 === '' ? undefined : await context.plans.appliedBefore(sha256, environmentId, type);
  if (!before) return null;
  const { run, changedSince, changedBy } = before;
  if (changedSince || blocksAbsent) return { run: run.id, changedBy };
  throw new UserError('alreadyImported', 'import.already', {
    run: run.id,
    at: run.appliedAt ?? '',
    operator: run.operator,
  });
}

/** Plans the rows of the file's sample, storing nothing: what the mapping would make of them. */
export async function planSample(
  context: Context,
  { file, environment, settings }: PlanRequest,
): Promise<readonly PlannedRow[]> {
  const reach = await reachOf(context.directory, environment);
  const { target, environments } = reach;
  const reader = new RowReader(settings);
  const { rows } = await takeSecrets(file.sample, settings, () => Promise.resolve(''));
  const texts = rows.map((row) => reader.read(row));
  const directory = new WorkingDirectory(target, environments);
  directory.load(await context.plans.read(reach, needsOf(texts, reader, target.participant)));
  return rows.map((source, at) => planRow(source, texts[at] ?? reader.read(source), reader, directory));
}
