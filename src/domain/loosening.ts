/** Whether new settings let more through than the old ones did: pure. */
import { administratorsKept } from './guards/administrators.js';
import { isLooser, type EnvironmentRules } from './environmentRules.js';
import { LIMITED_GUARDS, type LimitedGuard } from './guards/limits.js';
import type { Limit } from './guards/guard.js';
import type { SettingsChange } from './settingsChange.js';

/** An environment as it is when somebody would change it. */
export interface LoosenedEnvironment {
  /** What percentages are of. */
  readonly activeUsers: number;
  readonly rules: EnvironmentRules;
  readonly at: Date;
}

/**
 * Of an environment that asks for a second person: ends that, removes it, raises a limit, allows what it never allowed,
 * or changes what it is a mirror of, which decides who its users are, or, where it protects users, the number that completes
 * the codes by which it may find them. A freeze that is over by then holds nothing.
 */
export function isLoosening(
  { old, new: wanted }: SettingsChange,
  { activeUsers, rules, at }: LoosenedEnvironment,
): boolean {
  if (old.approval === 'second-person' && wanted.approval !== 'second-person') return true;
  if (wanted.deleted === true || wanted.connection !== undefined) return true;
  if (rules.protect !== null && wanted.participant !== undefined && wanted.participant !== old.participant) return true;
  // A setting that is not named on one side is named on neither.
  if (administratorsKept(wanted.guards ?? {}) < administratorsKept(old.guards ?? {})) return true;
  if (isLooser(rules, { ...rules, ...wanted }, at)) return true;
  return LIMITED_GUARDS.some((guard) => {
    const limit = wanted.guards?.[guard.setting];
    return limit !== undefined && isRaised(guard, old.guards?.[guard.setting] ?? null, limit, activeUsers);
  });
}

/** A limit of another kind counts as raised: which of the two allows more is another matter every day. */
function isRaised(guard: LimitedGuard, before: Limit | null, after: Limit | null, activeUsers: number): boolean {
  const kind = kindOf(guard, before);
  if (kind !== null && kind !== kindOf(guard, after)) return true;
  return allowedBy(guard, after, activeUsers) > allowedBy(guard, before, activeUsers);
}

/** Null where there is no limit at all. */
function kindOf({ standard }: LimitedGuard, limit: Limit | null): 'number' | 'string' | null {
  const holds = limit ?? standard;
  return holds === undefined ? null : typeof holds === 'number' ? 'number' : 'string';
}

/** Whatever a percentage of rows is of, is not known yet. */
const ROWS = 100;

/** How many a limit allows. One that is given counts for no less than the standard, and 100 % or more for all. */
function allowedBy(guard: LimitedGuard, limit: Limit | null, activeUsers: number): number {
  const whole = guard.of === 'rows' ? ROWS : activeUsers;
  if (limit === null) return standardOf(guard, whole);
  if (typeof limit === 'string' && Number.parseInt(limit, 10) >= 100) return Infinity;
  // Where nothing is limited without a limit, or where rows cannot be told from a share of them, there is no less.
  const comparable = guard.standard !== undefined && (guard.of !== 'rows' || typeof limit === 'string');
  return Math.max(counted(limit, whole), comparable ? standardOf(guard, whole) : 0);
}

function standardOf({ guard, standard, least }: LimitedGuard, whole: number): number {
  // In an environment that has nobody yet everybody is new.
  if (standard === undefined || (guard === 'creates' && whole === 0)) return Infinity;
  return Math.max(least, counted(standard, whole));
}

function counted(limit: Limit, whole: number): number {
  return typeof limit === 'number' ? limit : Math.floor((whole * Number.parseInt(limit, 10)) / 100);
}
