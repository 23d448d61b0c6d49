/** A database of an earlier Instroom is brought up to date on purpose alone, beside a copy, and whole or not at all. */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UserError } from '../../src/application/userError.js';
import { migrateDatabase } from '../../src/store/migrateDatabase.js';
import { MIGRATIONS } from '../../src/store/migrations/index.js';
import { openStore } from '../../src/store/openStore.js';
import { restoreDump } from '../support/restoreDump.js';

const BEFORE = new URL('data/before-003.sql', import.meta.url);
const NEWEST = Object.keys(MIGRATIONS).at(-1) ?? '';
const now = (): Date => new Date('2027-01-04T09:00:00Z');

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'instroom-migrate-'));
  path = join(folder, 'earlier.db');
  restoreDump(path, await readFile(BEFORE, 'utf8'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function stopOf(work: Promise<unknown>): Promise<UserError> {
  const failed: unknown = await work.then(
    () => 'done',
    (error: unknown) => error,
  );
  if (!(failed instanceof UserError)) throw failed;
  return failed;
}

function query(file: string, sql: string): unknown[] {
  const database = new DatabaseSync(file);
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

const migrations = (file: string): unknown[] => query(file, 'select name from migrations order by name');

test('nothing else opens it, and nothing of it changes', async () => {
  const content = await readFile(path);
  for (const access of ['make', 'change', 'read', 'inspect'] as const) {
    const { kind, key, params } = await stopOf(openStore(path, access));
    expect({ kind, key, params }).toEqual({
      kind: 'wrongUse',
      key: 'db.older',
      params: { path, from: '002-runs', to: NEWEST },
    });
  }
  expect((await readFile(path)).equals(content)).toBe(true);
});

test('a copy of what it was stands beside it, for its owner alone', async () => {
  const before = query(path, 'select * from plan_users');
  const migrated = await migrateDatabase(path, { now });
  const copy = join(folder, 'earlier.2027-01-04T09-00-00.000Z.002-runs.db');
  expect(migrated).toEqual({ database: path, from: '002-runs', to: NEWEST, copy });
  expect((await stat(copy)).mode & 0o777).toBe(0o600);
  expect(migrations(copy)).toEqual([{ name: '001-directory' }, { name: '002-runs' }]);
  expect(query(copy, 'select * from plan_users')).toEqual(before);
  await (await openStore(path, 'change')).close();
});

test('a second time there is nothing to do, and nothing to ask', async () => {
  await migrateDatabase(path, { now });
  const names = await readdir(folder);
  const confirm = (): Promise<void> => Promise.reject(new Error('asked'));
  expect(await migrateDatabase(path, { now, confirm })).toEqual({
    database: path,
    from: NEWEST,
    to: NEWEST,
    copy: null,
  });
  expect(await readdir(folder)).toEqual(names);
});

test('what is refused or interrupted leaves the old one, without a copy', async () => {
  const confirm = (): Promise<void> => Promise.reject(new UserError('guarded', 'db.notMigrated'));
  expect((await stopOf(migrateDatabase(path, { now, confirm }))).key).toBe('db.notMigrated');
  const interrupt = new AbortController();
  interrupt.abort();
  expect((await stopOf(migrateDatabase(path, { now, signal: interrupt.signal }))).kind).toBe('interrupted');
  expect(migrations(path)).toEqual([{ name: '001-directory' }, { name: '002-runs' }]);
  expect((await readdir(folder)).filter((name) => name.includes('002-runs'))).toEqual([]);
});

test('a migration that fails half way leaves the old one', async () => {
  const blocking = new DatabaseSync(path);
  blocking.exec('create table sparse_plan_users (x int)');
  blocking.close();
  await expect(migrateDatabase(path, { now })).rejects.toThrow();
  expect(migrations(path)).toEqual([{ name: '001-directory' }, { name: '002-runs' }]);
  expect(query(path, 'select count(*) as n from plan_users')).not.toEqual([{ n: 0 }]);
});

test('what is not there, or of a newer Instroom, is not migrated', async () => {
  const missing = join(folder, 'missing.db');
  expect((await stopOf(migrateDatabase(missing, { now }))).key).toBe('db.missing');
  await expect(stat(missing)).rejects.toThrow();
  const newer = new DatabaseSync(path);
  newer.exec("insert into migrations values ('999-later')");
  newer.close();
  expect((await stopOf(migrateDatabase(path, { now }))).key).toBe('db.newer');
});
