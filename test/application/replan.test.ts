/** Rows are left out, mended, and the same file is planned again (docs/rules.md, *Plans*). */
import { expect, test } from 'vitest';
import { directoryOf, readDirectory } from '../support/engineDirectory.js';
import { rowsOf, stopOf, type Engine } from '../support/engine.js';
import { freshEngine } from '../support/engineTest.js';
import { planRows, type RowTexts } from '../support/engineRows.js';

const JAN = {
  user: 'JBO',
  mutationCode: '1',
  newUser: '',
  description: 'Jan',
  email: 'jan@voorbeeld.nl',
  upn: '',
  group: '',
  password: '',
};
const CHAIN: readonly RowTexts[] = [
  { ...JAN, mutationCode: '4', newUser: 'TWEE' },
  { ...JAN, mutationCode: '3', user: 'TWEE', group: 'NIEUW' },
  { ...JAN, mutationCode: '1', user: 'zonder@p', email: '', group: 'NIEUW' },
];

async function outcomes(engine: Engine, run: number): Promise<unknown[]> {
  return (await rowsOf(engine, run)).map(({ row, outcome, messages }) => [
    row,
    outcome,
    ...messages.filter(({ level }) => level === 'error').map(({ code }) => code),
  ]);
}

test('a row that relied on a row that is left out changes its outcome; taken back in, all is as before', async () => {
  const engine = await freshEngine();
  const { run } = await planRows(engine.useCases, { rows: CHAIN });
  const whole = await rowsOf(engine, run.id);
  expect(whole.map(({ outcome }) => outcome)).toEqual(['rename', 'update', 'update']);

  const without = await engine.useCases.exclude(run.id, { out: [2] });
  expect(without.run.id).toBe(run.id);
  // TWEE is made now, without an act of the rename.
  expect(await outcomes(engine, run.id)).toEqual([
    [2, 'excluded'],
    [3, 'create'],
    [4, 'update'],
  ]);
  expect(without.run.summary.outcomes).toMatchObject({ excluded: 1, create: 1, update: 1 });

  await engine.useCases.exclude(run.id, { out: [3] });
  expect(await outcomes(engine, run.id)).toEqual([
    [2, 'excluded'],
    [3, 'excluded'],
    [4, 'rejected', 'GROUP_UNKNOWN'],
  ]);

  await engine.useCases.exclude(run.id, { back: [2, 3] });
  expect(await rowsOf(engine, run.id)).toEqual(whole);
});

test('rows are left out against the directory as it is now', async () => {
  const engine = await freshEngine();
  const { useCases, store } = engine;
  const { run } = await planRows(useCases, { rows: CHAIN });
  await store.directory.import({ groups: [{ environment: 'T12345AA', code: 'NIEUW', description: 'Er al' }] });
  expect((await stopOf(useCases.apply({ run: run.id }))).kind).toBe('stale');
  await useCases.exclude(run.id, { out: [3] });
  expect(await outcomes(engine, run.id)).toEqual([
    [2, 'rename'],
    [3, 'excluded'],
    [4, 'update'],
  ]);
  expect((await useCases.apply({ run: run.id })).run.status).toBe('applied');
  expect(Object.keys((await readDirectory(store.directory)).users)).toContain('T12345AA 12345.TWEE');
});

test('a row that is not there cannot be left out', async () => {
  const { useCases } = await freshEngine();
  const { run } = await planRows(useCases, { rows: CHAIN });
  expect(await stopOf(useCases.exclude(run.id, { out: [3, 99, 98] }))).toMatchObject({
    kind: 'wrongUse',
    key: 'row.unknown',
    params: { rows: '99, 98' },
  });
});

test('a mended cell is planned as if the file had it so, and the rest with it', async () => {
  const engine = await freshEngine();
  const { useCases } = engine;
  const { run } = await planRows(useCases, { rows: [{ ...CHAIN[0]!, newUser: 'BBA' }, ...CHAIN.slice(1)] });
  expect((await outcomes(engine, run.id))[0]).toEqual([2, 'rejected', 'NEW_CODE_TAKEN']);
  await useCases.mend(run.id, { rows: [2], values: [{ place: 'newUser', value: 'TWEE' }] });
  expect(await outcomes(engine, run.id)).toEqual([
    [2, 'rename'],
    [3, 'update'],
    [4, 'update'],
  ]);
  expect(await stopOf(useCases.mend(run.id, { rows: [2], values: [{ place: 'profit', value: 'J' }] }))).toMatchObject({
    kind: 'wrongUse',
    key: 'mend.noColumn',
  });
});

