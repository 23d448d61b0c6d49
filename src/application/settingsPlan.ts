/** Plans of settings: what a person does not change alone is stored, looked at, approved and applied as a run. */
import { rulesOf } from '../domain/environmentRules.js';
import { STANDARD_DEFAULTS } from '../domain/fields.js';
import { PlanTally } from '../domain/planTally.js';
import type { Run } from '../domain/run.js';
import { inverseOf, startsFrom, type SettingsChange } from '../domain/settingsChange.js';
import type { ImportSettings } from '../domain/settings.js';
import type { Context } from './context.js';
import { UserError } from './userError.js';
import { newRun } from './newRun.js';
import { doing } from './people.js';
import type { Recording } from './ports/auditLog.js';
import type { EnvironmentOverview } from './ports/directoryStore.js';
import { writeAndPublish } from './writePlan.js';

/** A run has a type of import, and this one imports nothing. */
const NO_IMPORT: ImportSettings = { type: 'mutation', mapping: {}, defaults: STANDARD_DEFAULTS, emptyRules: {} };

export async function planSettings(
  context: Context,
  change: SettingsChange,
  parent: number | null = null,
  record?: Recording,
): Promise<Run> {
  const target = await environmentNamed(context, change.environment);
  if (!target) throw new UserError('wrongUse', 'env.unknown', { environment: change.environment, known: '' });
  return planFor(target, context, change, parent, record);
}

async function environmentNamed({ directory }: Context, name: string): Promise<EnvironmentOverview | undefined> {
  return (await directory.overview()).find(({ code }) => code === name);
}

function planFor(
  target: EnvironmentOverview,
  context: Context,
  change: SettingsChange,
  parent: number | null,
  record: Recording | undefined,
): Promise<Run> {
  const origin = {
    kind: 'settings' as const,
    settings: NO_IMPORT,
    settingsChange: change,
    file: { name: '', sha256: '', blank: 0 },
    parent,
  };
  const reach = { target, environments: [target] };
  const noRows = (): Promise<PlanTally> => Promise.resolve(new PlanTally('mutation'));
  // Whoever comes or goes with an environment is counted, though no value of theirs changes.
  const environments = change.new.deleted === undefined ? {} : { [target.code]: { users: target.users } };
  return writeAndPublish(context.plans, reach, noRows, (written) => {
    const run = newRun(context, reach, origin, written);
    const counted = { ...run, summary: { ...run.summary, environments } };
    return written.plan.publish(counted, doing(context, 'plan'), record);
  });
}

/** A plan of the opposite; throws `UserError` where the settings are no longer as the run left them. */
export async function undoSettings(
  context: Context,
  runId: number,
  change: SettingsChange,
  record?: Recording,
): Promise<Run> {
  const back = inverseOf(change);
  const now = await environmentNamed(context, change.environment);
  if (
    !now ||
    !startsFrom(
      { ...now, ...rulesOf(now), connection: now.connection ?? null },
      { ...back, old: { deleted: false, ...back.old } },
    )
  )
    throw new UserError('stale', 'settings.changedSince', { run: runId, environment: change.environment });
  return planFor(now, context, back, runId, record);
}

/** Throws `UserError` for a run that has no rows to look at, to leave out, or to plan again. */
export function requireRowsIn({ id, kind, settingsChange }: Run): void {
  if (kind === 'pull') throw new UserError('wrongUse', 'pull.noRows', { run: id });
  if (settingsChange)
    throw new UserError('wrongUse', 'settings.noRows', { run: id, environment: settingsChange.environment });
}
