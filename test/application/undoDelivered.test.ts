/** The undo of a run that was delivered as a file is of what was in the file. */
import { expect, onTestFinished, test } from 'vitest';
import { delivered } from '../support/deliveries.js';
import { openEngine, rowsOf, stopOf, type Engine } from '../support/engine.js';
import { directoryOf, fullOf, type DirectoryNote } from '../support/engineDirectory.js';
import { madeFiles, planRows } from '../support/engineRows.js';
import { connectAll, LiveDirectory, pullAll } from '../support/liveDirectory.js';
import { checkUndoneDeliveries } from '../support/undoneDeliveries.js';

const CODE = 'T12345AA';

test('no row that was refused, no password and no group that was never made is undone, or told of', async () => {
  const engine = await openEngine({
    directory: directoryOf({
      environments: { [CODE]: {} },
      users: {
        [`${CODE} 12345.JAN`]: { description: 'Jan', email: 'jan@x.nl' },
        [`${CODE} 12345.EVA`]: { description: 'Eva', email: 'eva@x.nl' },
      },
    }),
    files: madeFiles(),
  });
  onTestFinished(() => engine.close());
  const { useCases } = engine;
  const row = { upn: '', group: '', groupDescription: '', password: '' };
  const rows = [
    { ...row, user: 'JAN', mutationCode: '1', description: 'Jan J', email: 'jan@x.nl' },
    { ...row, user: 'JAN', mutationCode: '1', description: 'Łukasz', email: 'jan@x.nl' },
    { ...row, user: 'EVA', mutationCode: '3', description: 'Łucja', email: 'eva@x.nl', group: 'NIEUW' },
    { ...row, user: 'PIET', mutationCode: '1', description: 'Piet', email: '', password: 'lang-genoeg-zo' },
  ];
  const { run } = await planRows(useCases, { rows });
  const file = await delivered(engine, { run: run.id, encoding: 'windows-1252' });
  expect(file.refused.map(({ row: at, code }) => [at, code])).toEqual([
    [3, 'NOT_IN_ENCODING'],
    [4, 'NOT_IN_ENCODING'],
  ]);
  await engine.store.directory.import({
    users: [
      { environment: CODE, user: '12345.JAN', description: 'Jan J' },
      { environment: CODE, user: '12345.PIET', description: 'Piet', access: { profit: true, inSite: true } },
    ],
  });
  expect((await useCases.verify(run.id)).run.status).toBe('applied');
  const { run: undo } = await useCases.undo(run.id);
  const planned = await rowsOf(engine, undo.id);
  expect(planned.map(({ user, messages }) => [user, messages.map(({ code }) => code)])).toEqual([
    ['12345.PIET', ['USER_REMOVED']],
    ['12345.JAN', []],
  ]);
  expect(planned[1]?.changes.map(({ fields }) => fields)).toEqual([[['description', 'Jan J', 'Jan']]]);
});

test.each([false, true])(
  'who got the groups of another is not left in them in silence (messages: %s)',
  async (messages) => {
    const engine = await openEngine({
      directory: directoryOf({
        environments: { [CODE]: {} },
        groups: { [`${CODE} INKOOP`]: '' },
        users: { [`${CODE} 12345.DIRK`]: { groups: ['INKOOP'] }, [`${CODE} 12345.CORA`]: { groups: [] } },
      }),
      files: madeFiles(),
    });
    onTestFinished(() => engine.close());
    const { useCases } = engine;
    const merge = await useCases.act({ act: 'merge', environment: CODE, users: ['12345.DIRK'], into: '12345.CORA' });
    await useCases.apply({ run: merge.run.id });
    const undo = await useCases.undo(merge.run.id);
    const stop = await stopOf(delivered(engine, { run: undo.run.id, messages }, messages ? 'undo.jsonl' : 'undo.csv'));
    expect([stop.key, stop.details.map(({ key, params }) => [key, params['groups']])]).toEqual([
      'deliver.nothing',
      [['delivery.GROUP_LEFT', 'INKOOP']],
    ]);
  },
);

/** A mirror of two environments, in which a rename was delivered and came about with whatever else is there by then. */
async function renamed(after: NonNullable<DirectoryNote['users']>): Promise<{ engine: Engine; run: number }> {
  const environments = { [CODE]: {}, T12345AB: {} };
  const users = { [`${CODE} 12345.JAN`]: { description: 'Jan' }, 'T12345AB 12345.JAN': { description: 'Jan' } };
  const live = new LiveDirectory(fullOf({ environments, users }));
  const engine = await openEngine({ directory: directoryOf({ environments, users }), files: madeFiles(), live });
  onTestFinished(() => engine.close());
  await connectAll(engine);
  const rows = [{ user: 'JAN', mutationCode: '4', newUser: 'JOHAN', description: 'Johan', email: '', upn: '' }];
  const { run } = await planRows(engine.useCases, { rows });
  await delivered(engine, { run: run.id });
  await pullAll(engine, live, fullOf({ environments, users: after }));
  return { engine, run: run.id };
}

const JOHAN = { [`${CODE} 12345.JOHAN`]: { description: 'Johan' }, 'T12345AB 12345.JOHAN': { description: 'Johan' } };

test('a rename is seen in each environment in which the user is, and goes back there', async () => {
  const { engine, run } = await renamed(JOHAN);
  const verified = await engine.useCases.verify(run);
  expect([verified.run.status, verified.counts.so]).toEqual(['applied', 4]);
  const { run: undo } = await engine.useCases.undo(run);
  const [row] = await rowsOf(engine, undo.id);
  expect(row?.changes.map(({ environment, fields }) => [environment, fields[0]])).toEqual([
    [CODE, ['user', '12345.JOHAN', '12345.JAN']],
    ['T12345AB', ['user', '12345.JOHAN', '12345.JAN']],
  ]);
});

test('who has the code of before by then is somebody else perhaps, and is not undone', async () => {
  const { engine, run } = await renamed({ ...JOHAN, [`${CODE} 12345.JAN`]: { description: 'Johan' } });
  expect((await engine.useCases.verify(run)).run.status).toBe('applied');
  const { run: undo } = await engine.useCases.undo(run);
  const [row] = await rowsOf(engine, undo.id);
  expect([row?.outcome, row?.messages.map(({ code, field }) => [code, field])]).toEqual([
    'rejected',
    [['UNDO_CONFLICT', 'user']],
  ]);
});

test('delivered, seen, undone and delivered again, users are as they were, or the row says why not', async () => {
  const tally = await checkUndoneDeliveries(Number(process.env['RUNS'] ?? 6));
  expect(tally.whole + tally.part).toBeGreaterThan(0);
});
