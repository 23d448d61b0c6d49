/** Reads the parts of the directory that a chunk of rows needs: one query for each kind of thing. */
import type { Environment } from '../../domain/directory.js';
import { lookOf } from '../../domain/userCode.js';
import type { DirectoryNeeds, LeftoverUpn, Person, UserState, WorkingUser } from '../../domain/workingDirectory.js';
import type { Connection } from '../connection/connection.js';
import { select } from '../rows.js';

export interface UserRow {
  id: number;
  version: number;
  environment_id: number;
  code: string;
  description: string;
  email: string;
  upn: string;
  person_id: number | null;
  person_code: string | null;
  system: number;
  blocked: number;
  access: number;
  site_language: string;
  tokens: number | string;
  upn_key: string | null;
}

const USER_COLUMNS = `select u.id, u.environment_id, u.code, u.description, u.email, u.upn, u.person_id, p.code as person_code,
  u.system, u.blocked, u.access, u.site_language, (select count(*) from tokens t where t.user_id = u.id) as tokens`;

/** Users of the directory by code and by UPN. */
export async function loadUsers(
  { knex, dialect }: Connection,
  live: string,
  needs: DirectoryNeeds,
): Promise<UserRow[]> {
  const from = `${USER_COLUMNS}, u.version, u.code_key, u.upn_key from users u left join persons p on p.id = u.person_id`;
  const byCode = await select<UserRow>(
    knex,
    `${from} where u.code_key in ${dialect.texts} and +u.environment_id in (${live})`,
    [JSON.stringify(needs.userKeys)],
  );
  const found = new Map(byCode.map((row) => [row.id, row]));
  if (needs.userIds) {
    const byNumber = `u.code_key in (select x.code_key from users x where x.id in ${dialect.numbers}) and +u.environment_id in (${live})`;
    for (const row of await select<UserRow>(knex, `${from} where ${byNumber}`, [JSON.stringify(needs.userIds)]))
      found.set(row.id, row);
  }
  // A UPN that one of these users holds is held by nobody else: only the others are asked for.
  const held = new Set(byCode.map((row) => row.upn_key));
  const upns = needs.upnKeys.filter((key) => !held.has(key));
  if (upns.length > 0) {
    const byUpn = `u.upn_key in ${dialect.texts} and +u.environment_id in (${live})`;
    for (const row of await select<UserRow>(knex, `${from} where ${byUpn}`, [JSON.stringify(upns)]))
      found.set(row.id, row);
  }
  return [...found.values()];
}

/** The directory's rows of users that the plan changed already: what their net change is measured from. */
export async function loadBases(
  { knex, dialect }: Connection,
  planned: readonly { readonly user_id: number | null }[],
): Promise<Map<number, UserRow>> {
  const ids = planned.flatMap((row) => (row.user_id === null ? [] : [row.user_id]));
  if (ids.length === 0) return new Map();
  const rows = await select<UserRow>(
    knex,
    `${USER_COLUMNS}, u.version from users u left join persons p on p.id = u.person_id where u.id in ${dialect.numbers}`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export function stateOf(row: UserRow, groups: ReadonlyMap<string, string>): UserState {
  return {
    code: row.code,
    description: row.description,
    email: row.email,
    upn: row.upn,
    personId: row.person_id,
    person: row.person_code,
    blocked: row.blocked === 1,
    access: row.access,
    siteLanguage: row.site_language,
    groups,
  };
}

export async function loadGroups(
  { knex, dialect }: Connection,
  userIds: readonly number[],
): Promise<Map<number, Map<string, string>>> {
  if (userIds.length === 0) return new Map();
  const rows = await select<{ user_id: number; code: string; code_key: string }>(
    knex,
    `select m.user_id, g.code, g.code_key from memberships m join user_groups g on g.id = m.group_id
     where m.user_id in ${dialect.numbers} order by m.user_id, g.id`,
    [JSON.stringify(userIds)],
  );
  const groups = new Map<number, Map<string, string>>();
  for (const row of rows) {
    const own = groups.get(row.user_id) ?? new Map<string, string>();
    groups.set(row.user_id, own.set(row.code_key, row.code));
  }
  return groups;
}

export async function loadLeftovers(
  { knex, dialect }: Connection,
  target: Environment,
  upns: readonly string[],
): Promise<LeftoverUpn[]> {
  if (upns.length === 0) return [];
  const removed = await select<{ id: number }>(
    knex,
    'select id from environments where type = ? and deleted_at is not null',
    [target.type],
  );
  if (removed.length === 0) return [];
  const ids = removed.map((row) => row.id).join(', ');
  const rows = await select<{ upn_key: string; environment: string; user_code: string }>(
    knex,
    `select u.upn_key, e.code as environment, u.code as user_code from users u join environments e on e.id = u.environment_id
     where u.upn_key in ${dialect.texts} and +u.environment_id in (${ids}) order by u.id`,
    [JSON.stringify(upns)],
  );
  return rows.map((row) => ({ upnKey: row.upn_key, environment: row.environment, user: row.user_code }));
}

export function loadPersons(
  { knex, dialect }: Connection,
  target: Environment,
  keys: readonly string[],
): Promise<Person[]> {
  if (keys.length === 0) return Promise.resolve([]);
  return select<Person>(
    knex,
    `select id, version, code from persons where environment_id = ${target.id} and code_key in ${dialect.texts}`,
    [JSON.stringify(keys)],
  );
}

/** Codes that look like one of these, for the codes that nobody has yet. */
export async function loadLooks(
  { knex, dialect }: Connection,
  live: string,
  needs: DirectoryNeeds,
  users: readonly WorkingUser[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const add = (look: string, code: string): void => {
    found.set(look, [...(found.get(look) ?? []), code]);
  };
  for (const { state } of users) add(lookOf(state.code), state.code);
  const unknown = needs.looks.filter((look) => !found.has(look));
  if (unknown.length === 0) return found;
  const rows = await select<{ look: string; code: string }>(
    knex,
    `select look, code from users where look in ${dialect.texts} and +environment_id in (${live})`,
    [JSON.stringify(unknown)],
  );
  for (const { look, code } of rows) add(look, code);
  return found;
}
