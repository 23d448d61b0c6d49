/** Plays the changes of a plan on a directory: what is shown has to be what is done. */
import { expect } from 'vitest';
import { ACCESS_FIELDS, type AccessField } from '../../src/domain/fields.js';
import type { FieldChange, PlannedRow } from '../../src/domain/plannedRow.js';
import { NO_TEXTS } from '../../src/domain/userState.js';
import type { FullDirectory, UserNote } from './engineDirectory.js';

interface Entry {
  key: string;
  user: { -readonly [Key in keyof UserNote]: UserNote[Key] };
}

const NOBODY: UserNote = {
  ...NO_TEXTS,
  person: null,
  system: false,
  blocked: false,
  access: [],
  groups: [],
  tokens: [],
};

/** The users after these rows; every old value is compared with what is there by then. */
export function replayed(before: FullDirectory, rows: readonly PlannedRow[], target: string): Record<string, UserNote> {
  const users = new Map<string, Entry>();
  const put = (entry: Entry): unknown => users.set(entry.key.toLowerCase(), entry);
  for (const [key, user] of Object.entries(before.users)) put({ key, user: { ...user } });

  for (const { changes, groups, user: named } of rows) {
    let inTarget = users.get(`${target} ${named}`.toLowerCase());
    for (const { environment, user, fields } of changes) {
      const key = `${environment} ${user}`;
      const there = users.get(key.toLowerCase());
      const entry = there ?? { key, user: { ...NOBODY } };
      if (!there) expect(fields[0], 'a user that is not there is made').toEqual(['user', null, user]);
      users.delete(key.toLowerCase());
      if (fields[0]?.[0] === 'user' && fields[0][2] === null) {
        expect(fields, 'of who goes, no more is told').toEqual([['user', entry.key.split(' ')[1], null]]);
        if (environment === target) inTarget = undefined;
        continue;
      }
      for (const change of fields) play(entry, environment, change);
      put(entry);
      if (environment === target) inTarget = entry;
    }
    if (inTarget === undefined || groups.added.length + groups.removed.length === 0) continue;
    const left = inTarget.user.groups.filter((group) => !groups.removed.includes(group));
    expect(left).toHaveLength(inTarget.user.groups.length - groups.removed.length);
    inTarget.user.groups = [...left, ...groups.added].sort();
  }
  return Object.fromEntries([...users.values()].map(({ key, user }) => [key, user]));
}

function play(entry: Entry, environment: string, [field, from, to]: FieldChange): void {
  const { user } = entry;
  if (field === 'password') return;
  if (field === 'group') {
    user.groups = [...user.groups.filter((group) => group !== from), ...(to === null ? [] : [String(to)])].sort();
    return;
  }
  if (field === 'user') {
    if (from === null) return;
    expect(entry.key).toBe(`${environment} ${String(from)}`);
    entry.key = `${environment} ${String(to)}`;
    user.tokens = [];
  } else if ((ACCESS_FIELDS as readonly string[]).includes(field)) {
    if (from !== null) expect(user.access.includes(field as AccessField)).toBe(from);
    user.access = ACCESS_FIELDS.filter((one) => (one === field ? to === true : user.access.includes(one)));
  } else {
    const values = user as unknown as Record<string, unknown>;
    // A new user has no old values; a user without a person is told in the same way.
    if (from !== null || field === 'person') expect(values[field]).toEqual(from);
    values[field] = to;
  }
}
