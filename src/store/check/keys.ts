/** Columns that are worked out of others: what things are found by, and compared by, worked out anew. */
import { caseKey, upnKey } from '../../domain/sourceRow.js';
import { confusableKey } from '../../domain/userCode.js';
import type { Connection } from '../connection/connection.js';
import { pages } from '../pages.js';
import { select, type Binding } from '../rows.js';
import { firstOf, MOST_FAULTS, type Fault } from './fault.js';
import type { TextKey } from '../../language/index.js';

/** Rows at a time. */
const CHUNK = 5000;

type Row = Readonly<Record<string, Binding>>;

interface Keyed {
  /** Of the text that reports a fault; it has a place for `environment`, `code` and `column`. */
  readonly text: TextKey;
  /** Selects `id`, `environment`, `code` and the columns, from a table `t`. */
  readonly select: string;
  readonly id: string;
  readonly expected: (row: Row) => Row;
}

const text = (value: Binding | undefined): string => String(value ?? '');
const codeKey = (row: Row): Row => ({ code_key: caseKey(text(row['code'])) });
const inEnvironment = (table: string, more: string): string =>
  `select t.id, e.code as environment, t.code, t.code_key${more} from ${table} t join environments e on e.id = t.environment_id`;

const USER_COLUMNS = ', t.look, t.upn, t.upn_key, e.type, e.deleted_at';

const KEYED: readonly Keyed[] = [
  {
    text: 'check.wrongKey.environment',
    select: 'select t.id, t.code as environment, t.code, t.code_key from environments t',
    id: 't.id',
    expected: codeKey,
  },
  { text: 'check.wrongKey.person', select: inEnvironment('persons', ''), id: 't.id', expected: codeKey },
  { text: 'check.wrongKey.group', select: inEnvironment('user_groups', ''), id: 't.id', expected: codeKey },
  { text: 'check.wrongKey.user', select: inEnvironment('users', USER_COLUMNS), id: 't.id', expected: userKeys },
  {
    text: 'check.wrongKey.definition',
    select: "select t.name_key as id, '' as environment, t.name as code, t.name_key from definitions t",
    id: 't.name_key',
    expected: (row) => ({ name_key: caseKey(text(row['code'])) }),
  },
];

function userKeys(row: Row): Row {
  const [code, upn] = [text(row['code']), text(row['upn'])];
  return { code_key: caseKey(code), look: confusableKey(code), upn_key: upn === '' ? null : upnKey(upn) };
}

export async function findWrongKeys(connection: Connection): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const keyed of KEYED) faults.push(...firstOf(await wrongKeys(connection, keyed)));
  return faults;
}

async function wrongKeys(connection: Connection, keyed: Keyed): Promise<Fault[]> {
  const faults: Fault[] = [];
  for await (const rows of inChunks(connection, keyed)) {
    for (const row of rows) {
      const { environment, code } = row;
      for (const [column, value] of Object.entries(keyed.expected(row)))
        if (row[column] !== value)
          faults.push({ key: keyed.text, params: { environment: text(environment), code: text(code), column } });
    }
    if (faults.length > MOST_FAULTS) break;
  }
  return faults;
}

/** Users whose UPN is not found under the key that it should have; with their environment's type. */
export async function* usersWithWrongUpnKey(connection: Connection): AsyncGenerator<Row> {
  const users = { select: inEnvironment('users', USER_COLUMNS), id: 't.id' };
  for await (const rows of inChunks(connection, users))
    for (const row of rows) if (row['upn_key'] !== userKeys(row)['upn_key']) yield row;
}

function inChunks(
  { knex }: Connection,
  { select: sql, id }: Pick<Keyed, 'select' | 'id'>,
): AsyncGenerator<readonly Row[]> {
  return pages<Row>({
    key: [id],
    keyOf: (row) => [row['id'] ?? null],
    size: CHUNK,
    read: (after, order, from) => select<Row>(knex, `${sql} where ${after} ${order}`, from),
  });
}
