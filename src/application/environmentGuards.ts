/** Guards that each environment has for itself, whatever a plan or a definition says: judged by its settings as they are now. */
import { administratorGuard, administratorsKept } from '../domain/guards/administrators.js';
import type { Environment } from '../domain/directory.js';
import { freezeGuard } from '../domain/guards/freeze.js';
import type { Guard } from '../domain/guards/guard.js';
import type { GuardSettings } from '../domain/guards/guardSettings.js';
import { rulesOf } from '../domain/environmentRules.js';
import { licenceGuard } from '../domain/guards/licences.js';
import type { Run } from '../domain/run.js';

/** Environments with their own limits, and when they are looked at. */
export interface JudgedEnvironments {
  readonly environments: readonly Environment[];
  readonly at: Date;
  limitsIn(code: string): Promise<GuardSettings>;
}

export async function environmentGuards(
  known: JudgedEnvironments,
  run: Run,
  raised: GuardSettings,
): Promise<readonly Guard[]> {
  return [
    ...(await administratorsIn(known, run)),
    ...licencesIn(known, run),
    ...(run.status === 'planned' ? freezesIn(known, run, raised) : []),
  ];
}

/** How many administrators it keeps. */
async function administratorsIn(
  known: JudgedEnvironments,
  { counts: { administrators = [] } }: Run,
): Promise<readonly Guard[]> {
  return Promise.all(
    administrators.map(async (lost) =>
      administratorGuard(lost, administratorsKept(await known.limitsIn(lost.environment))),
    ),
  );
}

/** How many licences it has; of one that has no number by now, nothing is asked. A plan of settings uses none. */
function licencesIn({ environments }: JudgedEnvironments, { kind, counts }: Run): readonly Guard[] {
  if (kind === 'settings') return [];
  return (counts.licences ?? []).flatMap((used) => {
    const environment = environments.find(({ code }) => code === used.environment);
    const { licences: limit } = rulesOf(environment ?? {});
    return limit === null ? [] : [licenceGuard(used, limit)];
  });
}

/** Days on which it is not changed: of every environment in which the plan changes somebody, and of its target. */
export function freezesIn(
  { environments, at }: Pick<JudgedEnvironments, 'environments' | 'at'>,
  run: Pick<Run, 'kind' | 'environment' | 'summary' | 'counts' | 'guardSettings'>,
  raised: GuardSettings,
): readonly Guard[] {
  // Settings are nobody's values, and what was pulled is so already.
  if (run.kind === 'settings' || run.kind === 'pull') return [];
  return reachedBy(run, environments).flatMap((environment) => {
    const isTarget = environment.code === run.environment;
    const users = run.summary.environments[environment.code]?.users ?? 0;
    const changed = {
      // A group can be made where nobody becomes another.
      users: users === 0 && isTarget ? run.summary.groupsCreated : users,
      creates: isTarget ? run.counts.creates : 0,
    };
    return freezeGuard(environment, changed, at, raised, run.guardSettings) ?? [];
  });
}

/** The environments that a plan reaches: its target, and those where it changes somebody. */
export function reachedBy(
  { environment, summary }: Pick<Run, 'environment' | 'summary'>,
  environments: readonly Environment[],
): readonly Environment[] {
  return environments.filter(({ code }) => code === environment || code in summary.environments);
}
