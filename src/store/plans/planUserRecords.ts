/** Users of a plan, as they are stored: how the plan leaves them, and its net change. */
import { changedFields, groupsWithout } from '../../domain/draft.js';
import { IDENTITY_FIELDS } from '../../domain/fields.js';
import { identityBit } from '../../domain/guards.js';
import { HIDDEN_SECRET } from '../../domain/plannedRow.js';
import { caseKey } from '../../domain/sourceRow.js';
import { lookOf } from '../../domain/userCode.js';
import type { WorkingUser } from '../../domain/workingDirectory.js';
import type { ColumnType, JsonValue } from '../dialect.js';

export const PLAN_USER_COLUMNS = {
  id: 'int',
  target_id: 'int',
  user_id: 'int',
  base_version: 'int',
  environment_id: 'int',
  effects: 'int',
  cleared: 'int',
  code: 'text',
  code_key: 'text',
  look: 'text',
  description: 'text',
  email: 'text',
  upn: 'text',
  upn_key: 'text',
  deferred_upn: 'text',
  person_id: 'int',
  blocked: 'int',
  access: 'int',
  site_language: 'text',
  password_row: 'int',
  tokens_revoked: 'int',
  groups_added: 'text',
  groups_removed: 'text',
  net: 'text',
} as const satisfies Record<string, ColumnType>;

/** What a plan does to a user, as bits in `plan_users.effects`. */
export const EFFECT = { changed: 1, created: 2, blocked: 4, renamed: 8, upnGiven: 16, passwordSet: 32 } as const;

/** A user as the rows so far leave it, with its net change from the directory. */
export function planUserValues(user: WorkingUser): JsonValue[] {
  const { state, base } = user;
  const fields = base === null ? [] : changedFields(base, state);
  if (user.passwordRow !== null) fields.push(['password', null, HIDDEN_SECRET]);
  const added = base === null ? [...state.groups.values()] : groupsWithout(state.groups, base.groups);
  const removed = base === null ? [] : groupsWithout(base.groups, state.groups);
  const effects = effectsOf(user, fields.length + added.length + removed.length > 0);
  return [
    user.planId,
    user.targetPlanId,
    user.id,
    user.version,
    user.environment.id,
    effects,
    clearedOf(user),
    state.code,
    caseKey(state.code),
    lookOf(state.code),
    state.description,
    state.email,
    state.upn,
    state.upn === '' ? null : caseKey(state.upn),
    user.deferredUpn,
    state.personId,
    state.blocked ? 1 : 0,
    state.access,
    state.siteLanguage,
    user.passwordRow,
    user.tokensRevoked,
    added.length > 0 ? added : null,
    removed.length > 0 ? removed : null,
    fields.length > 0 ? fields : null,
  ];
}

function effectsOf(user: WorkingUser, changed: boolean): number {
  const { base, state } = user;
  const blocked = base !== null && !base.blocked && state.blocked;
  const renamed = base !== null && base.code !== state.code;
  const upnGiven = state.upn !== '' && caseKey(base?.upn ?? '') !== caseKey(state.upn);
  return (
    (changed || base === null || user.tokensRevoked > 0 ? EFFECT.changed : 0) |
    (base === null ? EFFECT.created : 0) |
    (blocked ? EFFECT.blocked : 0) |
    (renamed ? EFFECT.renamed : 0) |
    (upnGiven ? EFFECT.upnGiven : 0) |
    (user.passwordRow !== null ? EFFECT.passwordSet : 0)
  );
}

function clearedOf({ base, state }: WorkingUser): number {
  if (base === null) return 0;
  return IDENTITY_FIELDS.reduce(
    (set, field) => (base[field] !== '' && state[field] === '' ? set | identityBit(field) : set),
    0,
  );
}
