/** A database of an earlier Instroom, in which a run was applied and another one waits. */
import { readFile, rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createUseCases } from '../../src/application/createUseCases.js';
import type { UseCases } from '../../src/application/useCases.js';
import { createImportFiles } from '../../src/files/importFiles.js';
import { migrateDatabase } from '../../src/store/migrateDatabase.js';
import { openStore, type Store } from '../../src/store/openStore.js';
import { readDirectory, type UserNote } from '../support/engineDirectory.js';
import { person } from '../support/people.js';
import { restoreDump } from '../support/restoreDump.js';

/** Run 1, applied: blocks DIM and creates EVA. Run 2 waits: renames BEA and clears its UPN, creates FEM, DIM to HRM. */
const BEFORE = new URL('data/before-003.sql', import.meta.url);

let folder: string;
let store: Store;
let useCases: UseCases;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'instroom-earlier-'));
  const path = join(folder, 'earlier.db');
  restoreDump(path, await readFile(BEFORE, 'utf8'));
  await migrateDatabase(path, { now: () => new Date('2027-01-03T08:00:00Z') });
  store = await openStore(path);
  useCases = createUseCases({
    ...store,
    files: createImportFiles(),
    hashPassword: (password) => Promise.resolve(password),
    now: () => new Date('2027-01-04T09:00:00Z'),
    operator: person('jan'),
    origin: '',
  });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** What users are, by environment and code. */
async function users(): Promise<Record<string, Pick<UserNote, 'upn' | 'person' | 'blocked' | 'groups'>>> {
  const { users: all } = await readDirectory(store.directory);
  return Object.fromEntries(
    Object.entries(all).map(([name, { upn, person, blocked, groups }]) => [name, { upn, person, blocked, groups }]),
  );
}

test('the plan that waits is applied as it was shown', async () => {
  await useCases.apply({ run: 2 });
  expect(await users()).toEqual({
    'T12345AA 12345.BAK': { upn: '', person: '100001', blocked: false, groups: ['HRM'] },
    'T12345AB 12345.BAK': { upn: '', person: null, blocked: false, groups: [] },
    'T12345AA 12345.CAS': { upn: 'cas@oud.example', person: null, blocked: false, groups: [] },
    'T12345AA 12345.DIM': { upn: 'dim@nieuw.example', person: null, blocked: true, groups: ['HRM'] },
    'T12345AA 12345.EVA': { upn: '', person: null, blocked: true, groups: [] },
    'T12345AA 12345.FEM': { upn: '', person: null, blocked: true, groups: [] },
  });
});

test('the run that was applied can be undone', async () => {
  const undo = await useCases.undo(1);
  await useCases.apply({ run: undo.run.id });
  expect(await users()).toMatchObject({ 'T12345AA 12345.DIM': { upn: '', blocked: false } });
});
