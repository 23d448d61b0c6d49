/** A user of a plan with what the plan does to it on balance. */
import { changedFields, createdFields, groupsWithout } from '../../domain/draft.js';
import { SYNCED_TEXT_FIELDS } from '../../domain/fields.js';
import { HIDDEN_SECRET, type ChangedField, type FieldChange } from '../../domain/plannedRow.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { UserState } from '../../domain/userState.js';
import type { WorkingUser } from '../../domain/workingDirectory.js';

/** A user as the rows so far leave it, with its net change from the directory. */
export interface ChangedUser {
  readonly user: WorkingUser;
  readonly base: UserState | null;
  readonly state: UserState;
  readonly fields: readonly FieldChange[];
  readonly groupsAdded: readonly string[];
  readonly groupsRemoved: readonly string[];
}

export function changedUser(user: WorkingUser): ChangedUser {
  const { state, base } = user;
  if (user.removed && base !== null) return removedUser(user, base);
  const fields = base === null ? [] : changedFields(base, state);
  if (user.passwordRow !== null) fields.push(['password', null, HIDDEN_SECRET]);
  return {
    user,
    base,
    state,
    fields,
    groupsAdded: base === null ? [...state.groups.values()] : groupsWithout(state.groups, base.groups),
    groupsRemoved: base === null ? [] : groupsWithout(base.groups, state.groups),
  };
}

/** Nothing is left of the user: what it had is kept with the plan, for who wants to know it or puts it back. */
function removedUser(user: WorkingUser, base: UserState): ChangedUser {
  const fields = createdFields(base).map(([field, , had]): FieldChange => [field, had, null]);
  return { user, base, state: base, fields, groupsAdded: [], groupsRemoved: [...base.groups.values()] };
}

/** Whether the run changes the user itself: in its target environment, or in something that does not follow to linked users. */
export function isOwn({ user, fields, groupsAdded, groupsRemoved }: ChangedUser): boolean {
  if (user.planId === user.targetPlanId || groupsAdded.length + groupsRemoved.length > 0) return true;
  return fields.some(([field]) => !FOLLOWING.has(field));
}

/** What follows to linked users. */
const FOLLOWING: ReadonlySet<string> = new Set<ChangedField>(['user', 'password', ...SYNCED_TEXT_FIELDS]);

/** What the user was found by, and is no more. */
export function formerKeyOf({ user, base, state }: ChangedUser): string | null {
  return base !== null && (user.removed || base.code !== state.code) ? caseKey(base.code) : null;
}
