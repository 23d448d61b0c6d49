/** Reads the whole directory in chunks, in the form of docs/directory.md. */
import type { DirectoryPart } from '../../application/ports/directoryStore.js';
import type { EnvironmentJson, GroupJson, PersonJson, UserJson } from '../../application/directoryJson.js';
import { EVERYONE, flagsToAccess } from '../../domain/directory.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { Connection } from '../connection/connection.js';
import { select, type Binding } from '../rows.js';

const CHUNK = 2000;

export async function* exportDirectory(connection: Connection): AsyncGenerator<DirectoryPart> {
  const environments = await select<Omit<EnvironmentJson, 'deleted'> & { deleted: number }>(
    connection.knex,
    'select code, type, name, participant, approval, case when deleted_at is null then 0 else 1 end as deleted from environments order by id',
  );
  yield {
    list: 'environments',
    items: environments.map((environment) => ({ ...environment, deleted: environment.deleted === 1 })),
  };
  const persons =
    'select x.id, e.code as environment, x.code, x.name from persons x join environments e on e.id = x.environment_id';
  for await (const items of inChunks<PersonJson>(connection, persons, 'true')) yield { list: 'persons', items };
  const groups =
    'select x.id, e.code as environment, x.code, x.description from user_groups x join environments e on e.id = x.environment_id';
  for await (const items of inChunks<GroupJson>(connection, groups, 'x.code_key <> ?', caseKey(EVERYONE)))
    yield { list: 'groups', items };
  yield* exportUsers(connection);
}

async function* inChunks<Item>(
  { knex }: Connection,
  sql: string,
  condition: string,
  ...bindings: Binding[]
): AsyncGenerator<Item[]> {
  for (let after = 0; ;) {
    const rows = await select<{ id: number }>(
      knex,
      `${sql} where ${condition} and x.id > ? order by x.id limit ${CHUNK}`,
      [...bindings, after],
    );
    if (rows.length > 0) yield rows.map(({ id: _, ...item }) => item as Item);
    if (rows.length < CHUNK) return;
    after = rows.at(-1)?.id ?? after;
  }
}

type UserRow = Omit<UserJson, 'access' | 'system' | 'blocked' | 'groups' | 'tokens'> & {
  id: number;
  access: number;
  system: number;
  blocked: number;
};

async function* exportUsers({ knex, dialect }: Connection): AsyncGenerator<DirectoryPart> {
  for (let after = 0; ;) {
    const rows = await select<UserRow>(
      knex,
      `select u.id, e.code as environment, u.code as "user", u.description, u.email, u.upn, p.code as person, u.system, u.blocked, u.access,
         u.site_language as "siteLanguage" from users u join environments e on e.id = u.environment_id left join persons p on p.id = u.person_id
       where u.id > ? order by u.id limit ${CHUNK}`,
      [after],
    );
    const ids = JSON.stringify(rows.map((row) => row.id));
    const groups = await select<{ user_id: number; code: string }>(
      knex,
      `select m.user_id, g.code from memberships m join user_groups g on g.id = m.group_id where m.user_id in ${dialect.numbers} order by m.user_id, g.id`,
      [ids],
    );
    const tokens = await select<{ user_id: number; application: string; device: string }>(
      knex,
      `select user_id, application, device from tokens where user_id in ${dialect.numbers} order by user_id, id`,
      [ids],
    );
    const byUser = collect(groups);
    const tokensByUser = collect(tokens);
    yield {
      list: 'users',
      items: rows.map(({ id, access, system, blocked, siteLanguage, ...user }) => ({
        ...user,
        system: system === 1,
        blocked: blocked === 1,
        access: flagsToAccess(access),
        siteLanguage,
        groups: (byUser.get(id) ?? []).map(({ code }) => code),
        tokens: (tokensByUser.get(id) ?? []).map(({ application, device }) => ({ application, device })),
      })),
    };
    if (rows.length < CHUNK) return;
    after = rows.at(-1)?.id ?? after;
  }
}

function collect<Row extends { user_id: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const lists = new Map<number, Row[]>();
  for (const row of rows) lists.set(row.user_id, [...(lists.get(row.user_id) ?? []), row]);
  return lists;
}
