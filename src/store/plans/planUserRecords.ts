/**
 * Users of a plan, as they are stored: what the plan makes of them, and their net change. A value that is null
 * is as the directory has it; a user that the plan creates has them all.
 */
import { changedFields, groupsWithout } from '../../domain/draft.js';
import { IDENTITY_FIELDS } from '../../domain/fields.js';
import { HIDDEN_SECRET } from '../../domain/plannedRow.js';
import { caseKey, upnKey } from '../../domain/sourceRow.js';
import { confusableKey } from '../../domain/userCode.js';
import { NO_GROUPS, type UserState } from '../../domain/userState.js';
import { WorkingUser } from '../../domain/workingDirectory.js';
import type { ColumnType, JsonValue } from '../dialect.js';
import type { Environments } from './directoryParts.js';
import { identityBits } from './identityBits.js';

export const PLAN_USER_COLUMNS = {
  id: 'int',
  target_id: 'int',
  user_id: 'int',
  base_version: 'int',
  environment_id: 'int',
  effects: 'int',
  code_key: 'text',
  code: 'text',
  look: 'text',
  description: 'text',
  email: 'text',
  upn: 'text',
  upn_key: 'text',
  person_id: 'int',
  blocked: 'int',
  access: 'int',
  site_language: 'text',
  cleared: 'int',
  deferred_upn: 'text',
  password_row: 'int',
  tokens_revoked: 'int',
  groups_added: 'text',
  groups_removed: 'text',
  net: 'text',
} as const satisfies Record<string, ColumnType>;

/** What a plan does to a user, as bits in `plan_users.effects`. */
export const PLAN_USER_FLAGS = {
  changed: 1,
  created: 2,
  blocked: 4,
  renamed: 8,
  upnGiven: 16,
  passwordSet: 32,
  /** What users are found by is changed: their code, UPN or block. */
  indexed: 64,
  /** Nothing that follows to linked users is relied on; of one that follows, `blocked` is then what it was. */
  ownOnly: 128,
} as const;

/** In `person_id`: no person. */
const NO_PERSON = 0;

/** A user as the rows so far leave it, with its net change from the directory. */
export function planUserValues(user: WorkingUser): JsonValue[] {
  const { state, base } = user;
  const fields = base === null ? [] : changedFields(base, state);
  if (user.passwordRow !== null) fields.push(['password', null, HIDDEN_SECRET]);
  const added = base === null ? [...state.groups.values()] : groupsWithout(state.groups, base.groups);
  const removed = base === null ? [] : groupsWithout(base.groups, state.groups);
  const effects = effectsOf(user, fields.length + added.length + removed.length > 0);
  const codeChanges = base?.code !== state.code;
  const upnChanges = base?.upn !== state.upn;
  return [
    user.planId,
    user.targetPlanId,
    user.id,
    user.version,
    user.environment.id,
    effects,
    caseKey(state.code),
    codeChanges ? state.code : null,
    codeChanges ? confusableKey(state.code) : null,
    base?.description === state.description ? null : state.description,
    base?.email === state.email ? null : state.email,
    upnChanges ? state.upn : null,
    upnChanges ? upnKey(state.upn) : null,
    base?.personId === state.personId ? null : (state.personId ?? NO_PERSON),
    base?.blocked === state.blocked && !followsOwnOnly(user) ? null : Number(state.blocked),
    base?.access === state.access ? null : state.access,
    base?.siteLanguage === state.siteLanguage ? null : state.siteLanguage,
    clearedOf(user),
    user.deferredUpn === '' ? null : user.deferredUpn,
    user.passwordRow,
    user.tokensRevoked === 0 ? null : user.tokensRevoked,
    added.length > 0 ? added : null,
    removed.length > 0 ? removed : null,
    fields.length > 0 ? fields : null,
  ];
}

function effectsOf(user: WorkingUser, changed: boolean): number {
  const { base, state } = user;
  const blocked = base !== null && !base.blocked && state.blocked;
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
    (user.ownOnly ? PLAN_USER_FLAGS.ownOnly : 0)
  );
}

