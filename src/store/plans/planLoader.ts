/** Loads what a chunk of rows needs: the directory, and what the plan's earlier rows did to it. */
import { caseKey, upnKey } from '../../domain/sourceRow.js';
import { confusableKey } from '../../domain/userCode.js';
import type { PlannedGroup } from '../../application/ports/planStore.js';
import type { DirectoryNeeds, DirectorySlice, Group, WorkingUser } from '../../domain/workingDirectory.js';
import type { Connection } from '../connection/connection.js';
import {
  readGone,
  readGroups,
  readLeftovers,
  readConfusable,
  readPersons,
  readUsers,
  readUsersByNumber,
  type Environments,
} from './directoryParts.js';
import type { PlannedSoFar } from './plannedSoFar.js';
import { PLANNED_USER, plannedUserOf } from './planUserRecords.js';
import { byNumber, select, selectMany } from '../rows.js';

const NOBODY: ReadonlyMap<string, string> = new Map();

/** What a chunk needs, as the directory has it now. */
export async function readSlice(
  connection: Connection,
  environments: Environments,
  needs: DirectoryNeeds,
): Promise<DirectorySlice> {
  const users = await readUsers(connection, environments, needs);
  const confusable = keysOfNewCodes(users, needs);
  const found = await readConfusable(connection, environments, confusable);
  return {
    users,
    leftoverUpns: await readLeftovers(connection, environments, needs.upnKeys),
    deferredUpns: NOBODY,
    persons: await readPersons(connection, environments, needs),
    groups: await readGroups(connection, environments, needs),
    byConfusableKey: new Map(confusable.map((key) => [key, found.get(key) ?? []])),
    ...(environments.target.mirror && { goneKeys: await readGone(connection, environments, needs.userKeys) }),
  };
}

function keysOfNewCodes(users: readonly WorkingUser[], { codes }: DirectoryNeeds): string[] {
  const known = new Set(users.map((user) => caseKey(user.state.code)));
  return [...new Set(codes.filter((code) => !known.has(caseKey(code))).map(confusableKey))];
}

/** The same as the rows of the plan so far leave it. */
export async function withPlanned(
  connection: Connection,
  soFar: PlannedSoFar,
  environments: Environments,
  needs: DirectoryNeeds,
  slice: DirectorySlice,
): Promise<DirectorySlice> {
  const groups = await plannedGroups(connection, soFar, environments, needs.groupKeys);
  const planned = await plannedUsers(connection, soFar, environments, needs, slice);
  if (planned.length === 0 && groups.length === 0) return slice;
  const known = new Set(planned.flatMap((user) => user.id ?? []));
  const staying = planned.filter(({ removed }) => !removed);
  return {
    ...slice,
    users: [...slice.users.filter((user) => user.id === null || !known.has(user.id)), ...staying],
    deferredUpns: new Map(
      staying.flatMap((user) => (user.deferredUpn === '' ? [] : [[upnKey(user.deferredUpn), user.state.code]])),
    ),
    groups: [...slice.groups, ...groups],
  };
}

async function plannedUsers(
  connection: Connection,
  soFar: PlannedSoFar,
  environments: Environments,
  needs: DirectoryNeeds,
  { users, byConfusableKey }: DirectorySlice,
): Promise<WorkingUser[]> {
  const candidates = [...candidatesOf(soFar, needs, [...byConfusableKey.keys()])];
  const unsaved = candidates.flatMap((id) => soFar.unsavedUsers.get(id) ?? []);
  const stored = candidates.filter((id) => !soFar.unsavedUsers.has(id));
  if (stored.length === 0) return unsaved;
  const planned = await selectMany(
    connection,
    PLANNED_USER,
    `from plan_users u left join persons p on p.id = u.person_id
     where u.plan_id = ${soFar.plan} and u.id in ${connection.dialect.numbers}`,
    [JSON.stringify(stored)],
    byNumber,
  );
  const bases = new Map(users.flatMap((user) => (user.id === null ? [] : [[user.id, user] as const])));
  const missing = planned.flatMap(({ userId }) => (userId === null || bases.has(userId) ? [] : [userId]));
  for (const user of await readUsersByNumber(connection, environments, missing, needs)) bases.set(user.id ?? 0, user);
  return [...unsaved, ...planned.map((row) => plannedUserOf(row, bases.get(row.userId ?? 0), environments))];
}

/** Numbers of the plan's users that may have, or have had, one of the codes or UPNs that the chunk is about. */
function candidatesOf({ keys }: PlannedSoFar, needs: DirectoryNeeds, confusable: readonly string[]): Set<number> {
  const candidates = new Set<number>();
  if (keys.isEmpty) return candidates;
  keys.collect('code', needs.userKeys, candidates);
  keys.collect('upn', needs.upnKeys, candidates);
  keys.collect('deferredUpn', needs.upnKeys, candidates);
  keys.collect('look', confusable, candidates);
  return candidates;
}

/** Groups that the plan creates. */
async function plannedGroups(
  { knex, dialect }: Connection,
  soFar: PlannedSoFar,
  { target }: Environments,
  keys: readonly string[],
): Promise<Group[]> {
  if (keys.length === 0 || !soFar.createsGroups) return [];
  const created = await select<PlannedGroup>(
    knex,
    `select code, description from plan_groups where plan_id = ${soFar.plan} and removes = 0 and code_key in ${dialect.texts}`,
    [JSON.stringify(keys)],
  );
  const wanted = new Set(keys);
  const unsaved = soFar.unsavedGroups.filter((group) => wanted.has(caseKey(group.code)));
  return [...created.map((group) => ({ ...group, id: null, environmentId: target.id, version: 0 })), ...unsaved];
}
