/** A user as a row of a plan leaves it, by the changes that the plan tells of it. */
import { withAccess } from '../directory.js';
import { changedFields } from '../draft.js';
import { isAccessField } from '../fields.js';
import type { FieldChange, GroupChanges } from '../plannedRow.js';
import { caseKey } from '../sourceRow.js';
import { unknownAfter } from '../unknown.js';
import type { UserState } from '../userState.js';

type Writable = { -readonly [Key in keyof UserState]: UserState[Key] };

/** Passwords are no part of it, nor is the number of a person, which a plan does not tell. */
export function leftBy(state: UserState, fields: readonly FieldChange[], groups?: GroupChanges): UserState {
  const left: Writable = { ...state };
  const held = new Map(state.groups);
  for (const [field, from, to] of fields) {
    if (field === 'password') continue;
    if (field === 'user') left.code = String(to);
    else if (field === 'group') change(held, from === null ? [] : [String(from)], to === null ? [] : [String(to)]);
    else if (isAccessField(field)) left.access = withAccess(left.access, field, to === true);
    else Object.assign(left, { [field]: to });
  }
  if (groups) change(held, groups.removed, groups.added);
  const unknown = unknownAfter(
    state.unknown,
    fields.map(([field]) => field),
  );
  return { ...left, groups: held, unknown };
}

function change(held: Map<string, string>, removed: readonly string[], added: readonly string[]): void {
  for (const code of removed) held.delete(caseKey(code));
  for (const code of added) held.set(caseKey(code), code);
}

/** Whether two states say the same of a user. */
export function isSame(one: UserState, other: UserState): boolean {
  return (
    changedFields(one, other).length === 0 &&
    one.groups.size === other.groups.size &&
    [...one.groups.keys()].every((key) => other.groups.has(key))
  );
}
