/** The tables of a database, in an order in which they can be filled: what is referred to comes first. */
import { createHash } from 'node:crypto';
import type { Connection } from '../connection/connection.js';
import type { ColumnType } from '../dialect.js';
import type { Schema } from '../check/schema.js';
import { pages } from '../pages.js';
import { number, run, select, selectOne, type Binding } from '../rows.js';

export interface Table {
  readonly name: string;
  /** What its rows are read in the order of; unique. */
  readonly key: readonly string[];
  /** Refers to rows of the same table that may come later: filled in at the end. */
  readonly later?: string;
  /** Numbers of its rows that are gone, which nothing else may get: a query. */
  readonly goneNumbers?: string;
  /** Its numbers are given out by another table. */
  readonly numberedElsewhere?: true;
}

/** Everything that a database holds, but for the list of migrations. */
export const TABLES: readonly Table[] = [
  { name: 'environments', key: ['id'] },
  { name: 'persons', key: ['id'] },
  { name: 'user_groups', key: ['id'] },
  {
    name: 'users',
    key: ['id'],
    goneNumbers: 'select user_id from plan_users where user_id is not null union all select id from gone_users',
  },
  { name: 'gone_users', key: ['id'], numberedElsewhere: true },
  { name: 'memberships', key: ['user_id', 'group_id'] },
  { name: 'tokens', key: ['id'] },
  { name: 'plans', key: ['id'] },
  { name: 'runs', key: ['id'], later: 'undone_by' },
  { name: 'run_people', key: ['id'] },
  { name: 'plan_rows', key: ['plan_id', 'row_no'] },
  { name: 'plan_users', key: ['plan_id', 'id'] },
  { name: 'plan_groups', key: ['plan_id', 'code_key'] },
  { name: 'plan_secrets', key: ['plan_id', 'row_no'] },
  { name: 'revoked_tokens', key: ['id'] },
  { name: 'definitions', key: ['name_key'] },
  { name: 'audit', key: ['number'] },
  { name: 'audit_head', key: ['id'] },
];

/** Rows at a time: few statements, little memory. */
const CHUNK = 2000;

export type Columns = Readonly<Record<string, ColumnType>>;
type Row = Readonly<Record<string, Binding>>;

/** The columns of a table by name, with how their values are handed over. */
export function columnsOf({ columns }: Schema, { name }: Table): Columns {
  const own = columns.filter(({ table }) => table === name);
  const named = own.map(({ column, kind }) => [column, kind] as const).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(named);
}

export async function countRows({ knex }: Connection, table: Table): Promise<number> {
  return number((await selectOne<{ rows: number }>(knex, `select count(*) as rows from ${table.name}`))?.rows);
}

/** All rows of a table in the order of its key, in chunks. */
export function readTable(
  { knex }: Connection,
  { name, key }: Table,
  columns: Columns,
): AsyncGenerator<readonly Row[]> {
  return pages<Row>({
    key,
    keyOf: (row) => key.map((column) => row[column] ?? null),
    size: CHUNK,
    read: (after, order, from) =>
      select<Row>(knex, `select ${Object.keys(columns).join(', ')} from ${name} where ${after} ${order}`, from),
  });
}

export async function writeRows(
  { knex, dialect }: Connection,
  { name, later }: Table,
  columns: Columns,
  rows: readonly Row[],
): Promise<void> {
  const names = Object.keys(columns);
  const values = rows.map((row) => names.map((column) => (column === later ? null : row[column])));
  await run(
    knex,
    `insert into ${name} (${names.join(', ')}) select ${names.join(', ')} from ${dialect.rows(columns)} as given`,
    [JSON.stringify(values)],
  );
}

/** Fills in what refers to rows of the same table, now that all are there. */
export async function writeLater(
  { knex, dialect }: Connection,
  { name, later }: Table,
  rows: readonly Row[],
): Promise<void> {
  if (later === undefined) return;
  const values = rows.filter((row) => row[later] !== null).map((row) => [row['id'], row[later]]);
  if (values.length === 0) return;
  await run(
    knex,
    `update ${name} set ${later} = given.other from ${dialect.rows({ id: 'int', other: 'int' })} as given where ${name}.id = given.id`,
    [JSON.stringify(values)],
  );
}

/** New rows get numbers after those that were copied, once all tables are; SQLite sees to what is there itself. */
export async function setNextNumber(
  { knex, dialect }: Connection,
  { name, key, goneNumbers, numberedElsewhere }: Table,
): Promise<void> {
  if (key[0] !== 'id' || numberedElsewhere) return;
  const given = `select id from ${name}${goneNumbers === undefined ? '' : ` union all ${goneNumbers}`}`;
  const highest = `from (${given}) given having max(id) is not null`;
  if (dialect.name === 'postgres')
    await select(knex, `select setval(pg_get_serial_sequence('${name}', 'id'), max(id)) ${highest}`);
  else if (goneNumbers !== undefined) {
    await run(knex, 'delete from sqlite_sequence where name = ?', [name]);
    await run(knex, `insert into sqlite_sequence (name, seq) select '${name}', max(id) ${highest}`);
  }
}

/** A checksum over the rows of a table, in the order of its key. */
export class Checksum {
  private readonly hash = createHash('sha256');
  rows = 0;

  add(columns: Columns, rows: readonly Row[]): void {
    const names = Object.keys(columns);
    for (const row of rows) this.hash.update(`${JSON.stringify(names.map((name) => row[name]))}\n`);
    this.rows += rows.length;
  }

  get value(): string {
    return `${this.rows}:${this.hash.copy().digest('hex')}`;
  }
}
