/** What a plan that is being written knows already. */
import type { Group, WorkingUser } from '../../domain/workingDirectory.js';
import type { PlannedKeys } from './plannedKeys.js';

/** Users and groups of the plan that a chunk may be about. */
export interface PlannedSoFar {
  readonly plan: number;
  readonly keys: PlannedKeys;
  /** By number: users that are being saved. */
  readonly unsavedUsers: ReadonlyMap<number, WorkingUser>;
  readonly unsavedGroups: readonly Group[];
  /** Whether there are groups at all that the plan creates. */
  readonly createsGroups: boolean;
}
