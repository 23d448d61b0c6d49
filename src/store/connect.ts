/** Opens a database, a file or a PostgreSQL server, and brings its tables up to date. */
import { chmod, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import knexFactory, { type Knex } from 'knex';
import { Stop } from '../application/errors.js';
import { POSTGRES, SQLITE, type Dialect } from './dialect.js';
import { migrationSource } from './migrations/index.js';

export interface Connection {
  readonly knex: Knex;
  readonly dialect: Dialect;
}

/** How long a statement waits for another process's write, in milliseconds. */
const BUSY_TIMEOUT = 15_000;

/** Opens what a path or a `postgres://` URL names; throws `Stop` that says what is wrong with it. */
export async function connect(target: string): Promise<Connection> {
  const connection = /^postgres(ql)?:\/\//iu.test(target) ? connectPostgres(target) : await connectSqlite(target);
  try {
    await migrate(connection);
    return connection;
  } catch (error) {
    await connection.knex.destroy();
    throw error;
  }
}

/** Runs the migrations that are missing; two processes that start at once do it once. */
async function migrate({ knex }: Connection): Promise<void> {
  if (await isCurrent(knex)) return;
  for (let attempt = 0; ; attempt++) {
    try {
      await knex.migrate.latest({ migrationSource });
      return;
    } catch (error) {
      if (attempt >= 20 || !(await waitFor(knex))) throw error;
    }
  }
}

/** Waits a moment for another process that migrates; false when the database itself cannot be used. */
async function waitFor(knex: Knex): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 250));
  if (await isCurrent(knex)) return true;
  return knex.raw('select 1').then(
    () => true,
    () => false,
  );
}

async function isCurrent(knex: Knex): Promise<boolean> {
  const names = await migrationSource.getMigrations([]);
  const done: { name: string }[] = await knex('knex_migrations')
    .select('name')
    .then(
      (rows: { name: string }[]) => rows,
      () => [],
    );
  return names.every((name) => done.some((row) => row.name === name));
}

async function connectSqlite(path: string): Promise<Connection> {
  if (path !== ':memory:') await prepareFile(path);
  const knex = knexFactory({
    client: 'sqlite3',
    connection: { filename: path },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, afterCreate: setPragmas },
  });
  return { knex, dialect: SQLITE };
}

/** The file is made before SQLite opens it, so that nobody else can ever read it. */
async function prepareFile(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'a', 0o600);
    await file.close();
    await chmod(path, 0o600);
  } catch (error) {
    throw new Stop('failure', 'db.cannotOpen', { path, reason: reasonOf(error) });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

interface SqliteHandle {
  configure(option: 'busyTimeout', milliseconds: number): void;
  exec(sql: string, done: (error: Error | null) => void): void;
}

function setPragmas(handle: SqliteHandle, done: (error: Error | null, handle: SqliteHandle) => void): void {
  handle.configure('busyTimeout', BUSY_TIMEOUT);
  handle.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -65536; pragma temp_store = memory;',
    (error) => done(error, handle),
  );
}

function connectPostgres(url: string): Connection {
  const knex = knexFactory({ client: 'pg', connection: { connectionString: url }, pool: { min: 0, max: 4 } });
  return { knex, dialect: POSTGRES };
}
