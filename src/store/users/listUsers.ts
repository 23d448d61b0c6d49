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
import { GONE_USERS } from './goneUsers.js';
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

/** In the order of user codes, and then of environments; those that are gone among them. */
export async function* readUsers(
  connection: Connection,
  selection: UserSelection,
): AsyncGenerator<readonly ListedUser[]> {
  const { sql, bindings } = (await selected(connection, selection)).condition;
  const read = (from: string, gone?: true): AsyncGenerator<readonly ListedUser[]> => {
    const found = pages({
      // A code can be gone more than once.
      key: ['u.code_key', 'u.environment_id', ...(gone ? ['u.id'] : [])],
      keyOf: ({ codeKey, environmentId, id }: ListedRow) => [codeKey, environmentId, ...(gone ? [id] : [])],
      size: CHUNK,
      read: (after, order, behind) =>
        selectRows(connection, LISTED, `${from} where ${sql} and ${after} ${order}`, [...bindings, ...behind]),
    });
    return eachListed(connection, found, gone);
  };
  yield* merged(read(FROM_USERS), read(FROM_GONE, true));
}

async function* eachListed(
  connection: Connection,
  found: AsyncIterable<readonly ListedRow[]>,
  gone?: true,
): AsyncGenerator<readonly ListedUser[]> {
  for await (const rows of found) yield listed(connection, rows, gone);
}

const FROM_GONE = `from ${GONE_USERS} u
  join environments e on e.id = u.environment_id left join persons p on p.id = u.person_id`;

/** Two lists of users by code as one: the few of the second among those of the first. */
async function* merged(
  users: AsyncGenerator<readonly ListedUser[]>,
  others: AsyncGenerator<readonly ListedUser[]>,
): AsyncGenerator<readonly ListedUser[]> {
  let waiting: readonly ListedUser[] = [];
  const fill = async (): Promise<boolean> => {
    if (waiting.length > 0) return true;
    const next = await others.next();
    waiting = next.done === true ? [] : next.value;
    return waiting.length > 0;
  };
  for await (const some of users) {
    const together: ListedUser[] = [];
    for (const user of some) {
      while ((await fill()) && waiting[0] && caseKey(waiting[0].user) < caseKey(user.user)) {
        together.push(waiting[0]);
        waiting = waiting.slice(1);
      }
      together.push(user);
    }
    yield together;
  }
  if (waiting.length > 0) yield waiting;
  yield* others;
}

async function listed(connection: Connection, rows: readonly ListedRow[], gone?: true): Promise<ListedUser[]> {
  const users = await withBelongings(connection, rows);
  return users.flatMap(({ user, groupDescriptions }, at) => {
    const row = rows[at];
    if (!row) return [];
    const { environmentType, personName, leftover } = row;
    return [
      { ...user, environmentType, personName, groupDescriptions, leftover: leftover === 1, ...(gone && { gone }) },
    ];
  });
}

/** All users with one of these codes, in the order given; in one environment where that is asked. */
export async function readAccounts(
  connection: Connection,
  codeKeys: readonly string[],
  environmentId?: number,
): Promise<readonly UserAccounts[]> {
  const where: Binding[] = [JSON.stringify(codeKeys), ...(environmentId === undefined ? [] : [environmentId])];
  const rowsFrom = (from: string): Promise<ListedRow[]> =>
    selectRows(
      connection,
      LISTED,
      `${from} where u.code_key in ${connection.dialect.texts} ${environmentId === undefined ? '' : 'and u.environment_id = ?'}
       order by case when e.deleted_at is null then 0 else 1 end, e.id, u.id`,
      where,
    );
  const users = [
    ...(await listed(connection, await rowsFrom(FROM_USERS))),
    ...(await listed(connection, await rowsFrom(FROM_GONE), true)),
  ];
  const byCode = new Map<string, ListedUser[]>(codeKeys.map((key) => [key, []]));
  for (const user of users) byCode.get(caseKey(user.user))?.push(user);
  return [...byCode.values()].flatMap((users) => (users[0] ? [{ code: users[0].user, users }] : []));
}