test('a password that is mended, or was in the file, is still there after planning again', async () => {
  const engine = await freshEngine();
  const { useCases, store } = engine;
  const rows = [
    { ...JAN, mutationCode: '5', password: 'kort' },
    { ...JAN, user: 'KEES', mutationCode: '5', email: 'kees@voorbeeld.nl', password: 'lang-genoeg-zo' },
  ];
  const { run } = await planRows(useCases, { rows });
  await useCases.mend(run.id, { rows: [2], values: [{ place: 'password', value: 'ook-lang-genoeg' }], hidden: true });
  const again = await useCases.planAgain(run.id, {});
  expect(again.run.summary.outcomes.password).toBe(2);
  expect(await store.plans.secrets(again.run.id, [2, 3])).toEqual(
    new Map([
      [2, 'hash of ook-lang-genoeg'],
      [3, 'hash of lang-genoeg-zo'],
    ]),
  );
  expect((await useCases.answer(run.id)).run.status).toBe('discarded');
  expect((await useCases.apply({ run: again.run.id })).run.status).toBe('applied');
});

test('a cell is read as it was mended last, and a password never', async () => {
  const { useCases } = await freshEngine();
  const rows = [{ ...JAN, mutationCode: '9', password: 'lang-genoeg-zo' }, ...CHAIN];
  const { run } = await planRows(useCases, { rows });
  await useCases.mend(run.id, { rows: [2], values: [{ place: 'mutationCode', value: '1' }] });
  const found = await useCases.sourcesByNumber(run.id, [2, 99]);
  expect(found.map(({ planned, source }) => [planned.row, planned.code, source.cells[1]])).toEqual([
    [2, '1', { kind: 'typed', text: '1', was: '9' }],
  ]);
  expect(JSON.stringify(found)).not.toContain('lang-genoeg-zo');
  expect(found[0]?.source.cells.at(-1)).toMatchObject({ kind: 'secret' });
});

test('planned again, a run tells what came out otherwise', async () => {
  const engine = await freshEngine();
  const { useCases, store } = engine;
  const { run } = await planRows(useCases, { rows: CHAIN });
  await useCases.exclude(run.id, { out: [4] });
  const same = await useCases.planAgain(run.id, {});
  expect([same.differences, same.run.summary.outcomes.excluded]).toEqual([[], 1]);

  await store.directory.import(
    directoryOf({
      environments: { T12345AA: {} },
      users: { 'T12345AA 12345.JBO': { description: 'Jan', email: 'jan@voorbeeld.nl' } },
    }),
  );
  const again = await useCases.planAgain(same.run.id, {});
  // The description was given already, and Jan is in no group now.
  expect(again.differences.map(({ row, before, after }) => [row, before?.changes, after?.changes])).toEqual([
    [
      2,
      [
        {
          environment: 'T12345AA',
          user: '12345.JBO',
          fields: [
            ['user', '12345.JBO', '12345.TWEE'],
            ['description', 'Jan Bos', 'Jan'],
          ],
        },
      ],
      [{ environment: 'T12345AA', user: '12345.JBO', fields: [['user', '12345.JBO', '12345.TWEE']] }],
    ],
  ]);
});

test('a search finds what is on the screen, in any letter case, and nothing of how it is stored', async () => {
  const engine = await freshEngine();
  const { run } = await planRows(engine.useCases, {
    rows: [
      { ...JAN, description: 'Émile Zola', group: 'BESTAAT-NIET' },
      { ...JAN, description: 'Jan "JJ" Bos' },
      { ...JAN, user: 'KEES', description: '100% Ëlan_x' },
    ],
  });
  const found = async (text: string): Promise<number[]> => [...(await engine.useCases.rowNumbers(run.id, { text }))];
  expect(await found('Émile')).toEqual([2]);
  expect(await found('émile')).toEqual([2]);
  expect(await found('"jj"')).toEqual([3]);
  expect(await found('ëlan_')).toEqual([4]);
  expect(await found('100%')).toEqual([4]);
  expect(await found('kees')).toEqual([4]);
  for (const stored of ['error', 'mutationcode', '[[', '","', 'GROUP_UNKNOWN', 'description'])
    expect(await found(stored), stored).toEqual([]);
});
