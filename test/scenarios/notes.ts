/** What the engine answers, in the words of a scenario. */
import type { Guard } from '../../src/domain/guards/guard.js';
import { ACCESS_FIELDS } from '../../src/domain/fields.js';
import type { Message } from '../../src/domain/messages.js';
import type { ChangedValue, PlannedRow, UserChanges } from '../../src/domain/plannedRow.js';
import type { RowNote } from './scenario.js';

type Changes = Record<string, Record<string, readonly [ChangedValue, ChangedValue]>>;

interface ComparableRow {
  readonly outcome: string;
  readonly user: string;
  readonly changes: Changes;
  readonly groups: readonly string[];
  readonly tokens: number;
  readonly messages: readonly string[];
}

export function actualRow(row: PlannedRow): ComparableRow {
  return {
    outcome: row.outcome,
    user: row.user,
    changes: Object.fromEntries(row.changes.map((change) => [whereOf(change, row), fieldsOf(change)])),
    groups: [
      ...row.groups.added.map((group) => `+${group}`),
      ...row.groups.removed.map((group) => `-${group}`),
      ...row.groups.created.map((group) => `*${group}`),
    ].sort(),
    tokens: row.tokensRevoked,
    messages: row.messages.map(messageNote).sort(),
  };
}

/** The environment, with the user where it is another one than the row's. */
function whereOf({ environment, user }: UserChanges, row: PlannedRow): string {
  return user.toLowerCase() === row.user.toLowerCase() ? environment : `${environment} ${user}`;
}

/** `UPN_TAKEN error upn of 12345.BBA in T12345AA and T12345AB`: what it says of whom else and where is told always. */
function messageNote({ code, level, field, params }: Message): string {
  const { holder, environment, environments = environment } = params;
  const where = environments === undefined ? [] : [`in ${String(environments).replaceAll(', ', ' and ')}`];
  return [code, level, field ?? [], holder === undefined ? [] : `of ${holder}`, where].flat().join(' ');
}

function fieldsOf({ fields }: UserChanges): Changes[string] {
  return Object.fromEntries(fields.map(([field, from, to]) => [field, [from, to] as const]));
}

/** The expectation with all that it leaves out; `user` where the scenario does not tell it. */
export function expectedRow(note: RowNote, user: string): ComparableRow {
  const changes = Object.entries(note.changes ?? {}).map(([environment, fields]) => {
    const isNew = note.outcome === 'create' && Object.values(fields).every((value) => !isOldAndNew(value));
    return [environment, isNew ? newUser(fields, note.user ?? user) : (fields as Changes[string])] as const;
  });
  return {
    outcome: note.outcome,
    user: note.user ?? user,
    changes: Object.fromEntries(changes),
    groups: [...(note.groups ?? [])].sort(),
    tokens: note.tokens ?? 0,
    messages: [...(note.messages ?? [])].sort(),
  };
}

function isOldAndNew(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    (value[0] === null || typeof value[0] !== 'string' || !(ACCESS_FIELDS as readonly string[]).includes(value[0]))
  );
}

/** A new user: what it gets is told against the usual defaults (docs/rules.md, *Defaults for new users*). */
function newUser(fields: Readonly<Record<string, unknown>>, user: string): Changes[string] {
  const { access = ['profit', 'inSite'], ...others } = fields;
  const flags = ACCESS_FIELDS.map((field) => [field, (access as readonly string[]).includes(field)] as const);
  const values = { user, blocked: false, siteLanguage: '1043', ...Object.fromEntries(flags), ...others };
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, [null, value as ChangedValue] as const]),
  );
}

export function guardNote({ count, allowed, tripped }: Guard): string {
  return `${count} of ${allowed}${tripped ? ', tripped' : ''}`;
}
