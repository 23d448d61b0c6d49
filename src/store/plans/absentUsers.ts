/** Active users of an environment whom no row of a plan names: those that no planned user is, and no other row is about. */
import { caseKey } from '../../domain/sourceRow.js';
import type { UserFilter } from '../../domain/userFilter.js';
import type { Connection } from '../connection/connection.js';
import type { Environments } from './directoryParts.js';
import { number, select, selectOne } from '../rows.js';
import { protectedIn } from '../users/protectedUsers.js';
import { selected } from '../users/selection.js';
import { allOf, condition, NONE, not, type Condition } from '../users/userFilterSql.js';

/** Users at a time. */
const CHUNK = 500;

/** Who could sign in, and is reached by imports: nobody with the code of a system user, in whatever environment of the type. */
function reachable({ target, list }: Environments): Condition {
  return condition(`u.environment_id = ? and u.blocked = 0 and u.code_key not in ${systemCodes(list)}`, target.id);
}

/** The plus keeps SQLite from looking through all users of an environment: there is an index of the few system users. */
function systemCodes(environments: string): string {
  return `(select s.code_key from users s where s.system = 1 and +s.environment_id in (${environments}))`;
}

const IN_PLAN = 'select p.user_id as value from plan_users p where p.plan_id = ? and p.user_id is not null';

/** Users who do not stand in the plan: a join would look through all users of the plan for each of them. */
function notInPlan({ dialect }: Connection, plan: number): Condition {
  return condition(dialect.noneOf('u.id', IN_PLAN), plan);
}

/** Users whom rows name that do nothing: those that are rejected or left out. A database folds the letters of ASCII alone. */
async function namedElsewhere({ knex, dialect }: Connection, plan: number): Promise<Condition> {
  const others = await select<{ code: string }>(
    knex,
    `select distinct user_code as code from plan_rows
     where plan_id = ? and plan_user is null and octet_length(user_code) <> length(user_code)`,
    [plan],
  );
  return condition(
    `(u.code_key in (select lower(user_code) from plan_rows where plan_id = ? and plan_user is null)
      or u.code_key in ${dialect.texts})`,
    plan,
    JSON.stringify(others.map(({ code }) => caseKey(code))),
  );
}

/** Whom no row names, and who is not protected. `hasIdleRows`: there are rows that do nothing, and name somebody all the same. */
export async function absentOf(
  connection: Connection,
  plan: number,
  environments: Environments,
  hasIdleRows: boolean,
): Promise<Condition> {
  const kept = await protectedIn(connection, environments.target);
  return allOf([
    reachable(environments),
    notInPlan(connection, plan),
    ...(hasIdleRows ? [not(await namedElsewhere(connection, plan))] : []),
    ...(kept ? [not(kept.all)] : []),
  ]);
}

/** All who are active, without those of them who are named: what the plan has is looked up, and not the whole environment. */
export async function countAbsent(
  connection: Connection,
  plan: number,
  environments: Environments,
  hasIdleRows: boolean,
): Promise<number> {
  const { knex } = connection;
  const { target, list } = environments;
  const count = async (...conditions: readonly Condition[]): Promise<number> => {
    const { sql, bindings } = allOf(conditions);
    const counted = `select count(*) as users from users u where ${sql}`;
    return number((await selectOne<{ users: number }>(knex, counted, bindings))?.users);
  };
  const active = condition('u.environment_id = ? and u.blocked = 0', target.id);
  const system = condition(`u.code_key in ${systemCodes(list)}`);
  // In their order, so that an index is gone through from one end to the other.
  const planned = condition(`u.id in (${IN_PLAN} order by value)`, plan);
  const unplanned = [reachable(environments), notInPlan(connection, plan)];
  const named = hasIdleRows ? await namedElsewhere(connection, plan) : NONE;
  const kept = (await protectedIn(connection, target))?.all;
  return (
    (await count(active)) -
    (await count(active, system)) -
    (await count(reachable(environments), planned)) -
    (hasIdleRows ? await count(...unplanned, named) : 0) -
    (kept ? await count(...unplanned, not(named), kept) : 0)
  );
}

/** Their codes in order, in chunks. Who they are is settled when this begins, whatever is saved meanwhile. */
export async function* readAbsent(
  connection: Connection,
  plan: number,
  environments: Environments,
  filter: UserFilter,
): AsyncGenerator<readonly string[]> {
  const { knex, dialect } = connection;
  const { sql, bindings } = allOf([
    await absentOf(connection, plan, environments, true),
    (await selected(connection, { filter })).condition,
  ]);
  const found = await selectOne<{ ids: string }>(
    knex,
    `select ${dialect.list('id')} as ids from (select u.id from users u where ${sql} order by u.code_key) absent`,
    bindings,
  );
  const ids = JSON.parse(found?.ids ?? '[]') as number[];
  for (let at = 0; at < ids.length; at += CHUNK) {
    const users = await select<{ code: string }>(
      knex,
      `select code from users where id in ${dialect.numbers} order by code_key`,
      [JSON.stringify(ids.slice(at, at + CHUNK))],
    );
    yield users.map(({ code }) => code);
  }
}
