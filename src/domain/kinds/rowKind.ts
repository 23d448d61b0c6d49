/** Finds the kind of change that a row is. */
import { isAccessField } from '../fields.js';
import { isDone } from '../outcomes.js';
import type { ChangedField, ChangedValue, FieldChange, PlannedRow } from '../plannedRow.js';
import { domainOf, howChanged } from './howChanged.js';
import type { How, KindChange, RowKind } from './kind.js';

/** Of a row that is left out, what it was before that; undefined for one that is rejected. `target` is the plan's environment. */
export function kindOf(row: PlannedRow, target: string): RowKind | undefined {
  if (!isDone(row.outcome)) return row.leftOut;
  return {
    outcome: row.outcome,
    changes: [...changesOf(row).values()].sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1)),
    environments: environmentsOf(row, target),
  };
}

/** One text for rows of one kind, another for rows of another. */
export function kindKey({ outcome, changes, environments }: RowKind): string {
  return `${outcome}|${changes.map(textOf).join('|')}|${environments.join(',')}`;
}

/**
 * A text that rows of two kinds never share, and rows of one kind mostly do: made without making the kind, once for each row
 * of a plan.
 */
export function roughKey({ outcome, changes, groups, leftOut }: PlannedRow): string | undefined {
  if (!isDone(outcome)) return leftOut && `left out ${kindKey(leftOut)}`;
  let key: string = outcome;
  for (let at = 0; at < changes.length; at++) {
    const change = changes[at];
    if (!change) continue;
    const isMade = at === 0 && outcome === 'create';
    key += `|${tagged(change.environment)}`;
    for (const field of change.fields) if (!isMade || saysSomething(field)) key += roughChange(field, isMade);
  }
  for (const group of groups.added) key += `+${tagged(group)}`;
  if (outcome === 'block') key += groups.removed.length > 0 ? '-' : '';
  else for (const group of groups.removed) key += `-${tagged(group)}`;
  return groups.created.length > 0 ? `${key}*` : key;
}

function roughChange(change: FieldChange, isMade: boolean): string {
  const [field, from, to] = change;
  const how = howOfChange(change, isMade);
  if (how === 'domain') return `,${field} domain${tagged(domainOf(String(from)))}${tagged(domainOf(String(to)))}`;
  return isToldByValue(field, how) ? `,${field} ${how}${tagged(from)}${tagged(to)}` : `,${field} ${how}`;
}

/** A value that ends where it says. */
function tagged(value: ChangedValue): string {
  return typeof value === 'string' ? ` ${value.length}:${value}` : ` ${value}`;
}

function changesOf({ outcome, changes, groups }: PlannedRow): ReadonlyMap<string, KindChange> {
  const found = new Map<string, KindChange>();
  const add = (change: KindChange): void => {
    found.set(textOf(change), change);
  };
  for (const [at, { fields }] of changes.entries()) {
    const isMade = outcome === 'create' && at === 0;
    for (const change of fields) if (!isMade || saysSomething(change)) add(kindOfChange(change, isMade));
  }
  for (const group of groups.added) add({ field: 'group', how: 'filled', from: null, to: group });
  // Who is blocked leaves all groups there are: which, says nothing of what somebody did.
  if (outcome === 'block' && groups.removed.length > 0) add({ field: 'group', how: 'emptied' });
  else for (const group of groups.removed) add({ field: 'group', how: 'emptied', from: group, to: null });
  return found;
}

/** A user that is made has a value of every field: only what it has any of tells it apart. */
function saysSomething([field, , to]: FieldChange): boolean {
  return field !== 'user' && to !== null && to !== '' && to !== false;
}

function howOfChange([field, from, to, unknown]: FieldChange, isMade: boolean): How {
  if (field === 'password' || field === 'user') return isMade ? 'filled' : howOfCode(from, to);
  return unknown === undefined ? howOf(from, to) : 'changed';
}

function kindOfChange(change: FieldChange, isMade: boolean): KindChange {
  const [field, from, to] = change;
  const how = howOfChange(change, isMade);
  if (how === 'domain') return { field, how, from: domainOf(String(from)), to: domainOf(String(to)) };
  return isToldByValue(field, how) ? { field, how, from, to } : { field, how };
}

/** Everybody has another code and another password: their values would make every row a kind of its own. */
function howOfCode(from: ChangedValue, to: ChangedValue): How {
  if (from === null) return 'filled';
  return to === null ? 'emptied' : 'changed';
}

function howOf(from: ChangedValue, to: ChangedValue): How {
  if (typeof from === 'boolean' || typeof to === 'boolean') return 'changed';
  return howChanged(from ?? '', to ?? '');
}

/** A person is of one user: that somebody gets one is a kind, that one takes the place of another stands out. */
function isToldByValue(field: ChangedField, how: How): boolean {
  if (field === 'person') return how !== 'filled' && how !== 'emptied';
  return isAccessField(field) || OF_FEW_VALUES.has(field);
}

const OF_FEW_VALUES: ReadonlySet<ChangedField> = new Set(['siteLanguage', 'group', 'blocked', 'system']);

function textOf({ field, how, from, to }: KindChange): string {
  return from === undefined ? `${field} ${how}` : `${field} ${how} ${JSON.stringify([from, to])}`;
}

/** The target where groups alone change: those of nobody else do. */
function environmentsOf({ changes, groups }: PlannedRow, target: string): readonly string[] {
  const reached = new Set(changes.map(({ environment }) => environment));
  if (groups.added.length + groups.removed.length + groups.created.length > 0) reached.add(target);
  return [...reached].sort();
}
