/** An environment is not left without those who administer it: the guard `administrators` (docs/rules.md, *Guards*). */
import type { AdministratorCount, Guard } from './guards.js';

/** Active administrators that an environment has at least after a plan, where nobody set another number. */
export const STANDARD_ADMINISTRATORS = 1;

/** A guard for each of these environments: how many lose it, and how many may. No flag raises it, the setting does. */
export function administratorGuards(
  counts: readonly AdministratorCount[],
  atLeast: (environment: string) => number,
): readonly Guard[] {
  return counts.map(({ environment, before, after }) => {
    const limit = atLeast(environment);
    const count = before - after;
    const allowed = Math.max(0, before - limit);
    return { guard: 'administrators', environment, limit, allowed, count, tripped: count > allowed };
  });
}

/** Environments that would keep fewer administrators than a plan said: what it rests on changed. */
export function fewerThanPlanned(
  planned: readonly AdministratorCount[],
  now: readonly AdministratorCount[],
): readonly string[] {
  return now
    .filter(({ environment, after }) => planned.some((one) => one.environment === environment && after < one.after))
    .map(({ environment }) => environment);
}

/** Whether nothing but another setting lets a plan through. */
export function locksOut(guards: readonly Guard[]): boolean {
  return guards.some(({ guard, tripped }) => tripped && guard === 'administrators');
}
