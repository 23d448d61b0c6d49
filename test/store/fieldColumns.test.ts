/** Every text of the catalogue has its column: in the directory, and in plans. */
import knex from 'knex';
import { expect, test } from 'vitest';
import { STORED_TEXTS } from '../../src/domain/fields.js';
import { MIGRATIONS } from '../../src/store/migrations/index.js';

test('the migrations make a column for every text that is stored', async () => {
  const database = knex({ client: 'sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true });
  for (const up of Object.values(MIGRATIONS)) await up(database);
  for (const table of ['users', 'plan_users']) {
    const columns = Object.keys(await database(table).columnInfo());
    expect(columns, table).toEqual(expect.arrayContaining(STORED_TEXTS.map(({ column }) => column)));
  }
  await database.destroy();
});
