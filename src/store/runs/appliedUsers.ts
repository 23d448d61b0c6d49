/** What a run did to users, as undo and the second pass need it. */
import type { AppliedUser, PlannedGroup, RevokedToken, WaitingUser } from '../../application/ports/planStore.js';
import type { StoredRun } from './runRecords.js';
import type { Connection } from '../connection/connection.js';
import { pages } from '../pages.js';
import { countedIn, PLAN_USER_FLAGS, PLAN_USERS } from '../plans/planUserRecords.js';
import { select, selectRows } from '../rows.js';
import { pick, reader } from '../table.js';

const CHUNK_ROWS = 2000;

const CHANGED = `effects & ${PLAN_USER_FLAGS.changed} > 0`;

const APPLIED_USER = reader({
  ...pick(PLAN_USERS.columns, 'id', 'targetId', 'userId', 'environmentId', 'effects', 'code', 'fields'),
  ...pick(PLAN_USERS.columns, 'version', 'uses', 'tokensRevoked', 'groupsAdded', 'groupsRemoved'),
});

/** Net changes of a plan that was applied; users that follow a target come with it, the last target first. */
export async function* readApplied(
  connection: Connection,
  { planId: plan, kind }: Pick<StoredRun, 'planId' | 'kind'>,
  size: number,
): AsyncGenerator<AppliedUser[]> {
  const targets = pages<{ readonly id: number }>({
    key: ['target_id'],
    keyOf: ({ id }) => [id],
    size,
    descending: true,
    read: (after, order, from) =>
      select(
        connection.knex,
        `select distinct target_id as id from plan_users where plan_id = ? and ${CHANGED} and ${after} ${order}`,
        [plan, ...from],
      ),
  });
  for await (const chunk of targets) {
    const [last, first] = [chunk[0]?.id ?? 0, chunk.at(-1)?.id ?? 0];
    const users = await selectRows(
      connection,
      APPLIED_USER,
      `from plan_users where plan_id = ? and ${CHANGED} and target_id between ? and ? order by target_id desc, id`,
      [plan, first, last],
    );
    yield users.map(({ id, targetId, effects, tokensRevoked, uses, code, ...user }) => ({
      ...user,
      newCode: code,
      planId: id,
      targetPlanId: targetId,
      created: (effects & PLAN_USER_FLAGS.created) !== 0,
      removed: (effects & PLAN_USER_FLAGS.removed) !== 0,
      uses: uses ?? 0,
      counted: kind === 'second-pass' ? 0 : countedIn(effects),
      tokensRevoked: tokensRevoked ?? 0,
      passwordSet: (effects & PLAN_USER_FLAGS.passwordSet) !== 0,
    }));
  }
}

/**
 * Created users whose UPN waits for the second pass, with their values as they are now, or as the plan makes them where
 * they are not there yet.
 */
export function readWaiting({ knex }: Connection, plan: number): AsyncGenerator<readonly WaitingUser[]> {
  return pages<WaitingUser>({
    key: ['p.id'],
    keyOf: ({ id }) => [id],
    size: CHUNK_ROWS,
    read: (after, order, from) =>
      select(
        knex,
        `select p.id, coalesce(u.code, p.code) as "user", coalesce(u.description, p.description) as description,
           coalesce(u.email, p.email) as email, p.deferred_upn as upn, u.upn as found
         from plan_users p left join users u on u.id = coalesce(p.user_id,
           (select x.id from users x where x.environment_id = p.environment_id and x.code_key = p.code_key))
         where p.plan_id = ? and p.deferred_upn is not null and ${after} ${order}`,
        [plan, ...from],
      ),
  });
}

export function readRevokedTokens({ knex }: Connection, runId: number): Promise<RevokedToken[]> {
  return select<RevokedToken>(
    knex,
    `select user_code as "user", environment, application, device from revoked_tokens where run_id = ?
     order by environment, user_code, application, device`,
    [runId],
  );
}

/** Groups that a plan creates, and those that it removes. */
export async function readPlannedGroups(
  { knex }: Connection,
  plan: number,
): Promise<{ readonly created: readonly PlannedGroup[]; readonly removed: readonly PlannedGroup[] }> {
  const sql = 'select code, description from plan_groups where plan_id = ? and removes = ? order by code_key';
  return {
    created: await select<PlannedGroup>(knex, sql, [plan, 0]),
    removed: await select<PlannedGroup>(knex, sql, [plan, 1]),
  };
}
