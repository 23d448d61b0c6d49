/** A file becomes a stored plan; nothing else is written. */
import { needsOf } from '../domain/directoryNeeds.js';
import { planRow } from '../domain/planRow.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import { RowReader } from '../domain/readRow.js';
import type { Run } from '../domain/run.js';
import type { ImportSettings } from '../domain/settings.js';
import { WorkingDirectory } from '../domain/workingDirectory.js';
import type { Context } from './context.js';
import { reachOf } from './environments.js';
import { Stop } from './errors.js';
import { newRun } from './newRun.js';
import type { RowReading } from './ports/importFiles.js';
import { shownLayout } from './shownLayout.js';
import { takeSecrets, type HashPassword } from './takeSecrets.js';
import type { PlanRequest, Watch } from './useCases.js';
import { PLAN_CHUNK, writePlan, type RowsToPlan } from './writePlan.js';

const NOTHING_EXCLUDED: ReadonlySet<number> = new Set();

/** Plans a whole file as a new run; throws `Stop` for a file without rows, or one that was applied before. */
export async function planImport(context: Context, request: PlanRequest, watch: Watch = {}): Promise<Run> {
  const { file, settings } = request;
  const reach = await reachOf(context.directory, request.environment);
  requireUserSource(settings);
  const reading = context.files.read(file, PLAN_CHUNK);
  const written = await writePlan(
    context.plans,
    reach,
    settings,
    rowsOf(reading, settings, context.hashPassword),
    watch,
  );
  const { sha256, blank } = reading.totals;
  try {
    if (written.tally.rows === 0) throw new Stop('wrongUse', 'plan.noRows', { file: file.name });
    if (request.importAgain !== true) await refuseAppliedBefore(context, sha256, reach.target.id, settings.type);
    const origin = {
      kind: 'import' as const,
      settings,
      file: { name: file.name, sha256, blank },
      headers: file.headers,
      layout: shownLayout(file, settings.mapping),
      guardSettings: request.guards ?? {},
      parent: null,
      expiresAfterDays: request.expiresAfterDays,
    };
    return await context.plans.publish(written.plan, newRun(context, reach, origin, written));
  } catch (error) {
    await context.plans.abandon(written.plan).catch(() => undefined);
    throw error;
  }
}

/** Nothing can be planned without the key of the rows (SPEC 9: incomplete mapping). */
function requireUserSource(settings: ImportSettings): void {
  if (settings.mapping.user?.kind !== 'column') throw new Stop('wrongUse', 'mapping.noUserSource');
}

async function* rowsOf(reading: RowReading, settings: ImportSettings, hash: HashPassword): AsyncGenerator<RowsToPlan> {
  for await (const chunk of reading.chunks) {
    yield { ...(await takeSecrets(chunk, settings, hash)), excluded: NOTHING_EXCLUDED };
  }
}

/** The same content, applied before to the same environment as the same type, is not imported by accident (SPEC 6). */
export async function refuseAppliedBefore(
  context: Context,
  sha256: string,
  environmentId: number,
  type: string,
): Promise<void> {
  if (sha256 === '') return;
  const before = await context.plans.appliedBefore(sha256, environmentId, type);
  if (before)
    throw new Stop('alreadyImported', 'plan.alreadyImported', {
      run: before.id,
      at: before.appliedAt ?? '',
      operator: before.operator,
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
