/** What the rows of a plan together make of each user: its first old value and its last new one. */
import type { ChangedField, ChangedValue, PlannedRow } from '../plannedRow.js';
import { caseKey } from '../sourceRow.js';
import type { DeliveredChange } from './verified.js';

export interface ChangedUser {
  readonly environment: string;
  /** The code that it has after the plan, and the one that it had before. */
  readonly code: string;
  readonly before: string;
  readonly isNew: boolean;
  readonly changes: readonly DeliveredChange[];
}

interface Entry {
  readonly environment: string;
  readonly before: string;
  code: string;
  isNew: boolean;
  readonly changes: Map<string, DeliveredChange>;
}

export class DeliveredChanges {
  private readonly entries = new Map<string, Entry>();

  /** `target` is the environment of the rows. */
  constructor(private readonly target: string) {}

  add({ row, user, changes, groups }: PlannedRow): void {
    const before = this.entries.get(placeOf(this.target, user));
    // In each environment in which the user is.
    const renamed: (readonly [Entry, string])[] = [];
    for (const { environment, user: code, fields } of changes) {
      const entry = this.entryOf(environment, code);
      for (const [field, from, to] of fields) {
        if (field === 'password') continue;
        if (field === 'user' && from === null) entry.isNew = true;
        if (field === 'user' && to !== null) renamed.push([entry, String(to)]);
        put(entry, field, { row, field, from, to });
      }
    }
    const own = before ?? this.entryOf(this.target, user);
    for (const group of groups.added)
      put(own, `group ${caseKey(group)}`, { row, field: 'group', from: null, to: group });
    for (const group of groups.removed)
      put(own, `group ${caseKey(group)}`, { row, field: 'group', from: group, to: null });
    for (const [entry, code] of renamed) this.rename(entry, code);
  }

  /** Those of whom anything is left to see. */
  get users(): readonly ChangedUser[] {
    return [...this.entries.values()].flatMap(({ changes, ...user }) => {
      const left = [...changes.values()].filter(({ from, to }) => from !== to);
      return left.length === 0 ? [] : [{ ...user, changes: left }];
    });
  }

  private entryOf(environment: string, code: string): Entry {
    const key = placeOf(environment, code);
    const known = this.entries.get(key);
    if (known) return known;
    const entry: Entry = { environment, before: code, code, isNew: false, changes: new Map() };
    this.entries.set(key, entry);
    return entry;
  }

  private rename(entry: Entry, code: string): void {
    const { environment } = entry;
    if (this.entries.get(placeOf(environment, entry.code)) === entry)
      this.entries.delete(placeOf(environment, entry.code));
    entry.code = code;
    this.entries.set(placeOf(environment, code), entry);
  }
}

/** The old value is that of the first row that changes it. */
function put({ changes }: Entry, key: ChangedField | `group ${string}`, change: DeliveredChange): void {
  const first: ChangedValue = changes.get(key)?.from ?? null;
  changes.set(key, changes.has(key) ? { ...change, from: first } : change);
}

/** What a user is found by among those of several environments. */
export function placeOf(environment: string, code: string): string {
  return `${environment} ${caseKey(code)}`;
}
