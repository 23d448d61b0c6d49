/** Reads the whole directory in chunks, in the shape of docs/directory.md. */
import type { DirectoryPart } from '../../application/ports/directoryStore.js';
import { EVERYONE, flagsToAccess } from '../../domain/directory.js';
import {
  IDENTITY_FIELDS,
  isIdentityField,
  STORED_TEXT_FIELDS,
  type IdentityField,
  type StoredTextField,
} from '../../domain/fields.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { Connection } from '../connection/connection.js';
import { pages } from '../pages.js';
import { selectRows, type Binding } from '../rows.js';
import { int, pick, reader, text, type Reader } from '../table.js';
import { listEnvironments } from './environments.js';
import { byUser, TOKEN, USERS } from './userRecords.js';

const CHUNK = 2000;

const PERSON = reader({ environment: text('e.code'), code: text('x.code'), name: text('x.name') });
const GROUP = reader({ environment: text('e.code'), code: text('x.code'), description: text('x.description') });

const OTHER_TEXTS = STORED_TEXT_FIELDS.filter(
  (field): field is Exclude<StoredTextField, IdentityField> => !isIdentityField(field),
);

/** The names come in this order in the file. */
const USER = reader(
  {
    environment: text('e.code'),
    user: text('x.code'),
    ...pick(USERS.columns, ...IDENTITY_FIELDS),
    person: text<string | null>('p.code'),
    ...pick(USERS.columns, 'system', 'blocked', 'access', ...OTHER_TEXTS),
  },
  'x',
);
const MEMBERSHIP = reader({ userId: int('m.user_id'), value: text('g.code') });
export async function* exportDirectory(connection: Connection): AsyncGenerator<DirectoryPart> {
  const environments = await listEnvironments(connection);
  yield {
    list: 'environments',
    items: environments.map(({ id: _, version: __, ...environment }) => environment),
  };
  const inEnvironment = 'x join environments e on e.id = x.environment_id';
  for await (const rows of inChunks(connection, PERSON, `from persons ${inEnvironment} where true`))
    yield { list: 'persons', items: rows.map(({ item }) => item) };
  const groups = inChunks(connection, GROUP, `from user_groups ${inEnvironment} where x.code_key <> ?`, [
    caseKey(EVERYONE),
  ]);
  for await (const rows of groups) yield { list: 'groups', items: rows.map(({ item }) => item) };
  const users = `from users ${inEnvironment} left join persons p on p.id = x.person_id where true`;
  for await (const rows of inChunks(connection, USER, users)) {
    const ids = JSON.stringify(rows.map(({ id }) => id));
    const { numbers } = connection.dialect;
    const groupsOf = byUser(
      await selectRows(
        connection,
        MEMBERSHIP,
        `from memberships m join user_groups g on g.id = m.group_id where m.user_id in ${numbers} order by m.user_id, g.id`,
        [ids],
      ),
    );
    const tokensOf = byUser(
      await selectRows(connection, TOKEN, `from tokens where user_id in ${numbers} order by user_id, id`, [ids]),
    );
    yield {
      list: 'users',
      items: rows.map(({ id, item }) => ({
        ...item,
        access: flagsToAccess(item.access),
        groups: groupsOf.get(id) ?? [],
        tokens: tokensOf.get(id) ?? [],
      })),
    };
  }
}

/** Things in the order of their number, from a table `x`. */
function inChunks<Item>(
  connection: Connection,
  item: Reader<Item>,
  rest: string,
  bindings: readonly Binding[] = [],
): AsyncGenerator<readonly { readonly id: number; readonly item: Item }[]> {
  const numbered = reader({ id: int('x.id'), item }) as Reader<{ readonly id: number; readonly item: Item }>;
  return pages({
    key: ['x.id'],
    keyOf: ({ id }) => [id],
    size: CHUNK,
    read: (after, order, from) =>
      selectRows(connection, numbered, `${rest} and ${after} ${order}`, [...bindings, ...from]),
  });
}
