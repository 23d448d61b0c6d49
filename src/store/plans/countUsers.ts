/** What a plan does to users, counted in the database. */
import type { PlannedUserCounts } from '../../application/ports/planStore.js';
import type { Environment } from '../../domain/directory.js';
import type { Connection } from '../connection/connection.js';
import { number, select, selectOne } from '../rows.js';
import { accessGained, countAdministrators, countLicences, licensedAmong } from './countAccess.js';
import { CLEARED_OF_ALL, identityFieldsOf } from './identityBits.js';
import { PLAN_USER_FLAGS } from './planUserRecords.js';

/** What can only be counted over the whole plan: users, each once, by its net change. */
export async function countPlannedUsers(
  connection: Connection,
  plan: number,
  target: Environment,
): Promise<Omit<PlannedUserCounts, 'rowsDigest'>> {
  const { knex } = connection;
  const gained = await accessGained(connection, plan);
  const administrators = await countAdministrators(connection, gained);
  const cleared = await select<{ lost: number; users: number }>(
    knex,
    `select lost, count(*) as users from
       (select ${CLEARED_OF_ALL} as lost from plan_users where plan_id = ? and cleared > 0 group by target_id) by_user
     group by lost`,
    [plan],
  );
  const counts = await selectOne<Record<'blocks' | 'renames' | 'creates' | 'changes' | 'deferred', number>>(
    knex,
    `select count(distinct case when effects & ${PLAN_USER_FLAGS.blocked} > 0 then target_id end) as blocks,
            count(distinct case when effects & ${PLAN_USER_FLAGS.renamed} > 0 then target_id end) as renames,
            count(case when effects & ${PLAN_USER_FLAGS.created} > 0 and environment_id = ${target.id} then 1 end) as creates,
            count(case when effects & ${PLAN_USER_FLAGS.changed} > 0 and environment_id = ${target.id} then 1 end) as changes,
            count(deferred_upn) as deferred
     from plan_users where plan_id = ?`,
    [plan],
  );
  const environments = await select<{ code: string; users: number }>(
    knex,
    `select e.code, c.users from
       (select environment_id, count(*) as users from plan_users where plan_id = ? and effects & ${PLAN_USER_FLAGS.changed} > 0 group by environment_id) c
     join environments e on e.id = c.environment_id order by e.id`,
    [plan],
  );
  const reached = new Set([target.code, ...environments.map(({ code }) => code)]);
  const licences = await countLicences(connection, await licensedAmong(connection, reached), gained);
  const active = await selectOne<{ users: number }>(
    knex,
    'select count(*) as users from users where environment_id = ? and blocked = 0',
    [target.id],
  );
  return {
    cleared: cleared.map(({ lost, users }) => ({ fields: identityFieldsOf(number(lost)), users: number(users) })),
    blocks: number(counts?.blocks),
    renames: number(counts?.renames),
    creates: number(counts?.creates),
    updates: number(counts?.changes) - number(counts?.creates),
    deferredUpns: number(counts?.deferred),
    environments: Object.fromEntries(environments.map(({ code, users }) => [code, { users: number(users) }])),
    activeUsers: number(active?.users),
    ...(administrators.length > 0 && { administrators }),
    ...(licences.length > 0 && {
      licences: licences.map(({ environment, before, after }) => ({ environment, before, after })),
    }),
  };
}
