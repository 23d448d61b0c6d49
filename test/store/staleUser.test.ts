/** A user that is gone from the database itself: no use case removes one, but a plan must not trust that. */
import { join } from 'node:path';
import knexFactory from 'knex';
import { expect, test } from 'vitest';
import { stopOf } from '../support/engine.js';
import { freshEngine } from '../support/engineTest.js';
import { planRows } from '../support/engineRows.js';

test('a plan for a user who is gone is stale, and names the row', async () => {
  const { useCases, folder } = await freshEngine({}, { onDisk: true });
  const bea = {
    user: 'BBA',
    mutationCode: '0',
    description: 'Bea Bakker',
    email: 'bea@voorbeeld.nl',
    upn: 'bea@voorbeeld.nl',
  };
  const { run } = await planRows(useCases, { rows: [bea] });
  const other = knexFactory({
    client: 'sqlite3',
    connection: { filename: join(folder, 'engine.db') },
    useNullAsDefault: true,
  });
  try {
    await other.raw(
      "delete from users where code = '12345.BBA' and environment_id = (select id from environments where code = 'T12345AB')",
    );
  } finally {
    await other.destroy();
  }
  const stop = await stopOf(useCases.apply({ run: run.id }));
  expect([stop.kind, stop.details.map(({ key, params }) => [key, params['row'], params['subject']])]).toEqual([
    'stale',
    [['stale.userGone', 2, 'T12345AB']],
  ]);
});
