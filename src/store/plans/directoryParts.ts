/** Reads the parts of the directory that a chunk of rows needs: one query for each kind of thing. */
import type { Reach, UserKeys } from '../../application/ports/planStore.js';
import type { Environment } from '../../domain/directory.js';
import { environmentsAsking, protectionsOf } from '../../domain/protection.js';
import { caseKey, upnKey } from '../../domain/sourceRow.js';
import { NO_GROUPS } from '../../domain/userState.js';
import {
  WorkingUser,
  type DirectoryNeeds,
  type Group,
  type HeldToken,
  type LeftoverUpn,
  type Person,
} from '../../domain/workingDirectory.js';
import type { Connection } from '../connection/connection.js';
import { byUser, TOKEN, USER_STATE, USERS } from '../directory/userRecords.js';
import { byNumber, select, selectMany } from '../rows.js';
import { int, pick, reader, text } from '../table.js';

const USER = reader(
  {
    ...pick(USERS.columns, 'id', 'version', 'environmentId', 'uses'),
    tokens: int('(select count(*) from tokens t where t.user_id = u.id)'),
    state: USER_STATE,
  },
  'u',
);
type UserRow = ReturnType<typeof USER.decode>;

const FROM_USERS = 'from users u left join persons p on p.id = u.person_id';

/** The live environments of a plan's type, the target among them. */
export class Environments {
  private readonly byId: ReadonlyMap<number, Environment>;
  /** Their numbers, as a list in SQL. */
  readonly list: string;

  readonly target: Environment;

  /** Those where groups, or tokens, decide who is protected. */
  private readonly judgedByGroups: ReadonlySet<number>;
  private readonly judgedByTokens: ReadonlySet<number>;

  constructor({ target, environments }: Reach) {
    this.target = target;
    const protections = protectionsOf(environments);
    this.judgedByGroups = environmentsAsking(protections, 'group');
    this.judgedByTokens = environmentsAsking(protections, 'token');
    this.byId = new Map(environments.map((environment) => [environment.id, environment]));
    this.list = environments.map(({ id }) => id).join(', ');
  }

  /** A condition on what belongs to an environment: to the target, or to any of them. */
  owning(everywhere = false): string {
    return everywhere ? `environment_id in (${this.list})` : `environment_id = ${this.target.id}`;
  }

  /** Whether the groups of users in an environment are looked at. */
  asksGroups(id: number): boolean {
    return id === this.target.id || this.judgedByGroups.has(id);
  }

  /** The same of their tokens, by what they are called; those of a mirror are known nowhere. */
  asksTokens(id: number): boolean {
    return this.judgedByTokens.has(id) && this.byNumber(id).mirror === undefined;
  }

  byNumber(id: number): Environment {
    const environment = this.byId.get(id);
    if (!environment) throw new Error('a user of an environment that was not asked for');
    return environment;
  }
}

/** Users of the directory by code, by number and by UPN, each once; with the groups of those in the target, or of all. */
export async function readUsers(
  connection: Connection,
  environments: Environments,
  { userKeys, userIds, upnKeys, everywhere }: DirectoryNeeds,
): Promise<WorkingUser[]> {
  const { dialect } = connection;
  const live = `+u.environment_id in (${environments.list})`;
  const find = async (condition: string, values: readonly (string | number)[]): Promise<UserRow[]> =>
    values.length === 0
      ? []
      : selectMany(connection, USER, `${FROM_USERS} where ${condition} and ${live}`, [JSON.stringify(values)]);
  const found = new Map<number, UserRow>();
  const keep = (rows: readonly UserRow[]): void => {
    for (const row of rows) found.set(row.id, row);
  };
  keep(await find(`u.code_key in ${dialect.texts}`, userKeys));
  // A UPN that one of these users holds is held by nobody else: only the others are asked for.
  const held = new Set([...found.values()].map(({ state }) => upnKey(state.upn)));
  keep(await find(`u.code_key in (select x.code_key from users x where x.id in ${dialect.numbers})`, userIds ?? []));
  keep(
    await find(
      `u.upn_key in ${dialect.texts}`,
      upnKeys.filter((key) => !held.has(key)),
    ),
  );
  return withGroups(connection, environments, [...found.values()], everywhere);
}

const USER_KEYS = reader(pick(USERS.columns, 'code', 'upn'));

/** What users of the directory are found by, who have one of these codes or UPNs. */
export async function readUserKeys(
  connection: Connection,
  { list }: Environments,
  { userKeys, upnKeys }: Pick<DirectoryNeeds, 'userKeys' | 'upnKeys'>,
): Promise<readonly UserKeys[]> {
  const { texts } = connection.dialect;
  const find = (column: string, keys: readonly string[]): Promise<readonly UserKeys[]> =>
    selectMany(connection, USER_KEYS, `from users where ${column} in ${texts} and +environment_id in (${list})`, [
      JSON.stringify(keys),
    ]);
  return [...(await find('code_key', userKeys)), ...(await find('upn_key', upnKeys))];
}

