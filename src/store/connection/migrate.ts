/** Brings the tables of a database up to date. */
import { Stop } from '../../application/errors.js';
import type { Connection } from './connection.js';
import { MIGRATIONS } from '../migrations/index.js';
import { run, select } from '../rows.js';
import { transact } from '../transaction.js';

/** Any number that nothing else on the server uses as the key of an advisory lock. */
const LOCK = 472_166_003;

/**
 * Runs the migrations that are missing, all or nothing: a process that is killed meanwhile leaves neither half
 * a table nor a lock behind, and two that start at once do it once.
 */
export async function migrate(connection: Connection): Promise<void> {
  if ((await missing(connection)).length === 0) return;
  await transact(connection, async (inside) => {
    await lock(inside);
    for (const name of await missing(inside)) {
      await MIGRATIONS[name]?.(inside.knex);
      await run(inside.knex, 'insert into migrations (name) values (?)', [name]);
    }
    if (inside.dialect.name === 'postgres') await sortByBytes(inside);
  });
}

async function lock({ knex, dialect }: Connection): Promise<void> {
  if (dialect.name === 'postgres') await select(knex, 'select pg_advisory_xact_lock(?)', [LOCK]);
  // A write, so that SQLite lets nobody else in; it waits here and not in the middle.
  else await run(knex, 'pragma user_version = 1');
  await run(knex, 'create table if not exists migrations (name text primary key)');
}

async function missing({ knex, dialect }: Connection): Promise<string[]> {
  const tables =
    dialect.name === 'postgres'
      ? "select table_name from information_schema.tables where table_name = 'migrations' and table_schema = current_schema()"
      : "select name from sqlite_master where type = 'table' and name = 'migrations'";
  const isThere = (await select(knex, tables)).length > 0;
  const done = isThere
    ? (await select<{ name: string }>(knex, 'select name from migrations order by name')).map(({ name }) => name)
    : [];
  const unknown = done.filter((name) => !(name in MIGRATIONS));
  if (unknown.length > 0) throw new Stop('failure', 'db.newer', { migrations: unknown.join(', ') });
  return Object.keys(MIGRATIONS).filter((name) => !done.includes(name));
}

/** Texts sort by their bytes, as in SQLite: whatever the server's language, lists come in the same order. */
async function sortByBytes({ knex }: Connection): Promise<void> {
  const columns = await select<{ table: string; column: string }>(
    knex,
    `select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = current_schema() and data_type = 'text' and collation_name is distinct from 'C'
       and table_name in (select table_name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE')`,
  );
  for (const { table, column } of columns)
    await knex.raw('alter table ?? alter column ?? type text collate "C"', [table, column]);
}
