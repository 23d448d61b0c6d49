/** The kinds of change of a plan where there is room for a few of them. */
import type { KindOfPlan } from '../application/rowGroups.js';
import type { KindChange } from '../domain/kinds/kind.js';
import type { Outcome } from '../domain/outcomes.js';

/** The biggest, then the rarest, and how many kinds and rows there are between them. */
export interface FewKinds {
  readonly biggest: readonly KindOfPlan[];
  readonly between: { readonly kinds: number; readonly rows: number };
  readonly rarest: readonly KindOfPlan[];
}

/** `kinds` with the rarest first, as they are found; at most `most` of them are told, the biggest first. */
export function fewKinds(kinds: readonly KindOfPlan[], most: number): FewKinds {
  const biggestFirst = [...kinds].reverse();
  const isAll = kinds.length <= most;
  const big = isAll ? kinds.length : Math.ceil(most / 2);
  const rare = isAll ? 0 : most - big;
  const between = biggestFirst.slice(big, biggestFirst.length - rare);
  return {
    biggest: biggestFirst.slice(0, big),
    between: { kinds: between.length, rows: between.reduce((sum, { rows }) => sum + rows, 0) },
    rarest: rare === 0 ? [] : biggestFirst.slice(-rare),
  };
}

/** Kinds of which no value is told: those that are the same then are one, in the place of the last of them. */
export function kindsWithoutValues(kinds: readonly KindOfPlan[]): readonly KindOfPlan[] {
  const found = new Map<string, KindOfPlan>();
  for (const kind of kinds) {
    const changes = [
      ...new Map(
        kind.changes
          .map((change) => withoutValues(change, kind.outcome))
          .map((change) => [JSON.stringify(change), change]),
      ).values(),
    ];
    const key = JSON.stringify([kind.outcome, changes, kind.environments]);
    const rows = kind.rows + (found.get(key)?.rows ?? 0);
    found.delete(key);
    found.set(key, { ...kind, changes, rows });
  }
  return [...found.values()].sort((one, other) => one.rows - other.rows);
}

/** That somebody leaves all groups names none. */
function withoutValues({ field, how, from, to }: KindChange, outcome: Outcome): KindChange {
  const isTold = from !== undefined || to !== undefined;
  if (outcome === 'create' && from === null) return { field, how: 'filled' };
  return { field, how: how === 'domain' || (field === 'group' && isTold) ? 'changed' : how };
}
