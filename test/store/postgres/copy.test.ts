/** `db copy`: from a file to a server and back, everything, and the same. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUseCases } from '../../../src/application/createUseCases.js';
import { UserError } from '../../../src/application/userError.js';
import type { CopyProgress } from '../../../src/application/ports/databaseCopy.js';
import { STANDARD_DEFAULTS } from '../../../src/domain/fields.js';
import { createImportFiles } from '../../../src/files/importFiles.js';
import { connect } from '../../../src/store/connection/connect.js';
import { copyDatabase } from '../../../src/store/copy/copyDatabase.js';
import { TABLES } from '../../../src/store/copy/copyTables.js';
import { openStore, type Store } from '../../../src/store/openStore.js';
import { select } from '../../../src/store/rows.js';
import { directoryOf } from '../../support/engineDirectory.js';
import { PostgresServer } from '../../support/postgres.js';
import { CONNECTION } from '../../support/connection.js';
import { LiveMemory } from '../../support/liveMemory.js';
import { person } from '../../support/people.js';

let server: PostgresServer;
let folder: string;
let file: string;

beforeAll(async () => {
  server = await PostgresServer.start();
  folder = await mkdtemp(join(tmpdir(), 'instroom-copy-'));
  file = join(folder, 'from.db');
  await fill(file);
});
afterAll(async () => {
  await server.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Something in every table: users of odd names, an applied run, its undo, a plan that waits with passwords. */
async function fill(path: string): Promise<void> {
  const store = await openStore(path);
  await store.directory.import(
    directoryOf({
      environments: {
        T12345AA: {},
        T12345AB: { name: 'Tëst — 測試 🙂' },
        O12345AA: { approval: 'second-person' },
        T1OUD: { deleted: true },
      },
      persons: { T12345AA: ['100001'] },
      groups: { 'T12345AA HRM': 'Personeel' },
      users: {
        'T12345AA 12345.A': {
          description: `'; drop table users; --`,
          email: 'a@x.nl',
          groups: ['HRM'],
          person: '100001',
          tokens: ['Pocket / iPhone', 'Pocket / iPhone'],
        },
        'T12345AB 12345.A': { description: 'ß ẞ İ ı \u202e', email: 'a@x.nl', tokens: ['Pocket / iPad'] },
        'T1OUD 12345.OUD': { upn: 'oud@x.nl', tokens: ['Pocket / oud'] },
      },
    }),
  );
  await plan(store, '12345.A;4;12345.B;a;a@x.nl;;;', 'hernoemen', true);
  const undo = await useCasesOf(store).undo(1);
  await useCasesOf(store).apply({ run: undo.run.id, guards: GUARDS });
  await plan(store, '12345.NIEUW;3;;Nieuw;n@x.nl;n@x.nl;;NIEUW', 'nieuw', true);
  await plan(store, '12345.A;5;;a;a@x.nl;;Een-lang-wachtwoord1;', 'wachtwoord', false);
  await useCasesOf(store).addEnvironment('T12345LV', {});
  await store.directory.setEnvironment('T12345LV', { connection: CONNECTION });
  const live = new LiveMemory({ '12345.WEG': { upn: 'weg@x.nl' } });
  await useCasesOf(store, live).pullEnvironment('T12345LV');
  live.users = {};
  await useCasesOf(store, live).pullEnvironment('T12345LV', { acceptShrunk: true });
  await store.definitions.save({ name: 'HR é', content: 'type: user\n', usedAt: '2027-01-04T09:00:00Z' }, null);
  await store.close();
}

const GUARDS = { maxClears: 100, maxBlocks: 100, maxRenames: 100, maxRejected: '100%', maxCreates: 1000 } as const;

function useCasesOf(store: Store, live?: LiveMemory): ReturnType<typeof createUseCases> {
  const now = (): Date => new Date('2027-01-04T09:00:00Z');
  const hashPassword = (): Promise<string> => Promise.resolve('scrypt$een-hash');
  return createUseCases({
    ...store,
    files: createImportFiles(),
    hashPassword,
    now,
    operator: person('jan'),
    origin: '',
    ...(live && { live }),
  });
}

async function plan(store: Store, row: string, name: string, apply: boolean): Promise<void> {
  const useCases = useCasesOf(store);
  const path = join(folder, `${name}.csv`);
  await writeFile(
    path,
    `Gebruiker;Mutatiecode;Nieuwe gebruikerscode;Omschrijving;E-mail;UPN;Wachtwoord;Groep\n${row}\n`,
  );
  const inspected = await useCases.inspect(path, {}, 'user');
  const { mapping } = useCases.map(inspected, 'user', {});
  const settings = { type: 'user' as const, mapping, defaults: STANDARD_DEFAULTS, emptyRules: {} };
  const { run } = await useCases.plan({ file: inspected, environment: 'T12345AA', settings });
  if (apply) await useCases.apply({ run: run.id, guards: GUARDS });
}

