/** Adds a directory to the one that is there, replacing by key; all of it, or nothing with the reason (SPEC 9). */
import type { Knex } from 'knex';
import { Stop } from '../../application/errors.js';
import type { DirectoryJson, UserJson } from '../../application/directoryJson.js';
import { accessToFlags, EVERYONE } from '../../domain/directory.js';
import { caseKey, normaliseText, upnKey } from '../../domain/sourceRow.js';
import { lookOf } from '../../domain/userCode.js';
import type { Connection } from '../connection/connection.js';
import type { ColumnType, Dialect } from '../dialect.js';
import { partsOf, run, select, type Binding } from '../rows.js';
import { lockDirectory, transact } from '../transaction.js';
import { addEveryone } from './environments.js';

const PART = 2000;

export interface ImportedCounts {
  readonly environments: number;
  readonly persons: number;
  readonly groups: number;
  readonly users: number;
}

export async function importDirectory(connection: Connection, directory: DirectoryJson): Promise<ImportedCounts> {
  const { environments = [], persons = [], groups = [], users = [] } = directory;
  const { dialect } = connection;
  await transact(connection, async (inside) => {
    const { knex } = inside;
    await lockDirectory(inside);
    await importEnvironments(knex, environments);
    const ids = await environmentIds(knex);
    await importPersons(knex, dialect, ids, persons);
    await importGroups(knex, dialect, ids, groups);
    refuseDoubles(users);
    for (const part of partsOf(users, PART)) await importUsers(knex, dialect, ids, part);
    await refuseSharedUpns(knex, dialect, users);
  });
  return { environments: environments.length, persons: persons.length, groups: groups.length, users: users.length };
}

async function importEnvironments(knex: Knex, environments: NonNullable<DirectoryJson['environments']>): Promise<void> {
  for (const environment of environments) {
    const code = normaliseText(environment.code);
    const deletedAt = environment.deleted ? new Date().toISOString() : null;
    await run(
      knex,
      `insert into environments (code, code_key, type, name, participant, approval, deleted_at) values (?, ?, ?, ?, ?, ?, ?)
       on conflict (code_key) do update set code = excluded.code, type = excluded.type, name = excluded.name,
         participant = excluded.participant, approval = excluded.approval,
         deleted_at = case when excluded.deleted_at is null then null else coalesce(environments.deleted_at, excluded.deleted_at) end,
         version = environments.version + case when environments.type = excluded.type and environments.participant = excluded.participant
           and (environments.deleted_at is null) = (excluded.deleted_at is null) then 0 else 1 end`,
      [
        code,
        caseKey(code),
        environment.type,
        normaliseText(environment.name),
        normaliseText(environment.participant),
        environment.approval,
        deletedAt,
      ],
    );
  }
  for (const { id } of await select<{ id: number }>(knex, 'select id from environments')) await addEveryone(knex, id);
}

async function environmentIds(knex: Knex): Promise<Map<string, number>> {
  const rows = await select<{ id: number; code_key: string }>(knex, 'select id, code_key from environments');
  return new Map(rows.map(({ id, code_key }) => [code_key, id]));
}

function environmentId(
  ids: ReadonlyMap<string, number>,
  list: string,
  at: number,
  environment: string,
  code: string,
): number {
  const id = ids.get(caseKey(normaliseText(environment)));
  if (id === undefined)
    throw new Stop('wrongUse', 'directory.unknownEnvironment', { list, place: at + 1, code, environment });
  return id;
}

async function importPersons(
  knex: Knex,
  dialect: Dialect,
  ids: ReadonlyMap<string, number>,
  persons: NonNullable<DirectoryJson['persons']>,
): Promise<void> {
  const columns = { environment_id: 'int', code: 'text', code_key: 'text', name: 'text' } as const;
  const values = persons.map(({ environment, code, name }, at) => {
    const clean = normaliseText(code);
    return [environmentId(ids, 'persons', at, environment, code), clean, caseKey(clean), normaliseText(name)];
  });
  await upsertNamed(knex, dialect, 'persons', columns, 'name', values);
}

async function importGroups(
  knex: Knex,
  dialect: Dialect,
  ids: ReadonlyMap<string, number>,
  groups: NonNullable<DirectoryJson['groups']>,
): Promise<void> {
  const columns = { environment_id: 'int', code: 'text', code_key: 'text', description: 'text' } as const;
  const values = groups.map(({ environment, code, description }, at) => {
    const clean = normaliseText(code);
    return [environmentId(ids, 'groups', at, environment, code), clean, caseKey(clean), normaliseText(description)];
  });
  await upsertNamed(knex, dialect, 'user_groups', columns, 'description', values);
}

/** Adds things that have a code and one text; those that are there already change, and their version with them. */
async function upsertNamed(
  knex: Knex,
  dialect: Dialect,
  table: string,
  columns: Readonly<Record<string, ColumnType>>,
  text: string,
  values: readonly (readonly Binding[])[],
): Promise<void> {
  const names = Object.keys(columns).join(', ');
  for (const part of partsOf(lastOfEach(values), PART)) {
    await run(
      knex,
      `insert into ${table} (${names}) select ${names} from ${dialect.rows(columns)} as given where true
       on conflict (environment_id, code_key) do update set code = excluded.code, ${text} = excluded.${text}, version = ${table}.version + 1
       where ${table}.code <> excluded.code or ${table}.${text} <> excluded.${text}`,
      [JSON.stringify(part)],
    );
  }
}

/** Of things that are given twice, the last counts. */
function lastOfEach(values: readonly (readonly Binding[])[]): (readonly Binding[])[] {
  return [...new Map(values.map((value) => [`${value[0]} ${value[2]}`, value])).values()];
}

