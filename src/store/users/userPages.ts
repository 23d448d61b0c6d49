/** Pages of user codes, by the key of their order: as far down a long list as at its top. */
import type { UserSelection } from '../../application/ports/userList.js';
import type { PagePlace, UserOrder, UserPage } from '../../application/userUseCases.js';
import type { Connection } from '../connection/connection.js';
import { number, select, selectOne } from '../rows.js';
import { readAccounts } from './listUsers.js';
import { firstOfCode, selected } from './selection.js';
import type { Condition } from './userFilterSql.js';

interface Placed {
  readonly code_key: string;
  /** What the list is sorted by. */
  readonly sorted: string;
}

/** Users that are looked at in the order of an index, before all of them are. */
const NEAR = 5000;

/** What a page needs to be found. */
interface Search {
  readonly condition: Condition;
  /** The texts of `users u` that the list is in the order of, the code last. */
  readonly key: readonly string[];
  readonly place: readonly string[] | undefined;
  readonly upwards: boolean;
  readonly size: number;
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
  const search: Search = {
    condition: order === 'user' ? given.condition : firstOfCode(given),
    key: order === 'user' ? ['u.code_key'] : [`lower(u.${order})`, 'u.code_key'],
    place: placeOf(place),
    upwards: 'from' in place ? place.from === 'last' : 'before' in place,
    size,
  };
  const near = await readNear(connection, search);
  const found = near.length === size ? near : await readAll(connection, search);
  if (search.upwards) found.reverse();
  const accounts = await readAccounts(
    connection,
    found.map(({ code_key }) => code_key),
    selection.environmentId,
  );
  const places = found.map(({ code_key, sorted }) =>
    JSON.stringify(order === 'user' ? [code_key] : [sorted, code_key]),
  );
  return { accounts: accounts.map((account, at) => ({ ...account, place: places[at] ?? '' })) };
}

function placeOf(place: PagePlace): readonly string[] | undefined {
  if ('from' in place) return undefined;
  return JSON.parse('after' in place ? place.after : place.before) as readonly string[];
}

/** Most filters find many: a page of them is near. Of one that finds few, it may be anywhere. */
function readNear({ knex }: Connection, search: Search): Promise<Placed[]> {
  const { condition, key, place = [], size } = search;
  return select<Placed>(
    knex,
    `select u.code_key, ${key[0]} as sorted from (select * from users u where ${behind(search, key)} order by ${inOrder(search, key)} limit ${NEAR}) u
     where ${condition.sql} group by ${key.join(', ')} order by ${inOrder(search, key)} limit ?`,
    [...place, ...condition.bindings, size],
  );
}

/** In the order of the table, which is read once: by way of an index, each user would be looked up. */
function readAll({ knex }: Connection, search: Search): Promise<Placed[]> {
  const { condition, place = [], size } = search;
  const key = search.key.map((text) => `(${text} || '')`);
  return select<Placed>(
    knex,
    `select ${key.at(-1)} as code_key, ${key[0]} as sorted from users u
     where ${condition.sql} and ${behind(search, key)} group by ${key.join(', ')} order by ${inOrder(search, key)} limit ?`,
    [...condition.bindings, ...place, size],
  );
}

function behind({ place, upwards }: Search, key: readonly string[]): string {
  if (!place) return 'true';
  return `(${key.join(', ')}) ${upwards ? '<' : '>'} (${key.map(() => '?').join(', ')})`;
}

function inOrder({ upwards }: Search, key: readonly string[]): string {
  return key.map((text) => (upwards ? `${text} desc` : text)).join(', ');
}

/** How many user codes are found. */
export async function countCodes(connection: Connection, selection: UserSelection): Promise<number> {
  const { condition, filter } = await selected(connection, selection);
  // As above: an index serves where nothing else of a user is asked for.
  const code = filter.terms.length === 0 ? 'u.code_key' : "(u.code_key || '')";
  const found = await selectOne<{ codes: number }>(
    connection.knex,
    `select count(distinct ${code}) as codes from users u where ${condition.sql}`,
    condition.bindings,
  );
  return number(found?.codes);
}
