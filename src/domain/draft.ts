/** A user while a row is being worked out: how it was, and how the row would leave it. Nothing is changed yet. */
import { isAccessField, isDefaulted } from './fields.js';
import { HIDDEN_SECRET, type FieldChange, type UnknownSide, type UserChanges } from './plannedRow.js';
import { isUnknown, unknownAfter } from './unknown.js';
import { NO_GROUPS, STATE_FIELDS, valueOf, type StateField, type UserState } from './userState.js';
import type { RemovedUser, WorkingUser } from './workingDirectory.js';

/** `Partial` state that a draft can be given, one value a field. */
export type Writes = { -readonly [Key in keyof UserState]?: UserState[Key] };

export class Draft {
  after: UserState;
  /** The row gives the user its password. */
  password = false;
  /** The row takes the user away. */
  removed = false;
  /** The row makes a user again that was taken away before. */
  comesBack: RemovedUser | null = null;

  constructor(
    readonly user: WorkingUser | null,
    readonly environment: string,
    /** Null for a user that the row creates, or makes again. */
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
    if (this.after.unknown !== 0) {
      this.writeKnown(values);
      return;
    }
    let name: keyof Writes;
    for (name in values) {
      if (values[name] === this.after[name]) continue;
      this.after = { ...this.after, ...values };
      return;
    }
  }

  /** What is written is known, also where it is as empty as what was not. */
  private writeKnown(values: Writes): void {
    const names = Object.keys(values) as (keyof Writes)[];
    const unknown = unknownAfter(values.unknown ?? this.after.unknown, names);
    const written = { ...values, unknown };
    if (unknown !== this.after.unknown || names.some((name) => written[name] !== this.after[name]))
      this.after = { ...this.after, ...written };
  }

  get renames(): boolean {
    return this.before !== null && this.before.code !== this.after.code;
  }

  /** Old and new values of what the row changes here; empty where it changes nothing. */
  changes(): UserChanges {
    const { environment, before, after } = this;
    if (this.removed) return { environment, user: after.code, fields: [['user', after.code, null]] };
    const fields = before === null ? createdFields(after) : changedFields(before, after);
    if (this.password) fields.push(['password', null, HIDDEN_SECRET]);
    return { environment, user: (before ?? after).code, fields };
  }

  /** The same, with the groups of a user whom the row is not about. */
  changesWithGroups(): UserChanges {
    const changes = this.changes();
    return { ...changes, fields: [...changes.fields, ...this.groupFields()] };
  }

  private groupFields(): FieldChange[] {
    const before = this.before?.groups ?? NO_GROUPS;
    return [
      ...groupsWithout(this.after.groups, before).map((code): FieldChange => ['group', null, code]),
      ...groupsWithout(before, this.after.groups).map((code): FieldChange => ['group', code, null]),
    ];
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
  const accessStays = before.access === after.access && before.unknown === after.unknown;
  for (const field of accessStays ? BESIDE_ACCESS : STATE_FIELDS) {
    const from = valueOf(before, field);
    const to = valueOf(after, field);
    const side = unknownSide(before, after, field);
    if (side !== undefined) fields.push([field, from, to, side]);
    else if (from !== to) fields.push([field, from, to]);
  }
  return fields;
}

/** Which of two values is not known; undefined where both are, or neither. */
function unknownSide(before: UserState, after: UserState, field: StateField): UnknownSide | undefined {
  if (before.unknown === after.unknown) return undefined;
  const was = isUnknown(before.unknown, field);
  if (was === isUnknown(after.unknown, field)) return undefined;
  return was ? 'from' : 'to';
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
