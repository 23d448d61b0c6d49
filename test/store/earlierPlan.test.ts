/** A database as it was before migration 009: its plans are read, applied and undone, and a user may have more access fields. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlannedRow } from '../../src/domain/plannedRow.js';
import { migrateDatabase } from '../../src/store/migrateDatabase.js';
import { openEngine, type Engine } from '../support/engine.js';
import { readDirectory } from '../support/engineDirectory.js';
import { restoreDump } from '../support/restoreDump.js';

/** Run 1, applied: blocks DIM. Run 2 waits: renames BEA and clears its UPN, creates EVA, CAS to a new group; two rows are rejected. */
const BEFORE = new URL('data/before-009.sql', import.meta.url);

let folder: string;
let path: string;
let engine: Engine;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'instroom-earlier-'));
  path = join(folder, 'earlier.db');
  restoreDump(path, await readFile(BEFORE, 'utf8'));
  await migrateDatabase(path, { now: () => new Date('2027-01-03T08:00:00Z') });
  engine = await openEngine({ path });
});
afterEach(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

async function rowsOf(run: number): Promise<PlannedRow[]> {
  const rows: PlannedRow[] = [];
  for await (const chunk of engine.useCases.rows(run, {})) rows.push(...chunk);
  return rows;
}

test('the rows of the plan say what they said', async () => {
  const rows = await rowsOf(2);
  expect(rows.map(({ row, user, name, code, outcome }) => [row, user, name, code, outcome])).toEqual([
    [2, '12345.BEA', 'Bea Bakker', '4', 'rename'],
    [3, '12345.EVA', 'Eva', '1', 'create'],
    [4, '12345.FEM', 'Fem', '5', 'rejected'],
    [5, '12345.CAS', 'Cas', '3', 'update'],
    [6, '12345.CAS', 'Cas', '9', 'rejected'],
  ]);
  expect(rows[1]?.changes).toEqual([
    {
      environment: 'T12345AA',
      user: '12345.EVA',
      fields: [
        ['user', null, '12345.EVA'],
        ['description', null, 'Eva'],
        ['email', null, 'eva@x.nl'],
        ['person', null, '100001'],
        ['profit', null, true],
        ['inSite', null, false],
        ['outSite', null, true],
        ['connector', null, false],
        ['commandLine', null, false],
        ['accept', null, false],
        ['portalAdmin', null, false],
        ['siteLanguage', null, '2057'],
        ['blocked', null, false],
      ],
    },
  ]);
  expect(rows[3]?.groups).toEqual({ added: ['NIEUW'], removed: [], created: ['NIEUW'] });
});

test('the plan that waits is applied as it was shown, and what was applied is undone', async () => {
  const { useCases, store } = engine;
  expect((await useCases.answer(2)).run.counts.cleared).toEqual([{ fields: ['upn'], users: 1 }]);
  await useCases.apply({ run: 2, guards: { maxCreates: 10 } });
  const { users } = await readDirectory(store.directory);
  expect(users['T12345AB 12345.BAK']).toMatchObject({ description: 'Bea Bakker', upn: '' });
  expect(users['T12345AA 12345.EVA']).toMatchObject({ person: '100001', siteLanguage: '2057' });
  expect(users['T12345AA 12345.CAS']).toMatchObject({ groups: ['HRM', 'NIEUW'] });
  const undo = await useCases.undo(2);
  await useCases.apply({ run: undo.run.id, guards: { maxBlocks: 10, maxRenames: 10 } });
  expect((await readDirectory(store.directory)).users['T12345AB 12345.BEA']).toMatchObject({ upn: 'bea@x.nl' });
});

test('what runs changed before is counted, and taken away by an undo', async () => {
  const { useCases, store } = engine;
  const uses = async (): Promise<unknown> => {
    const environments = await store.directory.environments();
    const reach = { target: environments[0]!, environments };
    const userKeys = ['12345.dim', '12345.bea', '12345.bak'];
    const needs = { userKeys, codes: [], upnKeys: [], personKeys: [], groupKeys: [] };
    const { users } = await store.plans.read(reach, needs);
    return Object.fromEntries(users.map((user) => [`${user.environment.code} ${user.state.code}`, user.uses]));
  };
  expect(await uses()).toEqual({ 'T12345AA 12345.BEA': 0, 'T12345AB 12345.BEA': 0, 'T12345AA 12345.DIM': 1 });
  await useCases.apply({ run: 2, guards: { maxCreates: 10 } });
  expect(await uses()).toEqual({ 'T12345AA 12345.BAK': 1, 'T12345AB 12345.BAK': 0, 'T12345AA 12345.DIM': 1 });
  await useCases.apply({ run: (await useCases.undo(1)).run.id, guards: { maxBlocks: 10 } });
  expect(await uses()).toMatchObject({ 'T12345AA 12345.DIM': 0 });
});

test('a user is found by the code that it had', async () => {
  await engine.close();
  const database = new DatabaseSync(path);
  expect(database.prepare('select former_key from plan_users where former_key is not null').all()).toMatchObject([
    { former_key: '12345.bea' },
    { former_key: '12345.bea' },
  ]);
  database.close();
});

test('an eighth access field has a bit', async () => {
  await engine.close();
  const database = new DatabaseSync(path);
  const access = 'select code, access from users order by id limit 2';
  database.exec("update users set access = access | 128 where code = '12345.BEA'");
  expect(database.prepare(access).all()).toMatchObject([{ access: 1 | 128 }, { access: 128 }]);
  expect(() => {
    database.exec('update users set access = -1');
  }).toThrow(/CHECK/u);
  database.close();
});

test('its rows have kinds of change, and one of those is left out as one', async () => {
  const { useCases } = engine;
  const { kinds } = await useCases.kinds(2);
  const done = (await rowsOf(2)).filter(({ outcome }) => outcome !== 'rejected');
  expect(kinds.reduce((sum, { rows }) => sum + rows, 0)).toBe(done.length);
  const rename = kinds.find(({ outcome }) => outcome === 'rename');
  const rows = await useCases.rowsOfKinds(2, [rename!.kind]);
  expect(rows).toEqual([rename!.example.row]);
  const { run } = await useCases.exclude(2, { out: rows });
  expect(run.summary.outcomes).toMatchObject({ excluded: 1, rename: 0 });
  expect((await useCases.kinds(2)).leftOut).toMatchObject([{ outcome: 'rename', rows: 1 }]);
});
