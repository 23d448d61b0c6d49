/** An apply on PostgreSQL, and what may happen to it: others who write, and a connection that goes away. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createUseCases } from '../../../src/application/createUseCases.js';
import { UserError } from '../../../src/application/userError.js';
import type { UseCases } from '../../../src/application/useCases.js';
import { STANDARD_DEFAULTS } from '../../../src/domain/fields.js';
import { createImportFiles } from '../../../src/files/importFiles.js';
import { afterFailure } from '../../../src/store/connection/afterFailure.js';
import { connect } from '../../../src/store/connection/connect.js';
import { openStore, type Store } from '../../../src/store/openStore.js';
import { directoryOf, readDirectory } from '../../support/engineDirectory.js';
import { PostgresServer } from '../../support/postgres.js';
import { person } from '../../support/people.js';
import { until } from '../../support/waiting.js';

const USERS = 40;

let server: PostgresServer;
let folder: string;
let url: string;
let store: Store;
/** Another connection, which holds what an apply needs. */
let holder: pg.Client;

beforeAll(async () => {
  server = await PostgresServer.start();
  folder = await mkdtemp(join(tmpdir(), 'instroom-apply-'));
});
afterAll(async () => {
  await server.remove();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  url = await server.createEmpty();
  store = await openStore(url);
  await store.directory.import(
    directoryOf({
      environments: { T12345AA: {}, T12345AB: {} },
      users: Object.fromEntries(
        Array.from({ length: USERS }, (_, at) => [`T12345AA 12345.U${at}`, { description: 'begin', email: 'u@x.nl' }]),
      ),
    }),
  );
  holder = new pg.Client({ connectionString: url });
  holder.on('error', () => undefined);
  await holder.connect();
});
afterEach(async () => {
  await holder.end().catch(() => undefined);
  await store.close();
});

function useCases(): UseCases {
  return createUseCases({
    ...store,
    files: createImportFiles(),
    hashPassword: (password) => Promise.resolve(password),
    now: () => new Date(),
    operator: person('jan'),
    origin: '',
  });
}

/** A plan that changes every user, and creates one. */
async function plan(description = 'anders'): Promise<number> {
  const rows = [...Array.from({ length: USERS }, (_, at) => `U${at}`), 'NIEUW'].map(
    (user) => `${user};1;${description};u@x.nl;`,
  );
  const path = join(folder, `${description}.csv`);
  await writeFile(path, `Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\n${rows.join('\n')}\n`);
  const file = await useCases().inspect(path, {}, 'user');
  const { mapping } = useCases().map(file, 'user', {});
  const settings = { type: 'user' as const, mapping, defaults: STANDARD_DEFAULTS, emptyRules: {} };
  return (await useCases().plan({ file, environment: 'T12345AA', settings })).run.id;
}

async function ending(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof UserError) return error.key;
      throw error;
    },
  );
}

/** Waits until so many statements on a database wait for a lock. */
async function waiting(count: number, database = url): Promise<void> {
  const locked =
    "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  await until(`${count} wait for a lock`, async () => (await server.query(locked, database))[0]?.['n'] === count);
}

/** Holds a user in the middle of the apply, which has its own locks by then. */
async function holdUser(): Promise<void> {
  await holder.query("begin; select id from users where code = '12345.U20' for update");
}

test('what is discarded, left out or pruned while it is applied is applied whole', async () => {
  const run = await plan();
  await holdUser();
  const applied = ending(useCases().apply({ run }));
  await waiting(1);
  const discarded = ending(useCases().discard(run));
  const excluded = ending(useCases().exclude(run, { out: [2] }));
  const pruned = store.plans.prune('2100-01-01T00:00:00Z');
  await waiting(4);
  await holder.query('commit');
  expect(await applied).toBe('done');
  expect(await discarded).toBe('run.notPlanned');
  expect(await excluded).toBe('run.changedMeanwhile');
  expect(await pruned).toBe(1);
  const { users } = await readDirectory(store.directory);
  expect(Object.values(users).map(({ description }) => description)).toEqual(Array(USERS + 1).fill('anders'));
  expect((await useCases().answer(run)).run).toMatchObject({ status: 'applied', pruned: true });
});

test('a plan that is discarded first is not applied', async () => {
  const run = await plan();
  await holder.query('begin; select id from environments for no key update');
  const applied = ending(useCases().apply({ run }));
  await waiting(1);
  await useCases().discard(run);
  await holder.query('commit');
  expect(await applied).toBe('run.notPlanned');
});

test('nobody waits for an apply but who applies: plans are made and stored meanwhile', async () => {
  const run = await plan();
  const before = await readDirectory(store.directory);
  await holdUser();
  const applied = ending(useCases().apply({ run }));
  await waiting(1);
  const second = await plan('tweede');
  expect(await readDirectory(store.directory)).toEqual(before);
  expect((await useCases().runs({ statuses: ['planned'] })).map(({ id }) => id)).toEqual([second, run]);
  await holder.query('commit');
  expect(await applied).toBe('done');
  expect(await ending(useCases().apply({ run: second }))).toBe('apply.stale');
});

test('who waits too long for somebody else is told so', async () => {
  const run = await plan();
  await holder.query('begin; select id from environments for no key update');
  expect(await ending(useCases().apply({ run }))).toBe('db.busy');
  await holder.query('commit');
  expect(await ending(useCases().apply({ run }))).toBe('done');
}, 30_000);

