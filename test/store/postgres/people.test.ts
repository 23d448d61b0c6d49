/** Two people on PostgreSQL are two at the database as well. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUseCases } from '../../../src/application/createUseCases.js';
import type { UseCases } from '../../../src/application/useCases.js';
import { STANDARD_DEFAULTS } from '../../../src/domain/fields.js';
import { createImportFiles } from '../../../src/files/importFiles.js';
import { openStore, type Store } from '../../../src/store/openStore.js';
import { stopOf } from '../../support/engine.js';
import { person } from '../../support/people.js';
import { PostgresServer } from '../../support/postgres.js';

let server: PostgresServer;
let folder: string;
const stores: Store[] = [];
beforeAll(async () => {
  server = await PostgresServer.start();
  folder = await mkdtemp(join(tmpdir(), 'instroom-people-'));
}, 60_000);
afterAll(async () => {
  for (const store of stores) await store.close();
  await server.remove();
  await rm(folder, { recursive: true, force: true });
});

async function as(login: string, url: string): Promise<UseCases> {
  const store = await openStore(url);
  stores.push(store);
  return createUseCases({
    ...store,
    files: createImportFiles(),
    hashPassword: (password) => Promise.resolve(password),
    now: () => new Date(),
    operator: person(login, { databaseLogin: store.databaseLogin }),
    origin: '',
  });
}

test('two logins of the system over one login of the database do not approve each other', async () => {
  const url = await server.createDatabase();
  const owner = await openStore(url);
  stores.push(owner);
  const environment = { code: 'T12345AA', type: 'test', name: '', participant: '12345', deleted: false } as const;
  await owner.directory.import({ environments: [{ ...environment, approval: 'second-person' }] });
  for (const role of ['jan_db', 'piet_db']) {
    await server.query(`create role ${role} login password 'wachtwoord-27'`, url);
    await server.query(`grant all on all tables in schema public to ${role}`, url);
    await server.query(`grant all on all sequences in schema public to ${role}`, url);
  }
  const through = (role: string): string => url.replace(/\/\/[^@]*@/u, `//${role}:wachtwoord-27@`);
  const file = join(folder, 'a.csv');
  await writeFile(file, 'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\nNIEUW;1;Nieuw;n@x.nl;\n');
  const jan = await as('jan', through('jan_db'));
  const inspected = await jan.inspect(file, {}, 'user');
  const { mapping } = jan.map(inspected, 'user', {});
  const settings = { type: 'user', mapping, defaults: STANDARD_DEFAULTS, emptyRules: {} } as const;
  const { run } = await jan.plan({ file: inspected, environment: 'T12345AA', settings });
  expect(run).toMatchObject({ operator: 'jan', databaseLogin: 'jan_db' });

  const colleague = await as('piet', through('jan_db'));
  expect(await stopOf(colleague.approve({ run: run.id }))).toMatchObject({
    kind: 'guarded',
    key: 'approve.sameDatabaseLogin',
  });
  const alias = await as('jan', through('piet_db'));
  expect(await stopOf(alias.approve({ run: run.id }))).toMatchObject({ key: 'approve.sameOperator' });
  const piet = await as('piet', through('piet_db'));
  expect((await piet.approve({ run: run.id })).run.approvedBy).toBe('piet');
  const people = await server.query('select login, database_login, act from run_people order by id', url);
  expect(people).toEqual([
    { login: 'jan', database_login: 'jan_db', act: 'plan' },
    { login: 'piet', database_login: 'piet_db', act: 'approve' },
  ]);
  // A plan that came from a file, or from before, does not say who it was at the database.
  await server.query(
    "update runs set approved_by = null; update run_people set database_login = null where act = 'plan'",
    url,
  );
  expect(await stopOf(piet.approve({ run: run.id }))).toMatchObject({ key: 'approve.unknownDatabaseLogin' });
});
