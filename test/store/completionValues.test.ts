/** Hints for completion are the same of a file and of a PostgreSQL server. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DirectoryJson } from '../../src/application/directoryJson.js';
import { openCompletionValues } from '../../src/store/completion/completionValues.js';
import { openStore } from '../../src/store/openStore.js';
import { PostgresServer } from '../support/postgres.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

const folder = temporaryFolder('hints');
let server: PostgresServer;
const targets: string[] = [];

beforeAll(async () => {
  server = await PostgresServer.start();
  targets.push(join(folder, 'instroom.db'), await server.createDatabase());
  const directory = JSON.parse(
    await readFile(new URL('../../data/directory.json', import.meta.url), 'utf8'),
  ) as DirectoryJson;
  for (const target of targets) {
    const store = await openStore(target);
    await store.directory.import(directory);
    for (const name of ['HR nieuw', 'hr Oud', 'Zomer', 'Éénmalig'])
      await store.definitions.save({ name: name, content: '', usedAt: '2026' }, null);
    await store.close();
  }
});
afterAll(async () => server.remove());

it('of every kind, in the same order, with and without a beginning', async () => {
  const [ofFile, ofServer] = await Promise.all(
    targets.map(async (target) => {
      const values = await openCompletionValues(target);
      const all = { prefix: '' };
      return {
        environments: await values.environments(),
        participants: [await values.participants(), await values.participants('t12345aa')],
        runs: await values.runs({ ...all, which: 'waiting', now: '2026' }),
        definitions: [
          await values.definitions(all),
          await values.definitions({ prefix: 'HR' }),
          await values.definitions({ prefix: 'é' }),
        ],
        users: [await values.users(all), await values.users({ prefix: '12345.a', environment: 'T12345AB' })],
        groups: [await values.groups(all), await values.groups({ prefix: 'i', environment: 'T12345AA' })],
        persons: [await values.persons(all), await values.persons({ prefix: '10000', environment: 'T12345AA' })],
        nowhere: await values.users({ prefix: '', environment: 'X' }),
      };
    }),
  );
  expect(ofServer).toEqual(ofFile);
  expect(ofFile?.environments.length).toBeGreaterThan(2);
  expect(ofFile?.definitions[1]?.found.map(({ code }) => code)).toEqual(['HR nieuw', 'hr Oud']);
  expect(ofFile?.users[0]).toMatchObject({ more: true });
  expect(ofFile?.users[0]?.found.length).toBe(50);
  expect(ofFile?.groups[1]?.found.map(({ code }) => code)).toEqual(['ICT', 'INKOOP']);
  expect(ofFile?.nowhere).toEqual({ found: [], more: false });
});
