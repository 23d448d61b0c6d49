/** What is asked of the list of users, as a condition. */
import type { UserSelection } from '../../application/ports/userList.js';
import type { Connection } from '../connection/connection.js';
import { listEnvironments } from '../directory/environments.js';
import { select } from '../rows.js';
import { allOf, conditionOf, type Condition } from './userFilterSql.js';

/** A condition on `users u`. */
export async function conditionFor(
  connection: Connection,
  { environmentId, filter: { terms } }: UserSelection,
): Promise<Condition> {
  const { dialect } = connection;
  const environments = await listEnvironments(connection);
  const tokens = terms.some(({ field }) => field === 'token') ? await tokenTexts(connection) : [];
  const conditions = terms.map((term) => conditionOf(term, { environments, tokens, dialect }));
  if (environmentId !== undefined) conditions.unshift({ sql: 'u.environment_id = ?', bindings: [environmentId] });
  return allOf(conditions);
}

async function tokenTexts({ knex }: Connection): Promise<string[]> {
  const rows = await select<{ text: string }>(
    knex,
    'select application as text from tokens union select device as text from tokens',
  );
  return rows.map(({ text }) => text);
}