/** All that a database tells through its ports. */
async function everything(target: string): Promise<unknown> {
  const store = await openStore(target);
  const parts: unknown[] = [];
  for await (const part of store.directory.export()) parts.push(part);
  const runs = await store.plans.runs({});
  const plans = await Promise.all(
    runs.map(async ({ id }) => {
      const sources: unknown[] = [];
      for await (const chunk of store.plans.sources(id, {})) sources.push(chunk);
      const rows = await store.plans.rowNumbers(id, {});
      return {
        sources,
        tokens: await store.plans.revokedTokens(id),
        secrets: [...(await store.plans.secrets(id, [...rows]))],
      };
    }),
  );
  const answer = {
    parts,
    runs,
    plans,
    definitions: await store.definitions.list(),
    overview: await store.directory.overview(),
  };
  await store.close();
  return answer;
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

test('a round trip gives back everything, and every table has something to bring', async () => {
  const url = await server.createDatabase();
  const back = join(folder, 'back.db');
  const progress: CopyProgress[] = [];
  const there = await copyDatabase(file, url, { onProgress: (one) => progress.push(one) });
  const again = await copyDatabase(url, back);
  expect(there.tables.filter(({ rows }) => rows === 0)).toEqual([]);
  expect(again.tables).toEqual(there.tables);
  expect(there.to).toBe(url.replace(/^.*\/\/([^:]*):[^@]*@/u, '$1@'));
  expect(progress.at(-1)).toMatchObject({ done: progress.at(-1)?.total });
  const expected = await everything(file);
  expect(await everything(url)).toEqual(expected);
  expect(await everything(back)).toEqual(expected);
  expect((await stat(back)).mode & 0o777).toBe(0o600);
});

test('what is copied is worked with as before: numbers go on, plans can be applied', async () => {
  const url = await server.createDatabase();
  await copyDatabase(file, url);
  const store = await openStore(url);
  const runs = await store.plans.runs({});
  const waiting = runs.find(({ status }) => status === 'planned');
  const applied = await useCasesOf(store).apply({ run: waiting?.id ?? 0, guards: GUARDS });
  expect(applied.run.status).toBe('applied');
  await plan(store, '12345.NOG;1;;Nog een;x@x.nl;;;', 'nog', true);
  expect((await store.plans.runs({ limit: 1 }))[0]?.id).toBe((runs[0]?.id ?? 0) + 1);
  expect(await store.directory.check()).toEqual([]);
  await store.close();
});

test('the number of a user who is gone is given to nobody else', async () => {
  const [one, other] = [await server.createDatabase(), await server.createDatabase()];
  const between = join(folder, 'between.db');
  await copyDatabase(file, one);
  await server.query("delete from users where code = '12345.NIEUW'", one);
  await copyDatabase(one, between);
  await copyDatabase(between, other);
  for (const database of [between, other]) {
    const store = await openStore(database);
    await plan(store, '12345.NOG;1;;Nog een;x@x.nl;;;', 'na', true);
    await store.close();
    const { knex } = await connect(database);
    const numbers = await select<{ before: number; now: number }>(
      knex,
      `select p.user_id as before, u.id as now from plan_users p cross join users u
       where p.code_key = '12345.nieuw' and u.code_key = '12345.nog'`,
    );
    await knex.destroy();
    expect(numbers.map(({ before, now }) => now > before)).toEqual([true]);
  }
});

test('the list of tables is that of the database', async () => {
  const connection = await connect(await server.createDatabase());
  const tables = await select<{ name: string }>(
    connection.knex,
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  await connection.knex.destroy();
  expect(tables.map(({ name }) => name).sort()).toEqual([...TABLES.map(({ name }) => name), 'migrations'].sort());
});

test('a target that holds anything is refused, and stays as it was', async () => {
  const url = await server.createDatabase();
  const store = await openStore(url);
  await store.definitions.save({ name: 'x', content: 'y', usedAt: '2027-01-04T09:00:00Z' }, null);
  await store.close();
  expect(await keyOf(copyDatabase(file, url))).toBe('copy.notEmpty');
  expect(await keyOf(copyDatabase(file, file))).toBe('copy.notEmpty');
  const before = await everything(url);
  expect(await everything(url)).toEqual(before);
});

test('a source that is not there is not made', async () => {
  const missing = join(folder, 'missing.db');
  expect(await keyOf(copyDatabase(missing, await server.createDatabase()))).toBe('copy.noSource');
  await expect(stat(missing)).rejects.toThrow();
});

test('a copy that is interrupted, or breaks off, leaves the target empty', async () => {
  const url = await server.createDatabase();
  const interrupt = new AbortController();
  const half = {
    signal: interrupt.signal,
    onProgress: ({ table }: CopyProgress) => table === 'runs' && interrupt.abort(),
  };
  expect(await keyOf(copyDatabase(file, url, half))).toBe('plan.interrupted');
  const ended: Promise<unknown>[] = [];
  const lost = {
    onProgress: ({ table }: CopyProgress) => {
      if (table !== 'runs') return;
      const others = 'datname = current_database() and pid <> pg_backend_pid()';
      ended.push(server.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${others}`, url));
    },
  };
  expect(await keyOf(copyDatabase(file, url, lost))).toMatch(/done|db.connectionLost/u);
  // Whoever ends the connections of the copy is not to end those that look at what it left.
  await Promise.all(ended);
  const store = await openStore(url);
  if ((await store.directory.environments()).length > 0) expect(await store.definitions.list()).toHaveLength(1);
  await store.close();
});

test('a source that is not sound is not copied', async () => {
  const url = await server.createDatabase();
  await copyDatabase(file, url);
  await server.query("delete from user_groups where code_key = 'iedereen'", url);
  expect(await keyOf(copyDatabase(url, join(folder, 'unsound.db')))).toBe('copy.broken');
});
