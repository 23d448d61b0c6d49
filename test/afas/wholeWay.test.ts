/** The whole way with a stand-in: pulled, planned, delivered, imported there, pulled again, verified. */
import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { delivered } from '../support/deliveries.js';
import { openEngine, rowsOf } from '../support/engine.js';
import { directoryOf } from '../support/engineDirectory.js';
import { madeFiles, planRows } from '../support/engineRows.js';
import { CODE, connected } from './support.js';

test('what is planned on a mirror comes back from the live environment as it was planned, a rename too', async () => {
  const { live, connect, standIn } = await connected();
  const { settings } = await connect();
  const directory = directoryOf({ environments: { [CODE]: {} } });
  const engine = await openEngine({ directory, files: madeFiles(), live });
  onTestFinished(() => engine.close());
  await engine.store.directory.setEnvironment(CODE, { connection: settings });
  const { useCases } = engine;
  const { counts } = await useCases.pullEnvironment(CODE);
  expect(counts.users).toEqual({ created: 5, changed: 0, gone: 0, same: 0 });
  const rows = [
    { user: 'BKR', mutationCode: '1', newUser: '', description: 'Bea B', email: 'bea@x.nl', upn: 'b@x.nl' },
    { user: 'CAS', mutationCode: '4', newUser: 'CSS', description: 'Cas', email: '', upn: '' },
    { user: 'DDE', mutationCode: '6', newUser: '', description: 'Dirk', email: '', upn: '' },
  ];
  const { run } = await planRows(useCases, { rows });
  const planned = await rowsOf(engine, run.id);
  expect(planned.map(({ outcome }) => outcome)).toEqual(['update', 'rename', 'unblock']);
  const file = await delivered(engine, { run: run.id });
  expect(file.refused).toEqual([]);
  standIn.importFile(CODE, 'user', await readFile(file.path, 'utf8'));
  const again = await useCases.pullEnvironment(CODE);
  expect(again.counts.users).toEqual({ created: 0, changed: 3, gone: 0, same: 2 });
  const verified = await useCases.verify(run.id);
  expect(verified.counts).toMatchObject({ notYet: 0, otherwise: 0 });
  expect(verified.run.status).toBe('applied');
  const history = await useCases.userHistory('CSS');
  expect(history.map(({ kind, field, from, to }) => [kind, field, from, to])).toContainEqual([
    'pull',
    'user',
    '12345.CAS',
    '12345.CSS',
  ]);
  expect(await useCases.checkDatabase()).toEqual([]);
});
