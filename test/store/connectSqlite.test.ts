/** A SQLite file that cannot be used, or that goes away under the running program. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UserError } from '../../src/application/userError.js';
import { connect } from '../../src/store/connection/connect.js';
import { sqliteUserError } from '../../src/store/connection/databaseErrors.js';
import { openStore } from '../../src/store/openStore.js';
import { transact } from '../../src/store/transaction.js';
import { directoryOf } from '../support/engineDirectory.js';

const DIRECTORY = directoryOf({ environments: { T12345AA: {} }, users: { 'T12345AA 12345.A': {} } });

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'instroom-sqlite-'));
  path = join(folder, 'been there? 100%#1.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function keyOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof UserError) return error.key;
      throw error;
    },
  );
}

test('a file that is no database is refused and left as it was', async () => {
  await writeFile(path, 'notes of somebody');
  await chmod(path, 0o644);
  expect(await keyOf(openStore(path))).toBe('db.damaged');
  expect(await readFile(path, 'utf8')).toBe('notes of somebody');
  expect((await stat(path)).mode & 0o777).toBe(0o644);
});

test('a damaged database, and a folder, are told', async () => {
  await writeFile(path, `SQLite format 3\0${'x'.repeat(9000)}`);
  expect(await keyOf(openStore(path))).toBe('db.damaged');
  expect(await keyOf(openStore(folder))).toBe('db.cannotOpen');
  expect(await keyOf(openStore(join(path, 'in', 'a', 'file.db')))).toBe('db.cannotOpen');
});

test('a database is its owner’s alone, and no folder is made for it', async () => {
  await (await openStore(path)).close();
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await keyOf(openStore(join(folder, 'new', 'a.db')))).toBe('db.noFolder');
  expect(await readdir(folder)).toEqual(['been there? 100%#1.db']);
});

test('a database that is not there is made on purpose alone', async () => {
  for (const access of ['change', 'read', 'inspect'] as const)
    expect(await keyOf(openStore(path, access))).toBe('db.missing');
  expect(await readdir(folder)).toEqual([]);
  await writeFile(path, '');
  for (const access of ['change', 'read', 'inspect'] as const)
    expect(await keyOf(openStore(path, access))).toBe('db.noTables');
  expect((await stat(path)).size).toBe(0);
});

test('a database of another program is left as it was', async () => {
  const other = new DatabaseSync(path);
  other.exec('create table bookmarks (url text)');
  other.close();
  const content = await readFile(path);
  for (const access of ['make', 'change', 'read', 'inspect'] as const)
    expect(await keyOf(openStore(path, access))).toBe('db.foreign');
  expect((await readFile(path)).equals(content)).toBe(true);
});

test('what is only looked at is not changed, and its permissions neither', async () => {
  await (await openStore(path)).close();
  await chmod(path, 0o644);
  const content = await readFile(path);
  const store = await openStore(path, 'inspect');
  expect(await store.directory.environments()).toEqual([]);
  expect(await keyOf(store.directory.import(DIRECTORY))).toBe('db.readOnly');
  await store.close();
  expect((await stat(path)).mode & 0o777).toBe(0o644);
  expect((await readFile(path)).equals(content)).toBe(true);
});

test('an interrupted program commits nothing more', async () => {
  const interrupt = new AbortController();
  const store = await openStore(path, 'make', interrupt.signal);
  interrupt.abort();
  expect(await keyOf(store.directory.import(DIRECTORY))).toBe('plan.interrupted');
  expect(await store.directory.environments()).toEqual([]);
  await store.close();
});

test('a disk that gives no locks is told as a network drive, until something was read', async () => {
  const thrown = (code: string): Error => Object.assign(new Error(`${code}: it says`), { code });
  const keyFor = (code: string, wasRead: boolean): unknown =>
    (sqliteUserError(thrown(code), path, wasRead) as UserError).key;
  for (const code of ['SQLITE_BUSY', 'SQLITE_IOERR', 'SQLITE_PROTOCOL'])
    expect(keyFor(code, false), code).toBe('db.networkDrive');
  expect(keyFor('SQLITE_PROTOCOL', true)).toBe('db.networkDrive');
  expect(keyFor('SQLITE_BUSY', true)).toBe('db.busy');
  expect(keyFor('SQLITE_IOERR', true)).toBe('db.disk');
  expect(keyFor('SQLITE_FULL', false)).toBe('db.full');
});

test('nobody is told of a network drive who only has to wait for another', async () => {
  const store = await openStore(path);
  const hold = `const { DatabaseSync } = require('node:sqlite');
    new DatabaseSync(process.argv[1]).exec('begin immediate'); console.log('held'); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--no-warnings', '-e', hold, path]);
  await once(other.stdout, 'data');
  expect(await keyOf(store.directory.import(DIRECTORY))).toBe('db.busy');
  other.kill();
  await store.close();
});

test('a file that cannot be locked is told so, and a file that was made for nothing does not stay', async () => {
  // Where its journal is to be there is a folder.
  await mkdir(`${path}-journal`);
  expect(await keyOf(openStore(path))).toMatch(/^db\./u);
  expect(await readdir(folder)).toEqual([`${basename(path)}-journal`]);
  // One that was there before is left.
  await writeFile(path, '');
  expect(await keyOf(openStore(path))).toMatch(/^db\./u);
  expect((await stat(path)).size).toBe(0);
});

test('a database that is removed under the program is told, and not made anew', async () => {
  const store = await openStore(path);
  await store.directory.import(DIRECTORY);
  await rm(path);
  expect(await keyOf(store.directory.environments())).toBe('db.replaced');
  expect(await keyOf(store.directory.import(DIRECTORY))).toBe('db.replaced');
  expect((await readdir(folder)).filter((name) => name.endsWith('.db'))).toEqual([]);
  await store.close();
});

test('a database that is replaced under the program is told, and not written to', async () => {
  const store = await openStore(path);
  await store.directory.import(DIRECTORY);
  const other = await openStore(join(folder, 'other.db'));
  await other.close();
  await rename(join(folder, 'other.db'), path);
  const content = await readFile(path);
  expect(await keyOf(store.directory.import(DIRECTORY))).toBe('db.replaced');
  const exported = async (): Promise<void> => {
    for await (const { items } of store.directory.export()) expect(items).toBeDefined();
  };
  expect(await keyOf(exported())).toBe('db.replaced');
  await store.close();
  expect((await readFile(path)).equals(content)).toBe(true);
});

test('a transaction that fails is over, also when it cannot be rolled back', async () => {
  const { knex } = await connect(path);
  await expect(
    knex.transaction((transaction) => transaction.raw('rollback').then(() => Promise.reject(new Error('first')))),
  ).rejects.toThrow();
  await knex.transaction((transaction) => transaction.raw('select 1'));
  await knex.destroy();
});

test('what goes wrong in a transaction is told, not that rolling back went wrong after it', async () => {
  const connection = await connect(path);
  const failing = transact(connection, async ({ knex }) => {
    await knex.raw('rollback');
    throw new UserError('failure', 'db.full');
  });
  expect(await keyOf(failing)).toBe('db.full');
  await connection.knex.destroy();
});

test('a database of a newer Instroom is refused', async () => {
  await mkdir(folder, { recursive: true });
  const { knex } = await connect(path);
  await knex.raw("insert into migrations values ('999-later')");
  await knex.destroy();
  expect(await keyOf(openStore(path))).toBe('db.newer');
});

test('programs that start on a new file at once make its tables once', async () => {
  // Each that waits keeps one of the four threads that Node has for this.
  const stores = await Promise.all(Array.from({ length: 3 }, () => openStore(path)));
  for (const store of stores) {
    expect(await store.directory.environments()).toEqual([]);
    await store.close();
  }
});
