/** The guards that are a limit: what each counts, and what it allows where nobody says otherwise. */
import { judged, type Guard, type Limit, type RaisableGuard } from './guard.js';
import { blocksAbsent, usersLosing, type GuardCounts } from './guardCounts.js';
import type { LimitSetting } from './guardSettings.js';

/** A guard that is a limit: what it counts, and what it allows where nobody says otherwise. */
export interface LimitedGuard {
  readonly guard: Exclude<RaisableGuard, 'empty-code' | 'unmapped-identity' | 'shrunk' | 'check' | 'freeze'>;
  readonly setting: LimitSetting;
  readonly count: (counts: GuardCounts) => number;
  /** What a percentage is of. */
  readonly of: 'activeUsers' | 'rows';
  /** Absent for a guard that allows all by default. */
  readonly standard?: Limit;
  /** What the standard allows at least. */
  readonly least: number;
  /** Counts what may be more than there are users now, so that a percentage may be over 100. */
  readonly mayExceed?: true;
  /** Not there in a plan that cannot trip it. */
  readonly onlyWhere?: (counts: GuardCounts) => boolean;
}

export const LIMITED_GUARDS: readonly LimitedGuard[] = [
  {
    guard: 'clears',
    setting: 'maxClears',
    count: ({ cleared, importedIdentity: imported }) => usersLosing(cleared, imported),
    of: 'activeUsers',
    standard: '10%',
    least: 5,
  },
  {
    guard: 'blocks',
    setting: 'maxBlocks',
    count: ({ blocks }) => blocks,
    of: 'activeUsers',
    standard: '10%',
    least: 5,
  },
  {
    guard: 'renames',
    setting: 'maxRenames',
    count: ({ renames }) => renames,
    of: 'activeUsers',
    standard: '10%',
    least: 5,
  },
  {
    guard: 'rejected',
    setting: 'maxRejected',
    count: ({ rejected }) => rejected,
    of: 'rows',
    standard: '50%',
    least: 0,
  },
  {
    guard: 'creates',
    setting: 'maxCreates',
    count: ({ creates }) => creates,
    of: 'activeUsers',
    standard: '10%',
    least: 25,
    mayExceed: true,
  },
  {
    guard: 'updates',
    setting: 'maxUpdates',
    count: ({ updates }) => updates,
    of: 'activeUsers',
    least: 0,
    mayExceed: true,
  },
  {
    guard: 'absent',
    setting: 'maxAbsent',
    count: ({ absent = 0 }) => absent,
    of: 'activeUsers',
    standard: '5%',
    least: 3,
    onlyWhere: blocksAbsent,
  },
];

/** The limit of a guard that allows all. */
export const NO_LIMIT = 'none';

/** The settings that are a limit, with the highest percentage that each can be. */
export const LIMIT_SETTINGS = LIMITED_GUARDS.map(({ guard, setting, mayExceed }) => ({
  guard,
  setting,
  highest: mayExceed ? 10_000 : 100,
}));

/** Reads a limit as an administrator writes it: `25` or `10%`; undefined for anything else. */
export function readLimit(text: string, highest = 100): Limit | undefined {
  const match = /^(\d{1,9})(%?)$/u.exec(text.trim());
  if (!match) return undefined;
  const count = Number(match[1]);
  if (match[2] === '%') return count <= highest ? `${count}%` : undefined;
  return count;
}

export function limited(guard: LimitedGuard, counts: GuardCounts, given: Limit | undefined): Guard {
  const count = guard.count(counts);
  const limit = given ?? guard.standard;
  const whole = counts[guard.of];
  // In an environment that has nobody yet everybody is new.
  const allowsAll = limit === undefined || (guard.guard === 'creates' && whole === 0 && typeof limit !== 'number');
  if (allowsAll) return judged(guard.guard, count, count, limit ?? NO_LIMIT);
  if (typeof limit === 'number') return judged(guard.guard, count, limit, limit);
  const share = Number.parseInt(limit, 10);
  const least = given === undefined ? guard.least : 0;
  return judged(guard.guard, count, Math.max(least, Math.floor((whole * share) / 100)), limit);
}
