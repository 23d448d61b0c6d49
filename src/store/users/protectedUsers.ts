/** Whom an environment protects, as conditions on `users u` (docs/rules.md, *Protected users*). */
import type { ProtectedCount } from '../../application/ports/directoryStore.js';
import type { Environment } from '../../domain/directory.js';
import { protectionOf } from '../../domain/protection.js';
import type { Connection } from '../connection/connection.js';
import { number, selectOne } from '../rows.js';
import { factsReader } from './filterFacts.js';
import { allOf, condition, conditionOf, mayHold, NONE, type Condition } from './userFilterSql.js';

interface ProtectedUsers {
  /** Those as well of whom it is not certain that the filter does not find them. */
  readonly all: Condition;
  readonly certain: Condition;
}

/** Undefined where nobody is protected. Whom the filter means is settled now, whatever is written before it is asked. */
export async function protectedIn(
  connection: Connection,
  environment: Environment,
): Promise<ProtectedUsers | undefined> {
  const protection = protectionOf(environment);
  if (!protection) return undefined;
  const all = [condition(`u.environment_id = ${environment.id}`)];
  const certain = [...all];
  // A filter that cannot be read may find anybody.
  if (protection.filter === null) certain.push(NONE);
  const among = condition(`(select * from users where environment_id = ${environment.id}) u`);
  const factsOf = factsReader(connection, [environment], among);
  for (const term of protection.filter?.terms ?? []) {
    const facts = await factsOf(term);
    const isUnknown = term.field === 'token' && environment.mirror !== undefined;
    if (!isUnknown) all.push(mayHold(term, facts));
    certain.push(isUnknown ? NONE : conditionOf(term, facts));
  }
  return { all: allOf(all), certain: allOf(certain) };
}

export async function countProtected(connection: Connection, environment: Environment): Promise<ProtectedCount | null> {
  const found = await protectedIn(connection, environment);
  if (!found) return null;
  const { all, certain } = found;
  const counted = await selectOne<{ users: number; certain: number }>(
    connection.knex,
    `select count(*) as users, coalesce(sum(case when ${certain.sql} then 1 else 0 end), 0) as certain
     from users u where ${all.sql}`,
    [...certain.bindings, ...all.bindings],
  );
  const users = number(counted?.users);
  return { users, uncertain: users - number(counted?.certain) };
}
