/** What is asked of the list of users, as conditions on `users u`. */
import type { UserSelection } from '../../application/ports/userList.js';
import type { UserOrder } from '../../application/userUseCases.js';
import type { Environment } from '../../domain/directory.js';
import type { Connection } from '../connection/connection.js';
import { listEnvironments } from '../directory/environments.js';
import { FREE_TEXTS } from './beyondAscii.js';
import { factsReader } from './filterFacts.js';
import { GONE_USERS, isAnyGone } from './goneUsers.js';
import { allOf, conditionOf, type Condition } from './userFilterSql.js';

export interface Selected extends UserSelection {
  readonly environments: readonly Environment[];
  /** Of the users that are found. */
  readonly condition: Condition;
  /** Somebody is gone: whom the condition finds among `GONE_USERS` is found as well. */
  readonly hasGone: boolean;
}

export async function selected(connection: Connection, selection: UserSelection): Promise<Selected> {
  const { environmentId, filter } = selection;
  const environments = await listEnvironments(connection);
  const hasGone = await isAnyGone(connection);
  const conditions: Condition[] = [];
  if (environmentId !== undefined) conditions.push({ sql: 'u.environment_id = ?', bindings: [environmentId] });
  const factsOf = factsReader(connection, environments, hasGone ? WITH_GONE : undefined);
  for (const term of filter.terms) conditions.push(conditionOf(term, await factsOf(term)));
  return { ...selection, environments, condition: allOf(conditions), hasGone };
}

const TEXTS = ['id', ...FREE_TEXTS].join(', ');
const WITH_GONE: Condition = {
  sql: `(select ${TEXTS} from users union all select ${TEXTS} from gone_users) u`,
  bindings: [],
};

/** The first user of each code of which one is found, in the order in which they are shown. */
export function firstOfCode({ environmentId, filter, environments, condition, hasGone }: Selected): Condition {
  if (environmentId !== undefined) return condition;
  const removed = environments.filter(({ deleted }) => deleted).map(({ id }) => id);
  const place = (user: string): string =>
    `(case when ${user}.environment_id in (${removed.join(', ') || 'null'}) then 1 else 0 end, ${user}.environment_id)`;
  const first = `not exists (select 1 from users o where o.code_key = u.code_key and ${place('o')} < ${place('u')})`;
  if (filter.terms.length === 0) return { sql: first, bindings: [] };
  const codes = hasGone ? [codesIn('users', condition), codesIn(GONE_USERS, condition)] : [codesIn('users', condition)];
  return {
    sql: `u.code_key in (${codes.map(({ sql }) => sql).join(' union all ')}) and ${first}`,
    bindings: codes.flatMap(({ bindings }) => bindings),
  };
}

/** Of `GONE_USERS u`: one of each code that is found, unless a user who is there stands for the code. */
export function goneOfCode({ environmentId, condition }: Selected, order: UserOrder): Condition {
  const { sql, bindings } = condition;
  const once = `u.id in (select min(u.id) from ${GONE_USERS} u where ${sql} group by u.code_key)`;
  if (order !== 'user' && environmentId === undefined)
    return { sql: `${once} and not exists (select 1 from users o where o.code_key = u.code_key)`, bindings };
  const there = codesIn('users', condition);
  return {
    sql: `${once} and u.code_key not in (${there.sql} and u.code_key in (select x.code_key from gone_users x))`,
    bindings: [...bindings, ...there.bindings],
  };
}

function codesIn(users: string, { sql, bindings }: Condition): Condition {
  return { sql: `select u.code_key from ${users} u where ${sql}`, bindings };
}
