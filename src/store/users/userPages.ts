/** Pages of user codes, by the key of their order: as far down a long list as at its top. */
import type { UserSelection } from '../../application/ports/userList.js';
import type { PagePlace, UserOrder, UserPage } from '../../application/userUseCases.js';
import type { Connection } from '../connection/connection.js';
import { number, select, selectOne } from '../rows.js';
import { readAccounts } from './listUsers.js';
import { GONE_USERS } from './goneUsers.js';
import { firstOfCode, goneOfCode, selected } from './selection.js';
import type { Condition } from './userFilterSql.js';

interface Placed {
  readonly code_key: string;
  /** What the list is sorted by. */
  readonly sorted: string;
}

/** Users that are looked at in the order of an index, before all of them are. */
const NEAR = 5000;

/** What a page needs to be found. */
export interface Search {
  /** A table that is like `users`. */
  readonly from: string;
  readonly condition: Condition;
  /** The texts of `users u` that the list is in the order of, the code last. */
  readonly key: readonly string[];
  readonly place: readonly string[] | undefined;
  readonly upwards: boolean;
  readonly size: number;
  /** So few are found that they are looked for everywhere at once. */
  readonly isRare?: boolean;
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
    from: 'users',
    condition: order === 'user' ? given.condition : firstOfCode(given),
    key: order === 'user' ? ['u.code_key'] : [`lower(u.${order})`, 'u.code_key'],
    ...placed(place),
    size,
  };
  const there = await readCodes(connection, search);
  const gone = given.hasGone
    ? await readCodes(connection, { ...search, from: GONE_USERS, condition: goneOfCode(given, order) })
    : [];
  const found = gone.length === 0 ? there : merged(there, gone, search);
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

/** Where in a list a page begins, and whether it is read from there upwards. */
export function placed(place: PagePlace): Pick<Search, 'place' | 'upwards'> {
  if ('from' in place) return { place: undefined, upwards: place.from === 'last' };
  const text = 'after' in place ? place.after : place.before;
  return { place: JSON.parse(text) as readonly string[], upwards: 'before' in place };
}

/** Both are in this order, and no code is in both. */
function merged(one: readonly Placed[], other: readonly Placed[], { upwards, size }: Search): Placed[] {
  const bytes = ({ sorted, code_key }: Placed): readonly Buffer[] => [Buffer.from(sorted), Buffer.from(code_key)];
  const all = [...one, ...other].map((placed) => ({ placed, bytes: bytes(placed) }));
  // As a database compares texts.
  const compare = ([a, b]: readonly Buffer[], [c, d]: readonly Buffer[]): number =>
    (a && c ? Buffer.compare(a, c) : 0) || (b && d ? Buffer.compare(b, d) : 0);
  all.sort((a, b) => (upwards ? compare(b.bytes, a.bytes) : compare(a.bytes, b.bytes)));
  return all.slice(0, size).map(({ placed }) => placed);
}

/** From the place on, in the direction in which it is read. */
export async function readCodes(connection: Connection, search: Search): Promise<Placed[]> {
  const near = search.isRare === true ? [] : await readNear(connection, search);
  return near.length === search.size ? near : readAll(connection, search);
}

/** Most filters find many: a page of them is near. Of one that finds few, it may be anywhere. */
function readNear({ knex }: Connection, search: Search): Promise<Placed[]> {
  const { from, condition, key, place = [], size } = search;
  return select<Placed>(
    knex,
    `select u.code_key, ${key[0]} as sorted from (select * from ${from} u where ${behind(search, key)} order by ${inOrder(search, key)} limit ${NEAR}) u
     where ${condition.sql} group by ${key.join(', ')} order by ${inOrder(search, key)} limit ?`,
    [...place, ...condition.bindings, size],
  );
}

/** In the order of the table, which is read once: by way of an index, each user would be looked up. */
function readAll({ knex }: Connection, search: Search): Promise<Placed[]> {
  const { from, condition, place = [], size } = search;
  const key = search.key.map((text) => `(${text} || '')`);
  return select<Placed>(
    knex,
    `select ${key.at(-1)} as code_key, ${key[0]} as sorted from ${from} u
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
  const given = await selected(connection, selection);
  // As above: an index serves where nothing else of a user is asked for.
  const code = given.filter.terms.length === 0 ? 'u.code_key' : "(u.code_key || '')";
  const countIn = async (from: string, { sql, bindings }: Condition): Promise<number> => {
    const counted = `select count(distinct ${code}) as codes from ${from} u where ${sql}`;
    return number((await selectOne<{ codes: number }>(connection.knex, counted, bindings))?.codes);
  };
  const there = await countIn('users', given.condition);
  return given.hasGone ? there + (await countIn(GONE_USERS, goneOfCode(given, 'user'))) : there;
}