function followsOwnOnly({ ownOnly, planId, targetPlanId }: WorkingUser): boolean {
  return ownOnly && planId !== targetPlanId;
}

/** The identity fields that a user loses, as a set of bits; null for none. */
function clearedOf({ base, state }: WorkingUser): number | null {
  const cleared = IDENTITY_FIELDS.filter((field) => base !== null && base[field] !== '' && state[field] === '');
  return cleared.length === 0 ? null : identityBits(cleared);
}

/** A stored user, in the order of `PLANNED_USER`. */
export type PlannedUserTuple = readonly [
  id: number,
  targetId: number,
  userId: number | null,
  version: number,
  environmentId: number,
  code: string | null,
  description: string | null,
  email: string | null,
  upn: string | null,
  personId: number | null,
  person: string | null,
  blocked: number | null,
  access: number | null,
  siteLanguage: string | null,
  deferredUpn: string | null,
  passwordRow: number | null,
  tokensRevoked: number | null,
  groupsAdded: string | null,
  groupsRemoved: string | null,
  effects: number,
];

export const PLANNED_USER = {
  columns: `u.id, u.target_id, u.user_id, u.base_version, u.environment_id, u.code, u.description, u.email, u.upn, u.person_id,
    p.code, u.blocked, u.access, u.site_language, u.deferred_upn, u.password_row, u.tokens_revoked, u.groups_added, u.groups_removed, u.effects`,
  from: 'from plan_users u left join persons p on p.id = u.person_id',
} as const;

/** A user as the rows so far left it; `found` is the one of the directory that it was. */
export function plannedUserOf(
  tuple: PlannedUserTuple,
  found: WorkingUser | undefined,
  environments: Environments,
): WorkingUser {
  const [id, targetId, userId, version, environmentId] = tuple;
  const [deferredUpn, passwordRow, tokensRevoked] = [tuple[14] ?? '', tuple[15], tuple[16] ?? 0];
  const user = new WorkingUser(
    userId,
    version,
    environments.byNumber(environmentId),
    found?.system ?? false,
    found?.base ?? null,
    stateAfter(tuple, found?.state),
    tokensRevoked > 0 ? 0 : (found?.tokens ?? 0),
  );
  user.planId = id;
  user.targetPlanId = targetId;
  user.deferredUpn = deferredUpn;
  user.passwordRow = passwordRow;
  user.tokensRevoked = tokensRevoked;
  user.ownOnly = (tuple[19] & PLAN_USER_FLAGS.ownOnly) > 0;
  return user;
}

function stateAfter(tuple: PlannedUserTuple, before: UserState | undefined): UserState {
  const [, , , , , code, description, email, upn, personId, person, blocked, access, siteLanguage] = tuple;
  const [groupsAdded, groupsRemoved] = [tuple[17], tuple[18]];
  return {
    code: code ?? before?.code ?? '',
    description: description ?? before?.description ?? '',
    email: email ?? before?.email ?? '',
    upn: upn ?? before?.upn ?? '',
    personId: personId === null ? (before?.personId ?? null) : personId === NO_PERSON ? null : personId,
    person: personId === null ? (before?.person ?? null) : person,
    blocked: blocked === null ? (before?.blocked ?? false) : blocked === 1,
    access: access ?? before?.access ?? 0,
    siteLanguage: siteLanguage ?? before?.siteLanguage ?? '',
    groups: withGroupChanges(before?.groups ?? NO_GROUPS, groupsAdded, groupsRemoved),
  };
}

function withGroupChanges(
  groups: ReadonlyMap<string, string>,
  added: string | null,
  removed: string | null,
): ReadonlyMap<string, string> {
  if (added === null && removed === null) return groups;
  const after = new Map(groups);
  for (const code of JSON.parse(removed ?? '[]') as string[]) after.delete(caseKey(code));
  for (const code of JSON.parse(added ?? '[]') as string[]) after.set(caseKey(code), code);
  return after;
}
