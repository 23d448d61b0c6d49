/** A mirror is compared with what was read: what there is of each, counted, and the users that differ, listed. */
import { EVERYONE } from '../../domain/directory.js';
import { STORED_TEXTS } from '../../domain/fields.js';
import type { PullCount, PullCounts } from '../../domain/pullCounts.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { Connection } from '../connection/connection.js';
import { PLAN_USER_FLAGS } from '../plans/planUserRecords.js';
import { number, run, selectOne } from '../rows.js';

/** What becomes of a user: `back` is one that was gone. */
export type ChangeKind = 'created' | 'back' | 'changed' | 'renamed' | 'gone';

const COMPARED = [...STORED_TEXTS.map(({ column }) => column), 'code', 'blocked', 'system', 'access', 'unknown'];

/** Whether a staged user `s` has other values than the user `u` of the mirror. */
const DIFFERS = `(${COMPARED.map((column) => `u.${column} <> s.${column}`).join(' or ')}
  or coalesce(u.person_id, 0) <> coalesce(s.person_id, 0))`;

const GROUPS_OF_USER = `select x.user_key, g.code_key from pulled_memberships x join pulled_groups g on g.code_key = x.group_key`;

/** Persons and groups of the mirror are brought in line first: users are compared by their numbers. Answers what was done. */
export async function mergeNamed(
  connection: Connection,
  environment: number,
  complete: { readonly groups: boolean; readonly persons: boolean },
): Promise<Pick<PullCounts, 'groups' | 'persons'>> {
  const groups = await mergeKind(
    connection,
    environment,
    'user_groups',
    'pulled_groups',
    'description',
    complete.groups,
  );
  const persons = await mergeKind(connection, environment, 'persons', 'pulled_persons', 'name', complete.persons);
  const { knex } = connection;
  await run(
    knex,
    `update pulled_users set person_id = (select p.id from persons p where p.environment_id = ? and p.code_key = pulled_users.person_key)
     where person_key <> ''`,
    [environment],
  );
  await run(
    knex,
    'update pulled_groups set group_id = (select g.id from user_groups g where g.environment_id = ? and g.code_key = pulled_groups.code_key)',
    [environment],
  );
  return { groups, persons };
}

/** `text` is what they have beside their code; one that was not told leaves it as it is. */
async function mergeKind(
  { knex }: Connection,
  environment: number,
  kept: 'user_groups' | 'persons',
  pulled: 'pulled_groups' | 'pulled_persons',
  text: 'description' | 'name',
  complete: boolean,
): Promise<PullCount> {
  const other = `(k.code <> s.code or (s.${text} <> '' and k.${text} <> s.${text}))`;
  const found = await selectOne<Record<'staged' | 'there' | 'other', number>>(
    knex,
    `select count(*) as staged, count(k.id) as there, count(case when ${other} then 1 end) as other
     from ${pulled} s left join ${kept} k on k.environment_id = ? and k.code_key = s.code_key`,
    [environment],
  );
  await run(
    knex,
    `update ${kept} as k set code = s.code, ${text} = case when s.${text} = '' then k.${text} else s.${text} end, version = k.version + 1
     from ${pulled} s where k.environment_id = ? and k.code_key = s.code_key and ${other}`,
    [environment],
  );
  await run(
    knex,
    `insert into ${kept} (environment_id, code, code_key, ${text})
     select ${environment}, s.code, s.code_key, s.${text} from ${pulled} s
     where not exists (select 1 from ${kept} k where k.environment_id = ? and k.code_key = s.code_key) order by s.code_key`,
    [environment],
  );
  const gone = complete
    ? await selectOne<{ n: number }>(knex, `select count(*) as n from ${kept} k where ${goneCondition(pulled)}`, [
        environment,
      ])
    : undefined;
  const [staged, there, changed] = [number(found?.staged), number(found?.there), number(found?.other)];
  return { created: staged - there, changed, gone: number(gone?.n), same: there - changed };
}

/** Iedereen is told by nobody. */
function goneCondition(pulled: 'pulled_groups' | 'pulled_persons'): string {
  return `k.environment_id = ? and k.code_key <> '${caseKey(EVERYONE)}' and not exists (select 1 from ${pulled} s where s.code_key = k.code_key)`;
}

/** Takes away what is gone, once no user is in it or has it any more. */
export async function dropGone(
  { knex }: Connection,
  environment: number,
  complete: { readonly groups: boolean; readonly persons: boolean },
): Promise<void> {
  if (complete.groups)
    await run(knex, `delete from user_groups as k where ${goneCondition('pulled_groups')}`, [environment]);
  if (complete.persons)
    await run(
      knex,
      `delete from persons as k where ${goneCondition('pulled_persons')} and not exists (select 1 from users u where u.person_id = k.id)`,
      [environment],
    );
}

