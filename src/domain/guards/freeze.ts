/** In days on which an environment is not changed, a plan that changes it waits: the guard `freeze` (docs/rules.md, *Guards*). */
import type { Environment } from '../directory.js';
import { frozenOn, rulesOf, writePeriod } from '../environmentRules.js';
import { freezeName, type GuardSettings } from './guardSettings.js';
import { judged, type Guard } from './guard.js';

type Frozen = Pick<Environment, 'code' | 'rules'>;

/** What a plan changes in an environment. */
interface ChangedThere {
  /** Whoever it makes among them. */
  readonly users: number;
  readonly creates: number;
}

/** At a moment, with what lets a plan through all the same; undefined where the environment is not frozen then. */
export function freezeGuard(
  environment: Frozen,
  { users, creates }: ChangedThere,
  at: Date,
  ...raised: readonly GuardSettings[]
): Guard | undefined {
  const days = daysFrozen(environment, at);
  if (days === undefined) return undefined;
  const count = rulesOf(environment).freezeAllow === 'creates' ? users - creates : users;
  const name = freezeName(environment.code, days);
  const isRaised = raised.some(({ duringFreeze, freezes = [] }) => duringFreeze === true || freezes.includes(name));
  return { ...judged('freeze', count, isRaised ? count : 0, days), environment: environment.code };
}

/**
 * Limits as they are kept with a plan: a freeze is raised by name, for those that hold at that moment. One that begins
 * afterwards, or gets other days, is one that nobody raised.
 */
export function namingFreezes(
  { duringFreeze, ...limits }: GuardSettings,
  environments: readonly Frozen[],
  at: Date,
): GuardSettings {
  if (duringFreeze !== true) return limits;
  const now = environments.flatMap((environment) => {
    const days = daysFrozen(environment, at);
    return days === undefined ? [] : [freezeName(environment.code, days)];
  });
  const freezes = [...new Set([...(limits.freezes ?? []), ...now])];
  return { ...limits, ...(freezes.length > 0 && { freezes }) };
}

function daysFrozen(environment: Frozen, at: Date): string | undefined {
  const days = frozenOn(rulesOf(environment), at);
  return days && writePeriod(days);
}
