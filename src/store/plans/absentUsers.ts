/** Active users of an environment whom no row of a plan names: those that no planned user is, and no other row is about. */
import { caseKey } from '../../domain/sourceRow.js';
import type { UserFilter } from '../../domain/userFilter.js';
import type { Connection } from '../connection/connection.js';
import type { Environments } from './directoryParts.js';
import { number, select, selectOne, type Binding } from '../rows.js';
import { protectedIn } from '../users/protectedUsers.js';
import { selected } from '../users/selection.js';
import { condition, type Condition } from '../users/userFilterSql.js';

const NOBODY = condition('(1 = 0)');

/** Users at a time. */
const CHUNK = 500;

/** Who could sign in, and is reached by imports: nobody with the code of a system user, in whatever environment of the type. */
export function reachable({ list }: Environments): string {
  return `u.blocked = 0 and u.code_key not in ${systemCodes(list)}`;
}

/** The plus keeps SQLite from looking through all users of an environment: there is an index of the few system users. */
function systemCodes(environments: string): string {
  return `(select s.code_key from users s where s.system = 1 and +s.environment_id in (${environments}))`;
}

const IN_PLAN = 'select p.user_id as value from plan_users p where p.plan_id = ? and p.user_id is not null';

/** Users who do not stand in the plan: a join would look through all users of the plan for each of them. */
export function notInPlan({ dialect }: Connection): string {
  return dialect.noneOf('u.id', IN_PLAN);
}

/** Users whom rows name that do nothing: those that are rejected or left out. A database folds the letters of ASCII alone. */
export async function namedElsewhere({ knex, dialect }: Connection, plan: number): Promise<Condition> {
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

/** Those whom nothing of the kind happens to; undefined where that is nobody. */
async function protectedHere(connection: Connection, { target }: Environments): Promise<Condition | undefined> {
  return (await protectedIn(connection, target))?.all;
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
  const count = async (from: string, ...given: readonly Binding[]): Promise<number> =>
    number((await selectOne<{ users: number }>(knex, `select count(*) as users ${from}`, [...given]))?.users);
  const active = await count('from users u where u.environment_id = ? and u.blocked = 0', target.id);
  const system = await count(
    `from users u where u.environment_id = ? and u.blocked = 0 and u.code_key in ${systemCodes(list)}`,
    target.id,
  );
  const planned = await count(
    // In their order, so that an index is gone through from one end to the other.
    `from users u where u.environment_id = ? and u.id in (${IN_PLAN} order by value) and ${reachable(environments)}`,
    target.id,
    plan,
  );
  const unplanned = `from users u where u.environment_id = ? and ${reachable(environments)} and ${notInPlan(connection)}`;
  const named = hasIdleRows ? await namedElsewhere(connection, plan) : NOBODY;
  const others = hasIdleRows ? await count(`${unplanned} and ${named.sql}`, target.id, plan, ...named.bindings) : 0;
  const kept = await protectedHere(connection, environments);
  const aside = kept
    ? await count(
        `${unplanned} and not ${named.sql} and ${kept.sql}`,
        target.id,
        plan,
        ...named.bindings,
        ...kept.bindings,
      )
    : 0;
  return active - system - planned - others - aside;
}

/** Their codes in order, in chunks. Who they are is settled when this begins, whatever is saved meanwhile. */
export async function* readAbsent(
  connection: Connection,
  plan: number,
  environments: Environments,
  filter: UserFilter,
): AsyncGenerator<readonly string[]> {
  const { knex, dialect } = connection;
  const named = await namedElsewhere(connection, plan);
  const kept = (await protectedHere(connection, environments)) ?? NOBODY;
  const asked = (await selected(connection, { environmentId: environments.target.id, filter })).condition;
  const found = await selectOne<{ ids: string }>(
    knex,
    `select ${dialect.list('id')} as ids from
       (select u.id from users u
        where ${reachable(environments)} and ${notInPlan(connection)} and not ${named.sql}
          and not ${kept.sql} and ${asked.sql} order by u.code_key) absent`,
    [plan, ...named.bindings, ...kept.bindings, ...asked.bindings],
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
