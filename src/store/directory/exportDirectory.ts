/** Reads the whole directory in chunks, in the shape of docs/directory.md. */
import type { EnvironmentJson } from '../../application/directoryJson.js';
import type { DirectoryPart } from '../../application/ports/directoryStore.js';
import { EVERYONE, type Environment } from '../../domain/directory.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { Connection } from '../connection/connection.js';
import { pages } from '../pages.js';
import { selectRows, type Binding } from '../rows.js';
import { int, reader, text, type Reader } from '../table.js';
import { listEnvironments } from './environments.js';
import { FROM_USERS, USER, withBelongings } from './userJson.js';

const CHUNK = 2000;

const PERSON = reader({ environment: text('e.code'), code: text('x.code'), name: text('x.name') });
const GROUP = reader({ environment: text('e.code'), code: text('x.code'), description: text('x.description') });

/** `ids`: of environments, and what is in them; all unless told otherwise. */
export async function* exportDirectory(connection: Connection, ids?: readonly number[]): AsyncGenerator<DirectoryPart> {
  const all = await listEnvironments(connection);
  const environments = ids ? all.filter(({ id }) => ids.includes(id)) : all;
  const within = (alias: string): string =>
    ids ? `${alias}.environment_id in (${ids.map(Math.trunc).join(', ')})` : 'true';
  yield { list: 'environments', items: environments.map(environmentJson) };
  const inEnvironment = 'x join environments e on e.id = x.environment_id';
  for await (const rows of inChunks(connection, PERSON, `from persons ${inEnvironment} where ${within('x')}`))
    yield { list: 'persons', items: rows.map(({ item }) => item) };
  const groups = inChunks(
    connection,
    GROUP,
    `from user_groups ${inEnvironment} where x.code_key <> ? and ${within('x')}`,
    [caseKey(EVERYONE)],
  );
  for await (const rows of groups) yield { list: 'groups', items: rows.map(({ item }) => item) };
  for await (const rows of inChunks(connection, USER, `${FROM_USERS} where ${within('u')}`, [], 'u'))
    yield { list: 'users', items: (await withBelongings(connection, rows)).map(({ user }) => user) };
}

/** Things in the order of their number, from a table that is called `x` unless told otherwise. */
function inChunks<Item>(
  connection: Connection,
  item: Reader<Item>,
  rest: string,
  bindings: readonly Binding[] = [],
  alias = 'x',
): AsyncGenerator<readonly { readonly id: number; readonly item: Item }[]> {
  const numbered = reader({ id: int(`${alias}.id`), item }) as Reader<{ readonly id: number; readonly item: Item }>;
  return pages({
    key: [`${alias}.id`],
    keyOf: ({ id }) => [id],
    size: CHUNK,
    read: (after, order, from) =>
      selectRows(connection, numbered, `${rest} and ${after} ${order}`, [...bindings, ...from]),
  });
}

/** By name: what an environment has beside this, such as where its secret is, is no part of a directory. */
function environmentJson({ code, type, name, participant, approval, deleted }: Environment): EnvironmentJson {
  return { code, type, name, participant, approval, deleted };
}
