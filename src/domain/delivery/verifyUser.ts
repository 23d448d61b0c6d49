/** The changes of one user, compared with the user as it is now. */
import type { ChangedField, ChangedValue } from '../plannedRow.js';
import { caseKey } from '../sourceRow.js';
import { isUnknown } from '../unknown.js';
import { valueOf, type UserState } from '../userState.js';
import type { ChangedUser } from './deliveredChanges.js';
import type { DeliveredChange, VerifiedChange, VerifiedState } from './verified.js';

/** `now` is undefined for who is not there; what is not `seen` can be as it was or as it is to be. */
export function verifyUser(user: ChangedUser, now: UserState | undefined, seen: boolean): readonly VerifiedChange[] {
  const { environment, code, isNew, changes } = user;
  return changes.map((change) => {
    const known = seen && (now === undefined || !isUnknown(now.unknown, change.field));
    const found = known && now !== undefined ? foundOf(change, now) : null;
    const state = known ? stateOf(change, found, now !== undefined, isNew) : 'notSeen';
    return { ...change, environment, user: code, found, state };
  });
}

function foundOf({ field, from, to }: DeliveredChange, now: UserState): ChangedValue {
  if (field === 'group') return now.groups.get(caseKey(String(to ?? from))) ?? null;
  return field === 'password' ? null : valueOf(now, field satisfies Exclude<ChangedField, 'group' | 'password'>);
}

function stateOf(
  { field, from, to }: DeliveredChange,
  found: ChangedValue,
  isThere: boolean,
  isNew: boolean,
): VerifiedState {
  if (!isThere) return isNew ? 'notYet' : 'otherwise';
  if (isSame(field, found, to)) return 'so';
  // A new user had no values before it was there.
  return !isNew && isSame(field, found, from) ? 'notYet' : 'otherwise';
}

/** Codes of groups are compared without regard to case, and are written as the administration has them. */
function isSame(field: ChangedField, one: ChangedValue, other: ChangedValue): boolean {
  if (field !== 'group' || one === null || other === null) return one === other;
  return caseKey(String(one)) === caseKey(String(other));
}