/** Lists the users that differ in `pulled_changes`, numbered from 1, and counts them with their memberships. */
export async function compareUsers(
  connection: Connection,
  environment: number,
): Promise<Pick<PullCounts, 'users' | 'memberships'>> {
  const { knex } = connection;
  await run(
    knex,
    `update pulled_users set user_id = (select u.id from users u where u.environment_id = ? and u.code_key = pulled_users.code_key)`,
    [environment],
  );
  await recogniseRenamed(connection, environment);
  const memberships = await countMemberships(connection, environment);
  const list = async (kind: string, rest: string, ...bindings: readonly number[]): Promise<void> =>
    run(
      knex,
      `insert into pulled_changes (n, kind, code_key, user_id)
       select (select count(*) from pulled_changes) + row_number() over (order by c.code_key), ${kind}, c.code_key, c.user_id from (${rest}) c`,
      bindings,
    );
  // Who is gone leaves its code first: somebody else may have it now.
  await list(
    "'gone'",
    `select u.code_key, u.id as user_id from users u where u.environment_id = ? and u.id not in (select user_id from pulled_users where user_id is not null)`,
    environment,
  );
  await list(
    'c.kind',
    `select case when u.code_key <> s.code_key then 'renamed' else 'changed' end as kind, s.code_key, u.id as user_id
     from pulled_users s join users u on u.id = s.user_id
     where ${DIFFERS} or s.code_key in (select user_key from pulled_joins) or s.code_key in (select user_key from pulled_leaves)`,
  );
  await list(
    'c.kind',
    `select case when g.id is null then 'created' else 'back' end as kind, s.code_key, g.id as user_id
     from pulled_users s left join (select code_key, max(id) as id from gone_users where environment_id = ? group by code_key) g
       on g.code_key = s.code_key where s.user_id is null`,
    environment,
  );
  const counted = await selectOne<Record<'staged' | 'created' | 'changed' | 'gone', number>>(
    knex,
    `select (select count(*) from pulled_users) as staged, count(case when kind in ('created', 'back') then 1 end) as created,
       count(case when kind in ('changed', 'renamed') then 1 end) as changed, count(case when kind = 'gone' then 1 end) as gone
     from pulled_changes`,
  );
  const [staged, created, changed] = [number(counted?.staged), number(counted?.created), number(counted?.changed)];
  return {
    users: { created, changed, gone: number(counted?.gone), same: staged - created - changed },
    memberships,
  };
}

/** A user that has the code which a run that was delivered gives it is the same user, and nobody new. */
async function recogniseRenamed({ knex }: Connection, environment: number): Promise<void> {
  const there = 'select user_id from pulled_users where user_id is not null';
  await run(
    knex,
    `update pulled_users set user_id = (${renamedTo(there)}) where user_id is null
     and (select count(*) from (${renamedTo(there)}) x) = 1`,
    [environment, environment],
  );
}

/** The users of before whom runs that were delivered give the code of a staged user. */
function renamedTo(there: string): string {
  return `select distinct p.user_id from plan_users p join runs r on r.plan_id = p.plan_id and r.status = 'delivered'
    join users u on u.id = p.user_id where p.environment_id = ? and p.effects & ${PLAN_USER_FLAGS.renamed} > 0
      and p.code_key = pulled_users.code_key and p.user_id not in (${there})`;
}

async function countMemberships({ knex }: Connection, environment: number): Promise<PullCount> {
  await run(knex, 'create temp table pulled_joins (user_key text, group_key text)');
  await run(knex, 'create temp table pulled_leaves (user_key text, group_key text)');
  await run(
    knex,
    `insert into pulled_joins select x.user_key, x.code_key from (${GROUPS_OF_USER}) x
     join pulled_users s on s.code_key = x.user_key join pulled_groups g on g.code_key = x.code_key
     left join memberships m on m.user_id = s.user_id and m.group_id = g.group_id where m.user_id is null`,
  );
  await run(
    knex,
    `insert into pulled_leaves select s.code_key, g.code_key from memberships m join users u on u.id = m.user_id and u.environment_id = ?
     join user_groups g on g.id = m.group_id join pulled_users s on s.user_id = u.id
     left join pulled_memberships x on x.user_key = s.code_key and x.group_key = g.code_key where x.user_key is null`,
    [environment],
  );
  const counted = await selectOne<Record<'staged' | 'joined' | 'kept' | 'before', number>>(
    knex,
    `select (select count(*) from pulled_memberships) as staged, (select count(*) from pulled_joins) as joined,
       (select count(*) from memberships m join users u on u.id = m.user_id where u.environment_id = ?) as before`,
    [environment],
  );
  const same = number(counted?.staged) - number(counted?.joined);
  return { created: number(counted?.joined), changed: 0, gone: number(counted?.before) - same, same };
}
