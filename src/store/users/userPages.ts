/** Pages of user codes, by the key of their order: as far down a long list as at its top. */
import type { UserSelection } from '../../application/ports/userList.js';
import type { PagePlace, UserOrder, UserPage } from '../../application/userUseCases.js';
import type { Connection } from '../connection/connection.js';
import { number, select, selectOne, type Binding } from '../rows.js';
import { readAccounts } from './listUsers.js';
import { firstOfCode, selected, type Selected } from './selection.js';

interface Placed {
  readonly code_key: string;
  /** What the list is sorted by. */
  readonly sorted: string;
}

/** At most `size` user codes of which a user is found, each with all users that have the code. */
export async function readPage(
  connection: Connection,
  selection: UserSelection,
  order: UserOrder,
  place: PagePlace,
  size: number,
): Promise<UserPage> {
  const given = await selected(connection, selection);
  const upwards = 'from' in place ? place.from === 'last' : 'before' in place;
  const from = placeOf(place);
  const { sql, bindings } = order === 'user' ? byCode(given, upwards, from) : byText(given, order, upwards, from);
  const found = await select<Placed>(connection.knex, `${sql} limit ?`, [...bindings, size]);
  if (upwards) found.reverse();
  const keys = found.map(({ code_key }) => code_key);
  const accounts = await readAccounts(connection, keys, selection.environmentId);
  return {
    accounts: accounts.map((account, at) => ({
      ...account,
      place: JSON.stringify([found[at]?.sorted, found[at]?.code_key]),
    })),
  };
}

interface Query {
  readonly sql: string;
  readonly bindings: readonly Binding[];
}

type Place = readonly [sorted: string, codeKey: string];

function placeOf(place: PagePlace): Place | undefined {
  if ('from' in place) return undefined;
  return JSON.parse('after' in place ? place.after : place.before) as Place;
}

function byCode({ condition }: Selected, upwards: boolean, from: Place | undefined): Query {
  return {
    sql: `select u.code_key, u.code_key as sorted from users u
      where ${condition.sql} and ${from ? `u.code_key ${upwards ? '<' : '>'} ?` : 'true'}
      group by u.code_key order by u.code_key ${upwards ? 'desc' : ''}`,
    bindings: [...condition.bindings, ...(from ? [from[1]] : [])],
  };
}

/** A code stands at the text of its first user, as it is shown, whichever of its users is found. */
function byText(given: Selected, order: 'description' | 'email', upwards: boolean, from: Place | undefined): Query {
  const text = `lower(u.${order})`;
  const { sql, bindings } = firstOfCode(given);
  const direction = upwards ? 'desc' : '';
  return {
    sql: `select u.code_key, ${text} as sorted from users u
      where ${sql} and ${from ? `(${text}, u.code_key) ${upwards ? '<' : '>'} (?, ?)` : 'true'}
      order by ${text} ${direction}, u.code_key ${direction}`,
    bindings: [...bindings, ...(from ?? [])],
  };
}

/** How many user codes are found. */
export async function countCodes(connection: Connection, selection: UserSelection): Promise<number> {
  const { condition } = await selected(connection, selection);
  const found = await selectOne<{ codes: number }>(
    connection.knex,
    `select count(distinct u.code_key) as codes from users u where ${condition.sql}`,
    condition.bindings,
  );
  return number(found?.codes);
}
