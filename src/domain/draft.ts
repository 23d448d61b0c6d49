/** A user while a row is being worked out: how it was, and how the row would leave it. Nothing is changed yet. */
import { isAccessField, isDefaulted } from './fields.js';
import { HIDDEN_SECRET, type FieldChange, type UserChanges } from './plannedRow.js';
import { STATE_FIELDS, valueOf, type UserState } from './userState.js';
import type { WorkingUser } from './workingDirectory.js';

/** `Partial` state that a draft can be given, one value a field. */
export type Writes = { -readonly [Key in keyof UserState]?: UserState[Key] };

export class Draft {
  after: UserState;
  /** The row gives the user its password. */
  password = false;

  constructor(
    readonly user: WorkingUser | null,
    readonly environment: string,
    /** Null for a user that the row creates. */
    readonly before: UserState | null,
    after: UserState,
  ) {
    this.after = after;
  }

  static of(user: WorkingUser): Draft {
    return new Draft(user, user.environment.code, user.state, user.state);
  }

  /** Takes over the values; a state that they leave as it is stays the same object. */
  write(values: Writes): void {
    let name: keyof Writes;
    for (name in values) {
      if (values[name] === this.after[name]) continue;
      this.after = { ...this.after, ...values };
      return;
    }
  }

  get renames(): boolean {
    return this.before !== null && this.before.code !== this.after.code;
  }

  /** Old and new values of what the row changes here; empty where it changes nothing. */
  changes(): UserChanges {
    const fields = this.before === null ? createdFields(this.after) : changedFields(this.before, this.after);
    if (this.password) fields.push(['password', null, HIDDEN_SECRET]);
    return { environment: this.environment, user: (this.before ?? this.after).code, fields };
  }
}

/** What a new user gets: all that is filled in or has a default, and its block; most are no system users. */
export function createdFields(state: Omit<UserState, 'personId' | 'groups'>): FieldChange[] {
  const fields: FieldChange[] = [];
  for (const field of STATE_FIELDS) {
    const value = valueOf(state, field);
    if (value === null || (value === '' && !isDefaulted(field)) || (field === 'system' && !state.system)) continue;
    fields.push([field, null, value]);
  }
  return fields;
}

const BESIDE_ACCESS = STATE_FIELDS.filter((field) => !isAccessField(field));

/** The fields in which two states of a user differ, in the catalogue's order; groups are told apart. */
export function changedFields(before: UserState, after: UserState): FieldChange[] {
  if (before === after) return [];
  const fields: FieldChange[] = [];
  for (const field of before.access === after.access ? BESIDE_ACCESS : STATE_FIELDS) {
    const from = valueOf(before, field);
    const to = valueOf(after, field);
    if (from !== to) fields.push([field, from, to]);
  }
  return fields;
}

/** Codes of groups that one has and the other has not. */
export function groupsWithout(groups: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  if (groups === other || groups.size === 0) return [];
  const missing: string[] = [];
  groups.forEach((code, key) => {
    if (!other.has(key)) missing.push(code);
  });
  return missing;
}
