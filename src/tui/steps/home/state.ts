/** The first screen: where to go, what waits for whom, and what was done last. */
import type { EnvironmentOverview } from '../../../application/ports/directoryStore.js';
import type { WaitingPlan } from '../../../application/useCases.js';
import type { Run } from '../../../domain/run.js';
import type { Cursor } from '../../shell/list.js';
import { FIRST_PLACES, LISTS_PLACE, PLACES, type Place } from './placeKeys.js';

export interface HomeStep extends Cursor {
  readonly at: 'home';
  /** Null until they are there, as all below. */
  readonly environments: readonly EnvironmentOverview[] | null;
  /** Those that wait for the operator first. */
  readonly plans: readonly WaitingPlan[] | null;
  /** Runs that were applied, the last one first. */
  readonly last: readonly Run[] | null;
  /** Users that differ between environments; also null where there are too many users to look for that here. */
  readonly drifting: number | null;
}

export type HomeItem =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'mine' | 'others'; readonly plan: WaitingPlan }
  | { readonly kind: 'run'; readonly run: Run };

export function homeItems({ environments, plans, last }: HomeStep): readonly HomeItem[] {
  return [
    ...placesOf(environments).map((place): HomeItem => ({ kind: 'place', place })),
    ...(plans ?? []).map((plan): HomeItem => ({ kind: isOthers(plan) ? 'others' : 'mine', plan })),
    ...(last ?? []).map((run): HomeItem => ({ kind: 'run', run })),
  ];
}

/** Nothing can be imported before there is an environment, and nobody changed before there are users. */
function placesOf(environments: HomeStep['environments']): readonly Place[] {
  if (environments?.length === 0) return FIRST_PLACES;
  return environments && usersIn(environments) === 0 ? [...PLACES, LISTS_PLACE] : PLACES;
}

/** The database holds no environment: what can be done is how to begin. */
export function isEmpty({ environments }: HomeStep): boolean {
  return environments?.length === 0;
}

export function usersIn(environments: readonly EnvironmentOverview[]): number {
  return environments.reduce((sum, { users }) => sum + users, 0);
}

export function isOthers({ waits }: WaitingPlan): boolean {
  return waits === 'second-person';
}

export function itemHere(step: HomeStep): HomeItem | undefined {
  return homeItems(step)[step.cursor];
}

/** The run at the cursor: a plan, or one that was applied. */
export function runHere(step: HomeStep): Run | undefined {
  const item = itemHere(step);
  if (item === undefined || item.kind === 'place') return undefined;
  return item.kind === 'run' ? item.run : item.plan.run;
}
