/** The environments of the administration, those that were removed last. */
import type { EnvironmentOverview } from '../../../application/ports/directoryStore.js';
import type { Cursor } from '../../shell/list.js';

export interface EnvironmentsStep extends Cursor {
  readonly at: 'environments';
  /** Null until they are there. */
  readonly environments: readonly EnvironmentOverview[] | null;
}

export function environmentHere({ environments, cursor }: EnvironmentsStep): EnvironmentOverview | undefined {
  return environments?.[cursor];
}

/** The one at the cursor, where it is one that can be changed. */
export function liveHere(step: EnvironmentsStep): EnvironmentOverview | undefined {
  const found = environmentHere(step);
  return found?.deleted === false ? found : undefined;
}
