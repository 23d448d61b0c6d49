/** The undo of a run that was delivered as a file is of what was in the file. */
import { expect, onTestFinished, test } from 'vitest';
import { delivered } from '../support/deliveries.js';
import { openEngine, rowsOf } from '../support/engine.js';
import { directoryOf } from '../support/engineDirectory.js';
import { madeFiles, planRows } from '../support/engineRows.js';

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
