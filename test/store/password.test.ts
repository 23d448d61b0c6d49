/** A password follows to the linked users of the type, and stays when a directory file replaces a user. */
import { join } from 'node:path';
import knexFactory from 'knex';
import { expect, test } from 'vitest';
import { directoryOf, readDirectory } from '../support/engineDirectory.js';
import type { Engine } from '../support/engine.js';
import { freshEngine } from '../support/engineTest.js';
import { planRows } from '../support/engineRows.js';

async function passwordHashes({ folder }: Engine): Promise<Record<string, string>> {
  const knex = knexFactory({
    client: 'sqlite3',
    connection: { filename: join(folder, 'engine.db') },
    useNullAsDefault: true,
  });
  try {
    const rows: { environment: string; hash: string }[] = await knex('users')
      .join('environments', 'environments.id', 'users.environment_id')
      .whereNotNull('password_hash')
      .select('environments.code as environment', 'password_hash as hash');
    return Object.fromEntries(rows.map(({ environment, hash }) => [environment, hash]));
  } finally {
    await knex.destroy();
  }
}

test('code 5 sets it in the environments of the type, the last row counts', async () => {
  const engine = await freshEngine({}, { onDisk: true });
  const { useCases, store } = engine;
  const bea = {
    user: 'BBA',
    mutationCode: '5',
    description: 'Bea Bakker',
    email: 'bea@voorbeeld.nl',
    upn: 'bea@voorbeeld.nl',
  };
  const { run } = await planRows(useCases, {
    rows: [
      { ...bea, password: 'eerst-dit-woord' },
      { ...bea, password: 'en-dan-dit-woord' },
    ],
  });
  expect(await passwordHashes(engine), 'a plan sets none').toEqual({});
  await useCases.apply({ run: run.id });
  const set = { T12345AA: 'hash of en-dan-dit-woord', T12345AB: 'hash of en-dan-dit-woord' };
  expect(await passwordHashes(engine)).toEqual(set);

  const { users, environments } = await readDirectory(store.directory);
  await store.directory.import(
    directoryOf({
      environments,
      users: { 'T12345AA 12345.BBA': { ...users['T12345AA 12345.BBA'], groups: [], description: 'Anders' } },
    }),
  );
  expect(await passwordHashes(engine)).toEqual(set);
});
