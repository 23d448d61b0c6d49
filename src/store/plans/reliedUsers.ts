/** Users to whom a plan does nothing but rely on them: most of those in a file that changes little. */
import { caseKey } from '../../domain/sourceRow.js';
import type { WorkingUser } from '../../domain/workingDirectory.js';
import { columnsOf, table } from '../table.js';
import { followsOwnOnly, PLAN_USER_FLAGS } from './planUserRecords.js';

export function isReliedOn(user: WorkingUser): boolean {
  const { base, state, removed, passwordRow, tokensRevoked, deferredUpn } = user;
  if (base === null || state !== base || removed || passwordRow !== null) return false;
  return tokensRevoked === 0 && deferredUpn === '' && !followsOwnOnly(user);
}

const { int, text } = columnsOf<WorkingUser>();

/** What is stored of such a user; all else is null. */
export const RELIED_USERS = table('plan_users', {
  id: int('id', (user) => user.planId),
  targetId: int('target_id', (user) => user.targetPlanId),
  userId: int('user_id', (user) => user.id),
  version: int('base_version', (user) => user.version),
  environmentId: int('environment_id', (user) => user.environment.id),
  effects: int('effects', (user) => (user.ownOnly ? PLAN_USER_FLAGS.ownOnly : 0)),
  codeKey: text('code_key', (user) => caseKey(user.state.code)),
});