/** Users by their number alone. */
export async function readUsersByNumber(
  connection: Connection,
  environments: Environments,
  ids: readonly number[],
  { everywhere }: DirectoryNeeds,
): Promise<WorkingUser[]> {
  if (ids.length === 0) return [];
  const rest = `${FROM_USERS} where u.id in ${connection.dialect.numbers}`;
  const found = await selectMany(connection, USER, rest, [JSON.stringify(ids)]);
  return withGroups(connection, environments, found, everywhere);
}

/** In the order of their numbers: whom a message names first is the same on both databases, which promise no order. */
async function withGroups(
  connection: Connection,
  environments: Environments,
  rows: readonly UserRow[],
  everywhere = false,
): Promise<WorkingUser[]> {
  const members = everywhere ? rows : rows.filter(({ environmentId }) => environments.asksGroups(environmentId));
  const groupsOf = await readMemberships(
    connection,
    members.map(({ id }) => id),
  );
  const holders = rows.filter(({ environmentId }) => environments.asksTokens(environmentId));
  const tokensOf = await readTokens(
    connection,
    holders.map(({ id }) => id),
  );
  const ordered = rows.toSorted(byNumber);
  return ordered.map(({ id, version, environmentId, tokens, uses, state: values }) => {
    const state = { ...values, groups: groupsOf.get(id) ?? NO_GROUPS };
    const user = new WorkingUser(id, version, environments.byNumber(environmentId), state, state, tokens, uses);
    if (environments.asksTokens(environmentId)) user.heldTokens = tokensOf.get(id) ?? [];
    return user;
  });
}

async function readTokens(
  connection: Connection,
  userIds: readonly number[],
): Promise<ReadonlyMap<number, readonly HeldToken[]>> {
  if (userIds.length === 0) return new Map();
  const rest = `from tokens where user_id in ${connection.dialect.numbers}`;
  return byUser(await selectMany(connection, TOKEN, rest, [JSON.stringify(userIds)]));
}

const MEMBERSHIP = reader({ userId: int('m.user_id'), group: text('m.code') });

async function readMemberships(
  connection: Connection,
  userIds: readonly number[],
): Promise<Map<number, Map<string, string>>> {
  const groups = new Map<number, Map<string, string>>();
  if (userIds.length === 0) return groups;
  const memberships = await selectMany(
    connection,
    MEMBERSHIP,
    `from (select m.user_id, g.code from memberships m join user_groups g on g.id = m.group_id
           where m.user_id in ${connection.dialect.numbers} order by m.user_id, g.id) m`,
    [JSON.stringify(userIds)],
  );
  for (const { userId, group } of memberships) {
    const own = groups.get(userId) ?? new Map<string, string>();
    groups.set(userId, own.set(caseKey(group), group));
  }
  return groups;
}

/** Which of these codes belong to users that the live environment of a mirror has no more. */
export async function readGone(
  { knex, dialect }: Connection,
  { target }: Environments,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const found = await select<{ code_key: string }>(
    knex,
    `select code_key from gone_users where environment_id = ? and code_key in ${dialect.texts}`,
    [target.id, JSON.stringify(keys)],
  );
  return new Set(found.map(({ code_key }) => code_key));
}

export async function readLeftovers(
  { knex, dialect }: Connection,
  { target }: Environments,
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

const PERSON = reader({
  id: int('id'),
  environmentId: int('environment_id'),
  version: int('version'),
  code: text('code'),
});

export async function readPersons(
  connection: Connection,
  environments: Environments,
  { personKeys, everywhere }: DirectoryNeeds,
): Promise<Person[]> {
  if (personKeys.length === 0) return [];
  return selectMany(
    connection,
    PERSON,
    `from persons where ${environments.owning(everywhere)} and code_key in ${connection.dialect.texts}`,
    [JSON.stringify(personKeys)],
  );
}

export async function readGroups(
  { knex, dialect }: Connection,
  environments: Environments,
  { groupKeys, everywhere }: DirectoryNeeds,
): Promise<Group[]> {
  if (groupKeys.length === 0) return [];
  return select<Group>(
    knex,
    `select id, environment_id as "environmentId", version, code, description from user_groups
     where ${environments.owning(everywhere)} and code_key in ${dialect.texts}`,
    [JSON.stringify(groupKeys)],
  );
}

const CONFUSABLE = reader(pick(USERS.columns, 'id', 'look', 'code'));

/** Codes of users by their confusable key. */
export async function readConfusable(
  connection: Connection,
  { list }: Environments,
  keys: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (keys.length === 0) return found;
  const codes = await selectMany(
    connection,
    CONFUSABLE,
    `from users where look in ${connection.dialect.texts} and +environment_id in (${list})`,
    [JSON.stringify(keys)],
    byNumber,
  );
  for (const { look, code } of codes) found.set(look, [...(found.get(look) ?? []), code]);
  return found;
}
