/**
 * Users of a plan, as they are stored: what the plan makes of them, and their net change. A value that is null
 * is as the directory has it; a user that the plan creates has them all.
 */
import { IDENTITY_FIELDS, STORED_TEXT_FIELDS, type StoredTextField } from '../../domain/fields.js';
import { caseKey, upnKey } from '../../domain/sourceRow.js';
import { confusableKey } from '../../domain/userCode.js';
import { losesValue } from '../../domain/unknown.js';
import { NO_TEXTS, NOBODY, type UserState } from '../../domain/userState.js';
import { WorkingUser, type Counted } from '../../domain/workingDirectory.js';
import { textColumns } from '../directory/userRecords.js';
import { columnsOf, pick, reader, table } from '../table.js';
import { formerKeyOf, isOwn, type ChangedUser } from './changedUser.js';
import type { Environments } from './directoryParts.js';
import { identityBits } from './identityBits.js';

/** What a plan does to a user, as bits in `plan_users.effects`. */
export const PLAN_USER_FLAGS = {
  changed: 1,
  created: 2,
  /** It could sign in, and cannot any more: blocked, or removed. */
  blocked: 4,
  renamed: 8,
  upnGiven: 16,
  passwordSet: 32,
  /** What users are found by is changed: their code, UPN or block. */
  indexed: 64,
  /** Nothing that follows to linked users is relied on; of one that follows, `blocked` is then what it was. */
  ownOnly: 128,
  /** The plan takes the user out of the directory. */
  removed: 256,
  /** A change of the run's own, which counts as a use of the user: not what followed from another environment. */
  own: 512,
  /** The undo of such a change. */
  ownUndone: 1024,
} as const;

/** In `person_id`: no person. */
const NO_PERSON = 0;

const { int, text, flag, list } = columnsOf<ChangedUser>();

export const PLAN_USERS = table('plan_users', {
  id: int('id', ({ user }) => user.planId),
  targetId: int('target_id', ({ user }) => user.targetPlanId),
  userId: int('user_id', ({ user }) => user.id),
  version: int('base_version', ({ user }) => user.version),
  environmentId: int('environment_id', ({ user }) => user.environment.id),
  effects: int('effects', effectsOf),
  codeKey: text('code_key', ({ state }) => caseKey(state.code)),
  code: text('code', ({ base, state }) => (base?.code === state.code ? null : state.code)),
  look: text('look', ({ base, state }) => (base?.code === state.code ? null : confusableKey(state.code))),
  formerKey: text('former_key', formerKeyOf),
  ...textColumns(({ base, state }: ChangedUser, field) => (base?.[field] === state[field] ? null : state[field])),
  upnKey: text('upn_key', ({ base, state }) => (base?.upn === state.upn ? null : upnKey(state.upn))),
  personId: int('person_id', ({ base, state }) =>
    base?.personId === state.personId ? null : (state.personId ?? NO_PERSON),
  ),
  blocked: flag('blocked', ({ user, base, state }) =>
    base?.blocked === state.blocked && !followsOwnOnly(user) ? null : state.blocked,
  ),
  system: flag('system', ({ base, state }) => ((base?.system ?? false) === state.system ? null : state.system)),
  access: int('access', ({ base, state }) => (base?.access === state.access ? null : state.access)),
  unknown: int('unknown', ({ base, state }) => ((base?.unknown ?? 0) === state.unknown ? null : state.unknown)),
  cleared: int('cleared', clearedOf),
  deferredUpn: text('deferred_upn', ({ user }) => (user.deferredUpn === '' ? null : user.deferredUpn)),
  passwordRow: int('password_row', ({ user }) => user.passwordRow),
  tokensRevoked: int('tokens_revoked', ({ user }) => (user.tokensRevoked === 0 ? null : user.tokensRevoked)),
  uses: int('uses', ({ user }) => (user.removed || comesBack(user) ? user.uses : null)),
  groupsAdded: list('groups_added', ({ groupsAdded }) => groupsAdded),
  groupsRemoved: list('groups_removed', ({ groupsRemoved }) => groupsRemoved),
  fields: list('net', ({ fields }) => fields),
});

function effectsOf(changes: ChangedUser): number {
  const { user, base, state, fields, groupsAdded, groupsRemoved } = changes;
  const changed = fields.length + groupsAdded.length + groupsRemoved.length > 0;
  const blocked = base !== null && !base.blocked && (state.blocked || user.removed);
  const renamed = base !== null && base.code !== state.code;
  const upnGiven = state.upn !== '' && upnKey(base?.upn ?? '') !== upnKey(state.upn);
  const indexed = base !== null && (renamed || base.upn !== state.upn || base.blocked !== state.blocked);
  return (
    (changed || base === null || user.tokensRevoked > 0 ? PLAN_USER_FLAGS.changed : 0) |
    (base === null ? PLAN_USER_FLAGS.created : 0) |
    (blocked ? PLAN_USER_FLAGS.blocked : 0) |
    (renamed ? PLAN_USER_FLAGS.renamed : 0) |
    (upnGiven ? PLAN_USER_FLAGS.upnGiven : 0) |
    (user.passwordRow !== null ? PLAN_USER_FLAGS.passwordSet : 0) |
    (indexed ? PLAN_USER_FLAGS.indexed : 0) |
    (user.ownOnly ? PLAN_USER_FLAGS.ownOnly : 0) |
    (user.removed ? PLAN_USER_FLAGS.removed : 0) |
    countedAs(changes, changed)
  );
}

