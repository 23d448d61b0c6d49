/** `db check` and `db migrate` on a server. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../../src/application/userError.js';
import { connectAsItIs } from '../../../src/store/connection/connect.js';
import { migrateDatabase } from '../../../src/store/migrateDatabase.js';
import { MIGRATIONS } from '../../../src/store/migrations/index.js';
import { openStore } from '../../../src/store/openStore.js';
import { directoryOf } from '../../support/engineDirectory.js';
import { runProgram } from '../../support/breakProgram.js';
import { PASSWORD, PostgresServer } from '../../support/postgres.js';

const DIRECTORY = directoryOf({ environments: { T12345AA: {} }, users: { 'T12345AA 12345.A': { upn: 'a@x.nl' } } });

let server: PostgresServer;
let url: string;

beforeAll(async () => {
  server = await PostgresServer.start();
  url = await server.createDatabase();
  const store = await openStore(url);
  await store.directory.import(DIRECTORY);
  await store.close();
});
afterAll(() => server.remove());

async function check(database: string): Promise<readonly unknown[]> {
  const store = await openStore(database, 'inspect');
  try {
    return await store.directory.check();
  } finally {
    await store.close();
  }
}

async function keyOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof UserError) return error.key;
      throw error;
    },
  );
}

test('a whole database has no faults', async () => {
  expect(await check(url)).toEqual([]);
});

test.each([
  ['drop table plan_groups', { key: 'check.noTable', params: { table: 'plan_groups' } }],
  ['alter table runs drop column origin', { key: 'check.noColumn', params: { table: 'runs', column: 'origin' } }],
  [
    'alter table users alter column description drop not null',
    { key: 'check.otherColumn', params: { table: 'users', column: 'description' } },
  ],
  ['drop index users_look_index', { key: 'check.noIndex', params: { table: 'users', columns: 'look' } }],
  [
    'update users set upn_key = null',
    { key: 'check.wrongKey.user', params: { environment: 'T12345AA', code: '12345.A', column: 'upn_key' } },
  ],
])('%s', async (sql, fault) => {
  const copy = await server.createDatabase(url);
  await server.query(sql, copy);
  expect(await check(copy)).toContainEqual(fault);
});

test('a database without tables is none, until one is made', async () => {
  const empty = await server.createDatabase();
  for (const access of ['change', 'read', 'inspect'] as const)
    expect(await keyOf(openStore(empty, access))).toBe('db.noTables');
  expect(await server.query("select 1 from pg_tables where schemaname = 'public'", empty)).toEqual([]);
});

test('who looks cannot write', async () => {
  const store = await openStore(url, 'inspect');
  expect(await keyOf(store.directory.import(DIRECTORY))).toBe('db.readOnlyServer');
  await store.close();
});

test('one of an older Instroom is migrated when its administrator says that there is a backup', async () => {
  const copy = await server.createDatabase();
  const { knex } = await connectAsItIs(copy, 'make');
  await knex.raw('create table migrations (name text primary key)');
  for (const name of ['001-directory', '002-runs']) {
    await MIGRATIONS[name]?.(knex);
    await knex('migrations').insert({ name });
  }
  await knex.destroy();
  expect(await keyOf(openStore(copy))).toBe('db.older');
  const asked: unknown[] = [];
  const confirm = (plan: unknown): Promise<void> => {
    asked.push(plan);
    return Promise.resolve();
  };
  expect(await migrateDatabase(copy, { now: () => new Date(), confirm })).toMatchObject({
    from: '002-runs',
    copy: null,
  });
  expect(asked).toMatchObject([{ from: '002-runs', copies: false }]);
  expect(await check(copy)).toEqual([]);
});

test('a password file is read without a word of the driver', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'instroom-pgpass-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'pgpass');
  await writeFile(file, `*:*:*:*:${PASSWORD.replaceAll(':', String.raw`\:`)}\n`, { mode: 0o600 });
  const named = url.replace(/:[^:@]*@/u, '@');
  const ran = await runProgram(['db', 'check', '--db', named], { env: { PGPASSFILE: file, LANG: 'C', LC_ALL: 'C' } });
  expect(ran).toMatchObject({ status: 0, stderr: '' });
});
