/** Writes users of an import, with few statements for all of them. */
import { caseKey, upnKey } from '../../../domain/sourceRow.js';
import { confusableKey } from '../../../domain/userCode.js';
import type { Connection } from '../../connection/connection.js';
import type { ColumnType } from '../../dialect.js';
import { insertRows } from '../../insertRows.js';
import { run, select, type Binding } from '../../rows.js';
import { userKey, type StoredUser } from './storedUsers.js';
import { hasOtherGroups, hasOtherTokens, type WantedUser } from './wantedUser.js';

const OWN = {
  description: 'text',
  email: 'text',
  upn: 'text',
  upn_key: 'text',
  person_id: 'int',
  system: 'int',
  blocked: 'int',
  access: 'int',
  site_language: 'text',
} as const satisfies Record<string, ColumnType>;

const CREATED = { environment_id: 'int', code: 'text', code_key: 'text', look: 'text', ...OWN } as const;

function ownValues(user: WantedUser): Binding[] {
  const { description, email, upn, personId, system, blocked, access, siteLanguage } = user;
  return [description, email, upn, upn === '' ? null : upnKey(upn), personId, system, blocked, access, siteLanguage];
}

export async function writeUsers(
  connection: Connection,
  created: readonly WantedUser[],
  changed: readonly (WantedUser & { readonly before: StoredUser })[],
): Promise<void> {
  const ids = await insertUsers(connection, created);
  await updateUsers(connection, changed);
  const regrouped = changed.filter((user) => hasOtherGroups(user.before, user));
  const rehanded = changed.filter((user) => hasOtherTokens(user.before, user));
  await clear(connection, 'memberships', regrouped);
  await clear(connection, 'tokens', rehanded);
  const all = created.map((user) => ({ user, id: ids.get(userKey(user.environmentId, user.code)) ?? 0 }));
  const pairs = [...all, ...regrouped.map(withId)].flatMap(({ user, id }) =>
    [...(user.groupIds ?? [])].map((group) => [id, group]),
  );
  await insertRows(connection, { table: 'memberships', columns: { user_id: 'int', group_id: 'int' }, rows: pairs });
  const tokens = [...all, ...rehanded.map(withId)].flatMap(({ user, id }) =>
    (user.tokens ?? []).map(({ application, device }) => [id, application, device]),
  );
  const columns = { user_id: 'int', application: 'text', device: 'text' } as const;
  await insertRows(connection, { table: 'tokens', columns, rows: tokens });
}

const withId = <User extends { readonly before: StoredUser }>(user: User): { user: User; id: number } => ({
  user,
  id: user.before.id,
});

/** The numbers of the new users, by `userKey`. */
async function insertUsers(
  { knex, dialect }: Connection,
  users: readonly WantedUser[],
): Promise<ReadonlyMap<string, number>> {
  if (users.length === 0) return new Map();
  const names = Object.keys(CREATED).join(', ');
  const values = users.map((user) => [
    user.environmentId,
    user.code,
    caseKey(user.code),
    confusableKey(user.code),
    ...ownValues(user),
  ]);
  const added = await select<{ id: number; environment_id: number; code_key: string }>(
    knex,
    `insert into users (${names}) select ${names} from ${dialect.rows(CREATED)} as given where true
     returning id, environment_id, code_key`,
    [JSON.stringify(values)],
  );
  return new Map(added.map(({ id, environment_id, code_key }) => [`${environment_id} ${code_key}`, id]));
}

async function updateUsers(
  { knex, dialect }: Connection,
  users: readonly (WantedUser & { readonly before: StoredUser })[],
): Promise<void> {
  if (users.length === 0) return;
  const set = Object.keys(OWN).map((name) => `${name} = given.${name}`);
  await run(
    knex,
    `update users set ${set.join(', ')}, version = users.version + 1 from ${dialect.rows({ id: 'int', ...OWN })} as given
     where given.id = users.id`,
    [JSON.stringify(users.map((user) => [user.before.id, ...ownValues(user)]))],
  );
}

async function clear(
  { knex, dialect }: Connection,
  table: 'memberships' | 'tokens',
  users: readonly { readonly before: StoredUser }[],
): Promise<void> {
  if (users.length === 0) return;
  const ids = users.map(({ before }) => before.id);
  await run(knex, `delete from ${table} where user_id in ${dialect.numbers}`, [JSON.stringify(ids)]);
}
