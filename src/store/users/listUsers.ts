/** Users with all that a list shows of them. */
import type { UserSelection } from '../../application/ports/userList.js';
import type { ListedUser, UserAccounts } from '../../application/userUseCases.js';
import type { EnvironmentType } from '../../domain/directory.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { Connection } from '../connection/connection.js';
import { FROM_USERS, USER, withBelongings } from '../directory/userJson.js';
import { pages } from '../pages.js';
import { selectRows, type Binding } from '../rows.js';
import { int, reader, text } from '../table.js';
import { selected } from './selection.js';

const CHUNK = 1000;

const LISTED = reader({
  id: int('u.id'),
  codeKey: text('u.code_key'),
  environmentId: int('u.environment_id'),
  environmentType: text<EnvironmentType>('e.type'),
  personName: text("coalesce(p.name, '')"),
  leftover: int('case when e.deleted_at is null then 0 else 1 end'),
  item: USER,
});
type ListedRow = ReturnType<typeof LISTED.decode>;

/** In the order of user codes, and then of environments. */
export async function* readUsers(
  connection: Connection,
  selection: UserSelection,
): AsyncGenerator<readonly ListedUser[]> {
  const { sql, bindings } = (await selected(connection, selection)).condition;
  const found = pages({
    key: ['u.code_key', 'u.environment_id'],
    keyOf: ({ codeKey, environmentId }: ListedRow) => [codeKey, environmentId],
    size: CHUNK,
    read: (after, order, from) =>
      selectRows(connection, LISTED, `${FROM_USERS} where ${sql} and ${after} ${order}`, [...bindings, ...from]),
  });
  for await (const rows of found) yield listed(connection, rows);
}

async function listed(connection: Connection, rows: readonly ListedRow[]): Promise<ListedUser[]> {
  const users = await withBelongings(connection, rows);
  return users.flatMap(({ user, groupDescriptions }, at) => {
    const row = rows[at];
    if (!row) return [];
    const { environmentType, personName, leftover } = row;
    return [{ ...user, environmentType, personName, groupDescriptions, leftover: leftover === 1 }];
  });
}

/** All users with one of these codes, in the order given; in one environment where that is asked. */
export async function readAccounts(
  connection: Connection,
  codeKeys: readonly string[],
  environmentId?: number,
): Promise<readonly UserAccounts[]> {
  const where: Binding[] = [JSON.stringify(codeKeys), ...(environmentId === undefined ? [] : [environmentId])];
  const rows = await selectRows(
    connection,
    LISTED,
    `${FROM_USERS} where u.code_key in ${connection.dialect.texts} ${environmentId === undefined ? '' : 'and u.environment_id = ?'}
     order by case when e.deleted_at is null then 0 else 1 end, e.id`,
    where,
  );
  const byCode = new Map<string, ListedUser[]>(codeKeys.map((key) => [key, []]));
  for (const user of await listed(connection, rows)) byCode.get(caseKey(user.user))?.push(user);
  return [...byCode.values()].flatMap((users) => (users[0] ? [{ code: users[0].user, users }] : []));
}
