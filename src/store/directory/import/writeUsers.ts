/** Writes users of an import, with few statements for all of them. */
import type { Connection } from '../../connection/connection.js';
import { insertRows } from '../../insertRows.js';
import { run } from '../../rows.js';
import { columnsOf, table } from '../../table.js';
import { USERS } from '../userRecords.js';
import { userKey, type StoredUser } from './storedUsers.js';
import { hasOtherGroups, hasOtherTokens, type WantedUser } from './wantedUser.js';

export type ChangedUser = WantedUser & { readonly before: StoredUser };

const membership = columnsOf<{ readonly user: number; readonly group: number }>();

const MEMBERSHIPS = table('memberships', {
  user: membership.int('user_id', ({ user }) => user),
  group: membership.int('group_id', ({ group }) => group),
});

const token = columnsOf<{ readonly user: number; readonly application: string; readonly device: string }>();

const TOKENS = table('tokens', {
  user: token.int('user_id', ({ user }) => user),
  application: token.text('application', ({ application }) => application),
  device: token.text('device', ({ device }) => device),
});

export async function writeUsers(
  connection: Connection,
  created: readonly WantedUser[],
  changed: readonly ChangedUser[],
): Promise<void> {
  const ids = await insertUsers(connection, created);
  await updateUsers(connection, changed);
  const regrouped = changed.filter((user) => hasOtherGroups(user.before, user));
  const rehanded = changed.filter((user) => hasOtherTokens(user.before, user));
  await clear(connection, 'memberships', regrouped);
  await clear(connection, 'tokens', rehanded);
  const idOf = (user: WantedUser | ChangedUser): number =>
    'before' in user ? user.before.id : (ids.get(userKey(user.environmentId, user.code)) ?? 0);
  const memberships = [...created, ...regrouped].flatMap((user) =>
    [...(user.groupIds ?? [])].map((group) => ({ user: idOf(user), group })),
  );
  await insertRows(connection, MEMBERSHIPS, memberships);
  const tokens = [...created, ...rehanded].flatMap((user) =>
    (user.tokens ?? []).map((one) => ({ ...one, user: idOf(user) })),
  );
  await insertRows(connection, TOKENS, tokens);
}

/** The numbers of the new users, by `userKey`. */
async function insertUsers(connection: Connection, users: readonly WantedUser[]): Promise<ReadonlyMap<string, number>> {
  const added = await insertRows<WantedUser, { readonly id: number; environment_id: number; code_key: string }>(
    connection,
    USERS,
    users,
    { suffix: 'returning id, environment_id, code_key' },
  );
  return new Map(added.map(({ id, environment_id, code_key }) => [`${environment_id} ${code_key}`, id]));
}

/** What a user is found by; an import leaves it as it is. */
const FOUND_BY: readonly string[] = ['environment_id', 'code', 'code_key', 'look'];

async function updateUsers({ knex, dialect }: Connection, users: readonly ChangedUser[]): Promise<void> {
  if (users.length === 0) return;
  const set = Object.keys(USERS.written).filter((name) => !FOUND_BY.includes(name));
  await run(
    knex,
    `update users set ${set.map((name) => `${name} = given.${name}`).join(', ')}, version = users.version + 1
     from ${dialect.rows(USERS.written)} as given
     where users.code_key = given.code_key and users.environment_id = given.environment_id`,
    [JSON.stringify(users.map(USERS.encode))],
  );
}

async function clear(
  { knex, dialect }: Connection,
  name: 'memberships' | 'tokens',
  users: readonly ChangedUser[],
): Promise<void> {
  if (users.length === 0) return;
  const ids = users.map(({ before }) => before.id);
  await run(knex, `delete from ${name} where user_id in ${dialect.numbers}`, [JSON.stringify(ids)]);
}