function refuseDoubles(users: readonly UserJson[]): void {
  const seen = new Set<string>();
  for (const { environment, user } of users) {
    const key = `${caseKey(normaliseText(environment))} ${caseKey(normaliseText(user))}`;
    if (seen.has(key)) throw new Stop('wrongUse', 'directory.userTwice', { user, environment });
    seen.add(key);
  }
}

const USER_COLUMNS = {
  environment_id: 'int',
  code: 'text',
  code_key: 'text',
  look: 'text',
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

async function importUsers(
  knex: Knex,
  dialect: Dialect,
  ids: ReadonlyMap<string, number>,
  users: readonly UserJson[],
): Promise<void> {
  const clean = users.map((user, at) => ({
    ...user,
    environmentId: environmentId(ids, 'users', at, user.environment, user.user),
    code: normaliseText(user.user),
    upn: normaliseText(user.upn),
    person: user.person === null ? '' : normaliseText(user.person),
  }));
  const personIds = await findByCode(
    knex,
    dialect,
    'persons',
    clean.map((user) => user.person),
  );
  const groupIds = await findByCode(
    knex,
    dialect,
    'user_groups',
    clean.flatMap((user) => user.groups),
  );
  const values = clean.map((user): Binding[] => {
    const personId = user.person === '' ? null : personIds.get(`${user.environmentId} ${caseKey(user.person)}`);
    if (personId === undefined) {
      throw new Stop('wrongUse', 'directory.unknownPerson', {
        user: user.code,
        environment: user.environment,
        person: user.person,
      });
    }
    return [
      user.environmentId,
      user.code,
      caseKey(user.code),
      lookOf(user.code),
      normaliseText(user.description),
      normaliseText(user.email),
      user.upn,
      user.upn === '' ? null : upnKey(user.upn),
      personId,
      user.system ? 1 : 0,
      user.blocked ? 1 : 0,
      accessToFlags(user.access),
      user.siteLanguage,
    ];
  });
  const names = Object.keys(USER_COLUMNS);
  const stored = await select<{ id: number; environment_id: number; code_key: string }>(
    knex,
    `insert into users (${names.join(', ')}) select ${names.join(', ')} from ${dialect.rows(USER_COLUMNS)} as given where true
     on conflict (code_key, environment_id) do update set ${names
       .filter((name) => name !== 'environment_id' && name !== 'code_key')
       .map((name) => `${name} = excluded.${name}`)
       .join(', ')}, version = users.version + 1 returning id, environment_id, code_key`,
    [JSON.stringify(values)],
  );
  const userIds = new Map(stored.map((row) => [`${row.environment_id} ${row.code_key}`, row.id]));
  const idOf = (user: (typeof clean)[number]): number =>
    userIds.get(`${user.environmentId} ${caseKey(user.code)}`) ?? 0;
  const list = JSON.stringify([...userIds.values()]);
  await run(knex, `delete from memberships where user_id in ${dialect.numbers}`, [list]);
  await run(knex, `delete from tokens where user_id in ${dialect.numbers}`, [list]);

  const memberships = clean.flatMap((user) =>
    user.groups
      .filter((group) => caseKey(normaliseText(group)) !== caseKey(EVERYONE))
      .map((group) => {
        const groupId = groupIds.get(`${user.environmentId} ${caseKey(normaliseText(group))}`);
        if (groupId === undefined)
          throw new Stop('wrongUse', 'directory.unknownGroup', {
            user: user.code,
            environment: user.environment,
            group,
          });
        return [idOf(user), groupId];
      }),
  );
  const pair = { user_id: 'int', group_id: 'int' } as const;
  await run(
    knex,
    `insert into memberships (user_id, group_id) select distinct user_id, group_id from ${dialect.rows(pair)} as given`,
    [JSON.stringify(memberships)],
  );
  const tokens = clean.flatMap((user) =>
    user.tokens.map(({ application, device }) => [idOf(user), normaliseText(application), normaliseText(device)]),
  );
  const token = { user_id: 'int', application: 'text', device: 'text' } as const;
  await run(
    knex,
    `insert into tokens (user_id, application, device) select user_id, application, device from ${dialect.rows(token)} as given`,
    [JSON.stringify(tokens)],
  );
}

/** Ids by `environment id` and case key, of the things with one of these codes. */
async function findByCode(
  knex: Knex,
  dialect: Dialect,
  table: string,
  codes: readonly string[],
): Promise<Map<string, number>> {
  const keys = [...new Set(codes.map((code) => caseKey(normaliseText(code))))];
  const rows = await select<{ id: number; environment_id: number; code_key: string }>(
    knex,
    `select id, environment_id, code_key from ${table} where code_key in ${dialect.texts}`,
    [JSON.stringify(keys)],
  );
  return new Map(rows.map((row) => [`${row.environment_id} ${row.code_key}`, row.id]));
}

/** A UPN belongs to one user code in the live environments of a type. */
async function refuseSharedUpns(knex: Knex, dialect: Dialect, users: readonly UserJson[]): Promise<void> {
  const keys = users.map((user) => upnKey(normaliseText(user.upn))).filter((key) => key !== '');
  for (const part of partsOf(keys, PART)) {
    const [shared] = await select<{ upn: string; one: string; other: string; type: string }>(
      knex,
      `select min(u.upn) as upn, min(u.code) as one, max(u.code) as other, e.type from users u join environments e on e.id = u.environment_id
       where u.upn_key in ${dialect.texts} and e.deleted_at is null group by e.type, u.upn_key having count(distinct u.code_key) > 1 limit 1`,
      [JSON.stringify(part)],
    );
    if (shared)
      throw new Stop('wrongUse', 'directory.upnShared', {
        upn: shared.upn,
        one: shared.one,
        other: shared.other,
        type: shared.type,
      });
  }
}
