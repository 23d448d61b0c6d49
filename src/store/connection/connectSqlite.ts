/** Opens a SQLite file. */
import { statSync } from 'node:fs';
import { stat, unlink } from 'node:fs/promises';
import knexFactory from 'knex';
import { UserError } from '../../application/userError.js';
import type { Access } from '../../application/ports/databaseAccess.js';
import type { Connection } from './connection.js';
import { sqliteUserError } from './databaseErrors.js';
import { SQLITE } from '../dialect.js';
import { BUSY_TIMEOUT, TaintedConnections, QUIET } from './pool.js';
import { run } from '../rows.js';
import { loadSqlite } from './sqliteDriver.js';
import { sqliteFile, type SqliteFile } from './sqliteFile.js';

export async function connectSqlite(path: string, access: Access): Promise<Connection> {
  await loadSqlite();
  const inMemory = path === ':memory:';
  if (inMemory && access !== 'make') throw new UserError('wrongUse', 'db.missing', { path });
  const isNew = !inMemory && access === 'make' && identityOf(path) === '';
  const file = inMemory ? undefined : await sqliteFile(path, access);
  const pragmas = pragmasFor(access, file);
  const opened = inMemory ? '' : identityOf(path);
  let replaced = false;
  const isReplaced = (): boolean => (replaced = !inMemory && identityOf(path) !== opened);
  const distrust = new TaintedConnections();
  const setUp = async (handle: SqliteHandle): Promise<void> => {
    try {
      if (isReplaced()) throw new UserError('failure', 'db.replaced', { path });
      await setPragmas(handle, pragmas);
    } catch (error) {
      await new Promise<void>((resolve) => handle.close(() => resolve()));
      throw error;
    }
  };
  const knex = knexFactory({
    ...QUIET,
    client: 'sqlite3',
    connection: file ? { filename: file.uri, flags: ['OPEN_URI'] } : { filename: path },
    useNullAsDefault: true,
    pool: {
      min: 1,
      // One reads the directory for the next rows while the other saves the plan of those before.
      max: inMemory ? 1 : 2,
      afterCreate: (handle: SqliteHandle, done: (error: unknown, handle: SqliteHandle) => void) =>
        void setUp(handle).then(
          () => done(null, handle),
          (error: unknown) => done(error, handle),
        ),
      // Before each use: else everything would go on in a file that nobody can find any more.
      validate: (handle: unknown) => distrust.allows(handle) && !isReplaced(),
    },
  });
  distrust.watch(knex);
  let wasRead = false;
  knex.once('query-response', () => (wasRead = true));
  const toUserError = (error: unknown): unknown => {
    const mapped = sqliteUserError(error, path, wasRead);
    return replaced && mapped instanceof UserError && error !== mapped
      ? new UserError('failure', 'db.replaced', { path })
      : mapped;
  };
  const writes = access === 'make' || access === 'change';
  return {
    knex,
    dialect: SQLITE,
    label: path,
    toUserError,
    ...(isNew && { takeBack: () => removeEmpty(path) }),
    ...(writes && { settle: () => run(knex, WAL) }),
  };
}

/** A file that was made for a database that could not be opened; whoever wrote in it meanwhile keeps it. */
async function removeEmpty(path: string): Promise<void> {
  if ((await stat(path)).size === 0) await unlink(path);
}

/** Tells a file from another one that took its place; empty when there is none. Waits: asked hundreds of times in a plan. */
function identityOf(path: string): string {
  try {
    const { dev, ino, birthtimeNs } = statSync(path, { bigint: true });
    // Numbers of files are given out again; moments are not.
    return `${dev}:${ino}:${birthtimeNs}`;
  } catch {
    return '';
  }
}

interface SqliteHandle {
  configure(option: 'busyTimeout', milliseconds: number): void;
  exec(sql: string, done: (error: Error | null) => void): void;
  close(done: () => void): void;
}

/** Kept in the file itself: only where it is known to be ours, or new. */
const WAL = 'pragma journal_mode = wal';
const EVERY_TIME = 'pragma foreign_keys = on; pragma cache_size = -16384;';

function pragmasFor(access: Access, file: SqliteFile | undefined): string {
  if (access === 'inspect' || file?.readOnly) return `${EVERY_TIME} pragma query_only = on;`;
  const writing = `${EVERY_TIME} pragma synchronous = full; pragma secure_delete = on;`;
  return file?.empty === false ? writing : `${WAL}; ${writing}`;
}

/** SQLite itself does not wait where a new file changes its way of writing. */
async function setPragmas(handle: SqliteHandle, pragmas: string): Promise<void> {
  handle.configure('busyTimeout', BUSY_TIMEOUT);
  const until = Date.now() + BUSY_TIMEOUT;
  for (;;) {
    const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => handle.exec(pragmas, resolve));
    if (error === null) return;
    if (error.code !== 'SQLITE_BUSY' || Date.now() > until) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
