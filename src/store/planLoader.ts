/** Loads what a chunk of rows needs: the directory, with what the plan's earlier rows did to it. */
import type { Environment } from '../domain/directory.js';
import { caseKey } from '../domain/sourceRow.js';
import { lookOf } from '../domain/userCode.js';
import {
  WorkingUser,
  type DirectoryNeeds,
  type DirectorySlice,
  type Group,
  type LeftoverUpn,
  type Person,
  type UserState,
} from '../domain/workingDirectory.js';
import type { Connection } from './connect.js';
import type { PlannedSoFar } from './plannedSoFar.js';
import { number, select } from './rows.js';

interface UserRow {
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

/** A user as the plan's earlier rows left it, with the user that it was, if it was there before. */
interface PlannedUserRow extends UserRow {
  plan_id: number;
  target_id: number;
  user_id: number | null;
  base_version: number;
  deferred_upn: string;
  password_row: number | null;
  tokens_revoked: number;
  groups_added: string | null;
  groups_removed: string | null;
}

const NO_GROUPS: ReadonlyMap<string, string> = new Map();

/** What a chunk needs in these live environments of the target's type, as the plan so far leaves it. */
export async function loadSlice(
  connection: Connection,
  soFar: PlannedSoFar,
  target: Environment,
  environments: readonly Environment[],
  needs: DirectoryNeeds,
): Promise<DirectorySlice> {
  const byId = new Map(environments.map((environment) => [environment.id, environment]));
  const live = environments.map((environment) => environment.id).join(', ');
  const candidates = candidatesOf(soFar, needs);
  const unsaved = [...candidates].flatMap((id) => soFar.unsavedUsers.get(id) ?? []);
  const plannedRows = await loadPlanned(
    connection,
    soFar.plan,
    [...candidates].filter((id) => !soFar.unsavedUsers.has(id)),
  );
  const before = await loadBases(connection, plannedRows);
  const known = new Set([...before.keys(), ...unsaved.map((user) => user.id)]);
  const baseRows = (await loadUsers(connection, live, needs)).filter((row) => !known.has(row.id));
  const targetIds = [...baseRows, ...before.values()]
    .filter((row) => row.environment_id === target.id)
    .map((row) => row.id);
  const groupsOf = await loadGroups(connection, targetIds);

  const users = baseRows.map((row) => {
    const state = stateOf(row, groupsOf.get(row.id) ?? NO_GROUPS);
    return new WorkingUser(
      row.id,
      row.version,
      environmentOf(byId, row),
      row.system === 1,
      state,
      state,
      number(row.tokens),
    );
  });
  for (const row of plannedRows) users.push(plannedUser(row, before, groupsOf, byId));
  users.push(...unsaved);

  return {
    users,
    leftoverUpns: await loadLeftovers(connection, target, needs.upnKeys),
    deferredUpns: new Map(
      users.flatMap((user) => (user.deferredUpn === '' ? [] : [[caseKey(user.deferredUpn), user.state.code]])),
    ),
    persons: await loadPersons(connection, target, needs.personKeys),
    groups: await loadGroupsByKey(connection, soFar, target, needs.groupKeys),
    looks: await loadLooks(connection, live, needs, users),
  };
}

/** Users of the directory by code and by UPN. */
async function loadUsers({ knex, dialect }: Connection, live: string, needs: DirectoryNeeds): Promise<UserRow[]> {
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

const USER_COLUMNS = `select u.id, u.environment_id, u.code, u.description, u.email, u.upn, u.person_id, p.code as person_code,
  u.system, u.blocked, u.access, u.site_language, (select count(*) from tokens t where t.user_id = u.id) as tokens`;

function environmentOf(byId: ReadonlyMap<number, Environment>, row: UserRow): Environment {
  const environment = byId.get(row.environment_id);
  if (!environment) throw new Error('a user of an environment that was not asked for');
  return environment;
}

function stateOf(row: UserRow, groups: ReadonlyMap<string, string>): UserState {
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

/** Numbers of the plan's users that may have, or have had, one of the codes or UPNs that the chunk is about. */
function candidatesOf({ keys }: PlannedSoFar, needs: DirectoryNeeds): Set<number> {
  const candidates = new Set<number>();
  if (keys.isEmpty) return candidates;
  keys.collect('code', needs.userKeys, candidates);
  keys.collect('upn', needs.upnKeys, candidates);
  keys.collect('deferredUpn', needs.upnKeys, candidates);
  keys.collect('look', needs.looks, candidates);
  return candidates;
}

async function loadPlanned(
  { knex, dialect }: Connection,
  plan: number,
  ids: readonly number[],
): Promise<PlannedUserRow[]> {
  if (ids.length === 0) return [];
  return select<PlannedUserRow>(
    knex,
    `select u.id as plan_id, u.target_id, u.user_id, u.base_version, u.environment_id, u.code, u.description, u.email, u.upn,
            u.person_id, p.code as person_code, 0 as system, u.blocked, u.access, u.site_language, 0 as tokens,
            u.deferred_upn, u.password_row, u.tokens_revoked, u.groups_added, u.groups_removed
     from plan_users u left join persons p on p.id = u.person_id
     where u.plan_id = ${plan} and u.id in ${dialect.numbers}`,
    [JSON.stringify(ids)],
  );
}

/** The directory's rows of users that the plan changed already: what their net change is measured from. */
async function loadBases(
  { knex, dialect }: Connection,
  planned: readonly PlannedUserRow[],
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

function plannedUser(
  row: PlannedUserRow,
  before: ReadonlyMap<number, UserRow>,
  groupsOf: ReadonlyMap<number, ReadonlyMap<string, string>>,
  byId: ReadonlyMap<number, Environment>,
): WorkingUser {
  const directoryRow = row.user_id === null ? undefined : before.get(row.user_id);
  const baseGroups = (directoryRow && groupsOf.get(directoryRow.id)) ?? NO_GROUPS;
  const base = directoryRow ? stateOf(directoryRow, baseGroups) : null;
  const state = stateOf(row, withGroupChanges(baseGroups, row.groups_added, row.groups_removed));
  const tokens = row.tokens_revoked > 0 ? 0 : number(directoryRow?.tokens);
  const user = new WorkingUser(
    row.user_id,
    row.base_version,
    environmentOf(byId, row),
    directoryRow?.system === 1,
    base,
    state,
    tokens,
  );
  user.planId = row.plan_id;
  user.targetPlanId = row.target_id;
  user.deferredUpn = row.deferred_upn;
  user.passwordRow = row.password_row;
  user.tokensRevoked = row.tokens_revoked;
  return user;
}

function withGroupChanges(
  groups: ReadonlyMap<string, string>,
  added: string | null,
  removed: string | null,
): ReadonlyMap<string, string> {
  if (added === null && removed === null) return groups;
  const after = new Map(groups);
  for (const code of JSON.parse(removed ?? '[]') as string[]) after.delete(caseKey(code));
  for (const code of JSON.parse(added ?? '[]') as string[]) after.set(caseKey(code), code);
  return after;
}

async function loadGroups(
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

async function loadLeftovers(
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

function loadPersons({ knex, dialect }: Connection, target: Environment, keys: readonly string[]): Promise<Person[]> {
  if (keys.length === 0) return Promise.resolve([]);
  return select<Person>(
    knex,
    `select id, version, code from persons where environment_id = ${target.id} and code_key in ${dialect.texts}`,
    [JSON.stringify(keys)],
  );
}

async function loadGroupsByKey(
  { knex, dialect }: Connection,
  soFar: PlannedSoFar,
  target: Environment,
  keys: readonly string[],
): Promise<Group[]> {
  if (keys.length === 0) return [];
  const list = JSON.stringify(keys);
  const existing = await select<Group>(
    knex,
    `select id, version, code, description from user_groups where environment_id = ${target.id} and code_key in ${dialect.texts}`,
    [list],
  );
  const created = await select<Omit<Group, 'id' | 'version'>>(
    knex,
    `select code, description from plan_groups where plan_id = ${soFar.plan} and removes = 0 and code_key in ${dialect.texts}`,
    [list],
  );
  const wanted = new Set(keys);
  const unsaved = soFar.unsavedGroups.filter((group) => wanted.has(caseKey(group.code)));
  return [...existing, ...created.map((group) => ({ ...group, id: null, version: 0 })), ...unsaved];
}

/** Codes that look like one of these, for the codes that nobody has yet. */
async function loadLooks(
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
