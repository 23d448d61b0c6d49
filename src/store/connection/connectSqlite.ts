/** Opens a SQLite file. */
import { chmod, mkdir, open, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import knexFactory from 'knex';
import { Stop } from '../../application/errors.js';
import type { Connection } from './connection.js';
import { tellSqlite } from './databaseErrors.js';
import { SQLITE } from '../dialect.js';
import { BUSY_TIMEOUT, Distrust, QUIET } from './pool.js';

export async function connectSqlite(path: string, create: boolean): Promise<Connection> {
  const inMemory = path === ':memory:';
  const made = !inMemory && (await prepareFile(path, create));
  const opened = inMemory ? '' : await identityOf(path);
  let replaced = false;
  const isReplaced = async (): Promise<boolean> => (replaced = !inMemory && (await identityOf(path)) !== opened);
  const distrust = new Distrust();
  const setUp = async (handle: SqliteHandle): Promise<void> => {
    try {
      if (await isReplaced()) throw new Stop('failure', 'db.replaced', { path });
      await setPragmas(handle);
    } catch (error) {
      await new Promise<void>((resolve) => handle.close(() => resolve()));
      throw error;
    }
  };
  const knex = knexFactory({
    ...QUIET,
    client: 'sqlite3',
    // The file is there: SQLite must not put an empty one in its place when it has gone.
    connection: inMemory
      ? { filename: path }
      : { filename: `${pathToFileURL(path).href}?mode=rw`, flags: ['OPEN_URI'] },
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
      validate: async (handle: unknown) => distrust.allows(handle) && !(await isReplaced()),
    },
  });
  distrust.watch(knex);
  let wasRead = false;
  knex.once('query-response', () => (wasRead = true));
  const tell = (error: unknown): unknown => {
    const told = tellSqlite(error, path, wasRead);
    return replaced && told instanceof Stop && error !== told ? new Stop('failure', 'db.replaced', { path }) : told;
  };
  return { knex, dialect: SQLITE, label: path, tell, ...(made && { takeBack: () => removeEmpty(path) }) };
}

/** The first bytes of every SQLite file. */
const SIGNATURE = 'SQLite format 3\0';

/**
 * The file is made before SQLite opens it, so that nobody else can ever read it; what is no database is left alone.
 * Answers whether it was made.
 */
async function prepareFile(path: string, create: boolean): Promise<boolean> {
  try {
    if (create) await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const isNew = create && (await identityOf(path)) === '';
    const file = await open(path, create ? 'a+' : 'r+', 0o600);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(SIGNATURE.length), 0, SIGNATURE.length, 0);
      if (bytesRead > 0 && buffer.toString('latin1') !== SIGNATURE)
        throw new Stop('failure', 'db.damaged', { reason: 'SQLITE_NOTADB' });
    } finally {
      await file.close();
    }
    await chmod(path, 0o600);
    return isNew;
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop('failure', 'db.cannotOpen', {
      path,
      reason: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
}

/** A file that was made for a database that could not be opened; whoever wrote in it meanwhile keeps it. */
async function removeEmpty(path: string): Promise<void> {
  if ((await stat(path)).size === 0) await unlink(path);
}

/** Tells a file from another one that took its place; empty when there is none. */
async function identityOf(path: string): Promise<string> {
  return stat(path, { bigint: true }).then(
    // Numbers of files are given out again; moments are not.
    ({ dev, ino, birthtimeNs }) => `${dev}:${ino}:${birthtimeNs}`,
    () => '',
  );
}

interface SqliteHandle {
  configure(option: 'busyTimeout', milliseconds: number): void;
  exec(sql: string, done: (error: Error | null) => void): void;
  close(done: () => void): void;
}

const PRAGMAS =
  'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -16384; pragma secure_delete = on;';

/** SQLite itself does not wait where a new file changes its way of writing. */
async function setPragmas(handle: SqliteHandle): Promise<void> {
  handle.configure('busyTimeout', BUSY_TIMEOUT);
  const until = Date.now() + BUSY_TIMEOUT;
  for (;;) {
    const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => handle.exec(PRAGMAS, resolve));
    if (error === null) return;
    if (error.code !== 'SQLITE_BUSY' || Date.now() > until) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
