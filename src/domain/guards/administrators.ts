/** An environment is not left without those who administer it: the guard `administrators` (docs/rules.md, *Guards*). */
import type { ActiveCount } from './guardCounts.js';
import { judged, type Guard } from './guard.js';

const STANDARD_ADMINISTRATORS = 1;

/** Active administrators that an environment has at least after a plan: as its settings say, or one where nobody set a number. */
export function administratorsKept({ minAdmins }: { readonly minAdmins?: number | null }): number {
  return minAdmins ?? STANDARD_ADMINISTRATORS;
}

/** How many an environment loses, and how many it may where so many are kept. No flag raises it, the setting does. */
export function administratorGuard({ environment, before, after }: ActiveCount, kept: number): Guard {
  return { ...judged('administrators', before - after, Math.max(0, before - kept), kept), environment };
}

/** Environments that would keep fewer administrators than a plan said: what it rests on changed. */
export function fewerThanPlanned(planned: readonly ActiveCount[], now: readonly ActiveCount[]): readonly string[] {
  return now
    .filter(({ environment, after }) => planned.some((one) => one.environment === environment && after < one.after))
    .map(({ environment }) => environment);
}
