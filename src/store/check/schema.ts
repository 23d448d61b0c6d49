/** Whether all tables, columns and indexes of this version are there: compared with a new database in memory. */
import type { Knex } from 'knex';
import { connectSqlite } from '../connection/connectSqlite.js';
import type { Connection } from '../connection/connection.js';
import { migrate } from '../connection/migrate.js';
import { select } from '../rows.js';
import type { Fault } from './fault.js';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly kind: 'text' | 'int';
  readonly required: boolean;
}

interface Index {
  readonly table: string;
  /** With commas. */
  readonly columns: string;
  readonly unique: boolean;
}

export interface Schema {
  readonly columns: readonly Column[];
  readonly indexes: readonly Index[];
}

/** What the migrations make, worked out once. */
let expected: Promise<Schema> | undefined;

export async function findSchemaFaults(connection: Connection): Promise<Fault[]> {
  const wanted = await (expected ??= newSchema());
  const found = await readSchema(connection);
  const tables = new Set(found.columns.map(({ table }) => table));
  const absent = [...new Set(wanted.columns.map(({ table }) => table))].filter((table) => !tables.has(table));
  return [
    ...absent.map((table): Fault => ({ key: 'check.noTable', params: { table } })),
    ...wanted.columns.filter(({ table }) => tables.has(table)).flatMap((column) => columnFault(column, found)),
    ...wanted.indexes.filter(({ table }) => tables.has(table)).flatMap((index) => indexFault(index, found)),
  ];
}

/** The tables that a database has. */
export function readSchema({ knex, dialect }: Connection): Promise<Schema> {
  return dialect.name === 'postgres' ? postgresSchema(knex) : sqliteSchema(knex);
}

function columnFault({ table, column, kind, required }: Column, { columns }: Schema): Fault[] {
  const found = columns.find((one) => one.table === table && one.column === column);
  if (!found) return [{ key: 'check.noColumn', params: { table, column } }];
  const other = found.kind !== kind || (required && !found.required);
  return other ? [{ key: 'check.otherColumn', params: { table, column } }] : [];
}

function indexFault({ table, columns, unique }: Index, { indexes }: Schema): Fault[] {
  const there = indexes.some((one) => one.table === table && one.columns === columns && (one.unique || !unique));
  return there ? [] : [{ key: 'check.noIndex', params: { table, columns } }];
}

async function newSchema(): Promise<Schema> {
  const fresh = await connectSqlite(':memory:', 'make');
  try {
    await migrate(fresh);
    return await sqliteSchema(fresh.knex);
  } finally {
    await fresh.knex.destroy();
  }
}

/** As a database says it: yes and no are 1 and 0. */
interface Told {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly required: number;
}

type ToldIndex = Omit<Index, 'unique'> & { readonly unique: number };

async function sqliteSchema(knex: Knex): Promise<Schema> {
  const tables =
    "from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite!_%' escape '!'";
  const columns = await select<Told>(
    knex,
    `select t.name as "table", c.name as "column", c.type as type, c."notnull" as required ${tables}`,
  );
  const indexes = await select<ToldIndex>(
    knex,
    `select t.name as "table", i."unique" as "unique",
       (select group_concat(name, ',') from (select name from pragma_index_info(i.name) order by seqno)) as columns
     from sqlite_master t, pragma_index_list(t.name) i where t.type = 'table'`,
  );
  return schemaOf(columns, indexes);
}

async function postgresSchema(knex: Knex): Promise<Schema> {
  const columns = await select<Told>(
    knex,
    `select table_name as "table", column_name as "column", data_type as type, (is_nullable = 'NO')::int as required
     from information_schema.columns where table_schema = current_schema()`,
  );
  const indexes = await select<ToldIndex>(
    knex,
    `select t.relname as "table", i.indisunique::int as "unique",
       (select string_agg(a.attname, ',' order by k.place) from unnest(i.indkey) with ordinality k(number, place)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number) as columns
     from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
     where n.nspname = current_schema() and i.indisvalid`,
  );
  return schemaOf(columns, indexes);
}

function schemaOf(columns: readonly Told[], indexes: readonly ToldIndex[]): Schema {
  return {
    columns: columns.map(({ table, column, type, required }) => ({
      table,
      column,
      kind: /text|char/iu.test(type) ? 'text' : 'int',
      required: required === 1,
    })),
    indexes: indexes.map((index) => ({ ...index, unique: index.unique === 1 })),
  };
}
