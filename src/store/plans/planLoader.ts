/** Loads what a chunk of rows needs: the directory, with what the plan's earlier rows did to it. */
import type { Environment } from '../../domain/directory.js';
import { caseKey } from '../../domain/sourceRow.js';
import { WorkingUser, type DirectoryNeeds, type DirectorySlice, type Group } from '../../domain/workingDirectory.js';
import type { Connection } from '../connection/connect.js';
import {
  loadBases,
  loadGroups,
  loadLeftovers,
  loadLooks,
  loadPersons,
  loadUsers,
  stateOf,
  type UserRow,
} from './directoryParts.js';
import type { PlannedSoFar } from './plannedSoFar.js';
import { number, select } from '../rows.js';

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

function environmentOf(byId: ReadonlyMap<number, Environment>, row: UserRow): Environment {
  const environment = byId.get(row.environment_id);
  if (!environment) throw new Error('a user of an environment that was not asked for');
  return environment;
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
