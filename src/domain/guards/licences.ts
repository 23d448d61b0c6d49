/** An environment has no more users of Profit than it has licences for: the guard `licences` (docs/rules.md, *Guards*). */
import { judged, type Guard } from './guard.js';
import type { ActiveCount } from './guardCounts.js';

/** How many would be used, of how many there are. Who has too many already may have fewer. No flag raises it, the setting does. */
export function licenceGuard({ environment, before, after }: ActiveCount, licences: number): Guard {
  return { ...judged('licences', after, Math.max(licences, before), licences), environment };
}

/** Environments that would use more licences than there are, and than a plan said: what it rests on changed. */
export function overLicences(
  planned: readonly ActiveCount[],
  now: readonly (ActiveCount & { readonly licences: number })[],
): readonly string[] {
  return now
    .filter(({ environment, before, after, licences }) => {
      const said = planned.find((one) => one.environment === environment)?.after ?? 0;
      return after > Math.max(licences, before, said);
    })
    .map(({ environment }) => environment);
}
