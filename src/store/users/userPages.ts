/** Pages of user codes, by the key of their order: as far down a long list as at its top. */
import type { UserSelection } from '../../application/ports/userList.js';
import type { PagePlace, UserOrder, UserPage } from '../../application/userUseCases.js';
import type { Connection } from '../connection/connection.js';
import { number, select, selectOne, type Binding } from '../rows.js';
import { readAccounts } from './listUsers.js';
import { conditionFor } from './selection.js';

/** At most `size` user codes of which a user is found, each with all users that have the code. */
export async function readPage(
  connection: Connection,
  selection: UserSelection,
  _order: UserOrder,
  place: PagePlace,
  size: number,
): Promise<UserPage> {
  const { sql, bindings } = await conditionFor(connection, selection);
  const { upwards, from } = startOf(place);
  const behind = from === undefined ? 'true' : `u.code_key ${upwards ? '<' : '>'} ?`;
  const found = await select<{ code_key: string }>(
    connection.knex,
    `select u.code_key from users u where ${sql} and ${behind} group by u.code_key order by u.code_key ${upwards ? 'desc' : ''} limit ?`,
    [...bindings, ...(from === undefined ? [] : [from]), size] satisfies Binding[],
  );
  const keys = found.map(({ code_key }) => code_key);
  if (upwards) keys.reverse();
  const accounts = await readAccounts(connection, keys, selection.environmentId);
  return { accounts: accounts.map((account, at) => ({ ...account, place: keys[at] ?? '' })) };
}

function startOf(place: PagePlace): { readonly upwards: boolean; readonly from?: string } {
  if ('from' in place) return { upwards: place.from === 'last' };
  return 'after' in place ? { upwards: false, from: place.after } : { upwards: true, from: place.before };
}

/** How many user codes are found. */
export async function countCodes(connection: Connection, selection: UserSelection): Promise<number> {
  const { sql, bindings } = await conditionFor(connection, selection);
  const found = await selectOne<{ codes: number }>(
    connection.knex,
    `select count(distinct u.code_key) as codes from users u where ${sql}`,
    bindings,
  );
  return number(found?.codes);
}
