/** The version of a database, and the way to the present one. */
import { UserError } from '../../application/userError.js';
import type { Recording } from '../../application/ports/auditLog.js';
import { recordDone } from '../audit/auditLog.js';
import type { Connection } from './connection.js';
import { MIGRATIONS } from '../migrations/index.js';
import { run, select } from '../rows.js';
import { transact } from '../transaction.js';

/** Any number that nothing else on the server uses as the key of an advisory lock. */
const LOCK = 472_166_003;

export interface Version {
  /** Migrations that were run, in order; none for a database that is not Instroom's yet. */
  readonly done: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Runs the migrations that are missing, all or nothing: a process that is killed meanwhile leaves neither half
 * a table nor a lock behind, and two that start at once do it once. `before` sees nobody else write.
 */
export async function migrate(connection: Connection, before?: () => Promise<void>, record?: Recording): Promise<void> {
  if ((await versionOf(connection)).missing.length === 0) return;
  await transact(connection, async (inside) => {
    await lock(inside);
    const { missing } = await versionOf(inside);
    if (missing.length > 0) await before?.();
    for (const name of missing) {
      await MIGRATIONS[name]?.(inside.knex);
      await run(inside.knex, 'insert into migrations (name) values (?)', [name]);
    }
    if (inside.dialect.name === 'postgres') await sortByBytes(inside);
    if (missing.length > 0) await recordDone(inside, record);
  });
}

async function lock({ knex, dialect }: Connection): Promise<void> {
  if (dialect.name === 'postgres') await select(knex, 'select pg_advisory_xact_lock(?)', [LOCK]);
  // A write, so that SQLite lets nobody else in; it waits here and not in the middle.
  else await run(knex, 'pragma user_version = 1');
  await run(knex, 'create table if not exists migrations (name text primary key)');
}

/** Throws `UserError` for a database of a newer Instroom, or of another program. */
export async function versionOf({ knex, dialect, label }: Connection): Promise<Version> {
  const names = (
    await select<{ name: string }>(
      knex,
      dialect.name === 'postgres'
        ? "select table_name as name from information_schema.tables where table_name = 'migrations' and table_schema = current_schema()"
        : "select name from sqlite_master where type = 'table' and name not like 'sqlite!_%' escape '!'",
    )
  ).map(({ name }) => name);
  const isOurs = names.includes('migrations');
  if (!isOurs && names.length > 0) throw new UserError('failure', 'db.foreign', { path: label });
  const done = isOurs
    ? (await select<{ name: string }>(knex, 'select name from migrations order by name')).map(({ name }) => name)
    : [];
  const unknown = done.filter((name) => !(name in MIGRATIONS));
  if (unknown.length > 0) throw new UserError('failure', 'db.newer', { migrations: unknown.join(', ') });
  return { done, missing: Object.keys(MIGRATIONS).filter((name) => !done.includes(name)) };
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
