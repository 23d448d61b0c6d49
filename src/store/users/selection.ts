/** What is asked of the list of users, as conditions on `users u`. */
import type { UserSelection } from '../../application/ports/userList.js';
import type { Environment } from '../../domain/directory.js';
import type { Connection } from '../connection/connection.js';
import { listEnvironments } from '../directory/environments.js';
import { select } from '../rows.js';
import { beyondAscii } from './beyondAscii.js';
import { allOf, conditionOf, type Condition } from './userFilterSql.js';

export interface Selected extends UserSelection {
  readonly environments: readonly Environment[];
  /** Of the users that are found. */
  readonly condition: Condition;
}

export async function selected(connection: Connection, selection: UserSelection): Promise<Selected> {
  const { dialect } = connection;
  const { environmentId, filter } = selection;
  const environments = await listEnvironments(connection);
  const asksTokens = filter.terms.some(({ field }) => field === 'token');
  const tokens = asksTokens ? await tokenTexts(connection) : [];
  const conditions: Condition[] = [];
  if (environmentId !== undefined) conditions.push({ sql: 'u.environment_id = ?', bindings: [environmentId] });
  for (const term of filter.terms) {
    const isFree = term.field === null || term.field === 'description' || term.field === 'email';
    const found = isFree ? await beyondAscii(connection, term) : {};
    conditions.push(conditionOf(term, { environments, tokens, found, dialect }));
  }
  return { ...selection, environments, condition: allOf(conditions) };
}

export async function tokenTexts({ knex }: Connection): Promise<string[]> {
  const rows = await select<{ text: string }>(
    knex,
    'select application as text from tokens union select device as text from tokens',
  );
  return rows.map(({ text }) => text);
}

/** The first user of each code of which one is found, in the order in which they are shown. */
export function firstOfCode({ environmentId, filter, environments, condition }: Selected): Condition {
  if (environmentId !== undefined) return condition;
  const removed = environments.filter(({ deleted }) => deleted).map(({ id }) => id);
  const place = (user: string): string =>
    `(case when ${user}.environment_id in (${removed.join(', ') || 'null'}) then 1 else 0 end, ${user}.environment_id)`;
  const first = `not exists (select 1 from users o where o.code_key = u.code_key and ${place('o')} < ${place('u')})`;
  if (filter.terms.length === 0) return { sql: first, bindings: [] };
  return {
    sql: `u.code_key in (select u.code_key from users u where ${condition.sql}) and ${first}`,
    bindings: condition.bindings,
  };
}