/** Who comes or goes is made or taken away by the run, and no change of it. */
function countedAs(changes: ChangedUser, changed: boolean): number {
  const { user, base } = changes;
  if (!changed || base === null || user.removed) return 0;
  const counted = user.counted ?? (isOwn(changes) ? 1 : 0);
  if (counted === 0) return 0;
  return counted > 0 ? PLAN_USER_FLAGS.own : PLAN_USER_FLAGS.ownUndone;
}

/** What a run added to the uses of a user. */
export function countedIn(effects: number): Counted {
  if ((effects & PLAN_USER_FLAGS.own) > 0) return 1;
  return (effects & PLAN_USER_FLAGS.ownUndone) > 0 ? -1 : 0;
}

/** Whether the plan makes a user again that was removed. */
function comesBack({ id, createdHere }: WorkingUser): boolean {
  return createdHere && id !== null;
}

/** Of such a user the plan keeps whether it was blocked: its row was judged by that. */
export function followsOwnOnly({ ownOnly, planId, targetPlanId }: WorkingUser): boolean {
  return ownOnly && planId !== targetPlanId;
}

/** The identity fields that a user loses, as a set of bits; null for none. */
function clearedOf({ base, state }: ChangedUser): number | null {
  const cleared = IDENTITY_FIELDS.filter((field) => base !== null && losesValue(base, state, field));
  return cleared.length === 0 ? null : identityBits(cleared);
}

/** Reads users of a plan, from `plan_users u` with the person `p` that they get. */
export const PLANNED_USER = reader(
  {
    ...pick(PLAN_USERS.columns, 'id', 'targetId', 'userId', 'version', 'environmentId', 'effects', 'code'),
    ...pick(
      PLAN_USERS.columns,
      ...STORED_TEXT_FIELDS,
      'personId',
      'blocked',
      'system',
      'access',
      'unknown',
      'deferredUpn',
      'passwordRow',
    ),
    ...pick(PLAN_USERS.columns, 'tokensRevoked', 'uses', 'groupsAdded', 'groupsRemoved'),
    person: text<string | null>('p.code'),
  },
  'u',
);
export type PlannedUserRow = ReturnType<typeof PLANNED_USER.decode>;

/** A user as the rows so far left it; `found` is the one of the directory that it was. */
export function plannedUserOf(
  row: PlannedUserRow,
  found: WorkingUser | undefined,
  environments: Environments,
): WorkingUser {
  const tokensRevoked = row.tokensRevoked ?? 0;
  const user = new WorkingUser(
    row.userId,
    row.version,
    environments.byNumber(row.environmentId),
    found?.base ?? null,
    stateAfter(row, found?.state ?? NOBODY),
    tokensRevoked > 0 ? 0 : (found?.tokens ?? 0),
    row.uses ?? found?.uses ?? 0,
  );
  user.heldTokens = found?.heldTokens ?? null;
  user.planId = row.id;
  user.targetPlanId = row.targetId;
  user.deferredUpn = row.deferredUpn ?? '';
  user.passwordRow = row.passwordRow;
  user.tokensRevoked = tokensRevoked;
  user.ownOnly = (row.effects & PLAN_USER_FLAGS.ownOnly) > 0;
  user.removed = (row.effects & PLAN_USER_FLAGS.removed) > 0;
  return user;
}

/** A user as the plan creates it. */
export function createdState(row: PlannedUserRow): UserState {
  return stateAfter(row, NOBODY);
}

function stateAfter(row: PlannedUserRow, before: UserState): UserState {
  const texts: Record<StoredTextField, string> = { ...NO_TEXTS };
  for (const field of STORED_TEXT_FIELDS) texts[field] = row[field] ?? before[field];
  const { personId, person } = row.personId === null ? before : row;
  return {
    ...texts,
    code: row.code ?? before.code,
    personId: personId === NO_PERSON ? null : personId,
    person,
    blocked: row.blocked ?? before.blocked,
    system: row.system ?? before.system,
    access: row.access ?? before.access,
    unknown: row.unknown ?? before.unknown,
    groups: withGroupChanges(before.groups, row.groupsAdded, row.groupsRemoved),
  };
}

function withGroupChanges(
  groups: ReadonlyMap<string, string>,
  added: readonly string[],
  removed: readonly string[],
): ReadonlyMap<string, string> {
  if (added.length + removed.length === 0) return groups;
  const after = new Map(groups);
  for (const code of removed) after.delete(caseKey(code));
  for (const code of added) after.set(caseKey(code), code);
  return after;
}