test('an environment that is added, changed and removed meanwhile waits, and makes stale what relied on it', async () => {
  const run = await plan();
  await holdUser();
  const applied = ending(useCases().apply({ run }));
  await waiting(1);
  const writers = [
    store.directory.addEnvironment('T12345AC', { type: 'test', name: '', participant: '12345', approval: 'none' }),
    store.directory.removeEnvironment('T12345AB', '2027-01-01T00:00:00Z'),
    store.directory.import({}),
  ];
  await waiting(4);
  await holder.query('commit');
  expect(await applied).toBe('done');
  await Promise.all(writers);
  const second = await plan('tweede');
  await store.directory.setEnvironment('T12345AA', { participant: '54321' });
  expect(await ending(useCases().apply({ run: second }))).toBe('apply.stale');
});

test('a connection that is ended in the middle of an apply leaves nothing half', async () => {
  const run = await plan();
  const before = await readDirectory(store.directory);
  await holdUser();
  const applied = ending(useCases().apply({ run }));
  await waiting(1);
  await server.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    url,
  );
  expect(await applied).toBe('db.connectionLost');
  await holder.query('commit');
  expect(await readDirectory(store.directory)).toEqual(before);
  expect(await store.directory.check()).toEqual([]);
  expect(await ending(useCases().apply({ run }))).toBe('done');
});

test.each(['stop', 'kill'] as const)(
  'a server that goes away in the middle of an apply (%s) and comes back leaves nothing half, and work goes on',
  async (goAway) => {
    const run = await plan();
    const before = await readDirectory(store.directory);
    await holdUser();
    const applied = ending(useCases().apply({ run }));
    await waiting(1);
    await server[goAway]();
    await server.start();
    expect(await applied).toBe('db.connectionLost');
    expect(await readDirectory(store.directory)).toEqual(before);
    expect(await store.directory.check()).toEqual([]);
    expect(await ending(useCases().apply({ run }))).toBe('done');
  },
);

test('a process of the server that is killed in the middle of an apply leaves nothing half', async () => {
  const run = await plan();
  const before = await readDirectory(store.directory);
  await holdUser();
  const applied = ending(useCases().apply({ run }));
  await waiting(1);
  const [row] = await server.query(
    "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    url,
  );
  // The server ends all other connections as well then, and recovers by itself.
  process.kill(row?.['pid'] as number, 'SIGKILL');
  expect(await applied).toBe('db.connectionLost');
  await server.recovered();
  expect(await readDirectory(store.directory)).toEqual(before);
  expect(await ending(useCases().apply({ run }))).toBe('done');
});

test('an apply that was written although its answer was lost is told as done', async () => {
  const run = await plan();
  const lost = new UserError('failure', 'db.connectionLost', { server: '' });
  const connection = await connect(url);
  const at = '2027-01-04T10:00:00.000Z';
  await expect(afterFailure(connection, run, at, lost)).rejects.toBe(lost);
  const { plan: shown } = await store.plans.run(run);
  await store.plans.apply(
    run,
    shown,
    at,
    { people: [], raisedBy: [], guards: [] },
    () => undefined,
    new AbortController().signal,
  );
  expect(await afterFailure(connection, run, at, lost)).toEqual([]);
  await connection.knex.destroy();
});

test('two programs that start on a new database at once make its tables once', async () => {
  const empty = await server.createDatabase();
  const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(empty)));
  for (const one of stores) {
    expect(await one.directory.environments()).toEqual([]);
    await one.close();
  }
});

test('a program that is killed while it makes the tables leaves nothing behind', async () => {
  const empty = await server.createDatabase();
  const half = new pg.Client({ connectionString: empty });
  half.on('error', () => undefined);
  await half.connect();
  await half.query('begin; select pg_advisory_xact_lock(472166003); create table migrations (name text primary key)');
  const opening = openStore(empty);
  await waiting(1, empty);
  await server.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
    empty,
  );
  await (await opening).close();
});

test('a plan that was swept while it stood still is written no further', async () => {
  const [target] = await store.directory.environments();
  const plan = await store.plans.begin({ target: target!, environments: [target!] });
  await server.query('delete from plans where id = (select max(id) from plans)', url);
  const group = { id: null, environmentId: target!.id, version: 0, code: 'X', description: '' };
  await plan.save({ rows: [], users: [], groups: [group], secrets: [] });
  expect(await ending(plan.finish())).toBe('plan.interrupted');
});

test('a block with identity values and the same block elsewhere are applied one after the other', async () => {
  await store.directory.import(
    directoryOf({ users: { 'T12345AB 12345.U0': { description: 'begin', email: 'u@x.nl' } } }),
  );
  const path = join(folder, 'leavers.csv');
  await writeFile(path, 'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\nU0;0;anders;;\n');
  const file = await useCases().inspect(path, {}, 'user');
  const { mapping } = useCases().map(file, 'user', {});
  const { run } = await useCases().plan({
    file,
    environment: 'T12345AA',
    settings: { type: 'user', mapping, defaults: STANDARD_DEFAULTS, emptyRules: {} },
  });
  const [there] = await useCases().blockElsewhere(run.id);
  expect(run.summary.staysActive).toEqual({ T12345AB: 1 });
  await useCases().apply({ run: run.id });
  await useCases().apply({ run: there!.run.id });
  expect((await readDirectory(store.directory)).users['T12345AB 12345.U0']).toMatchObject({
    description: 'anders',
    email: '',
    blocked: true,
  });
});
