/** A plan that is worked out anew is another edition of it, in whatever way and in either database. */
import { expect, test } from 'vitest';
import { readDirectory } from '../support/engineDirectory.js';
import { rowsOf, stopOf, type Engine } from '../support/engine.js';
import { EVERY_GUARD_RAISED, planRows } from '../support/engineRows.js';
import { freshEngine, manyRow, manyUsers } from '../support/engineTest.js';

const ALWAYS = { from: 0, share: 1 };
const HOW = [
  ['in part', ALWAYS],
  ['as a whole', { from: Infinity, share: 0 }],
] as const;

const ROWS = Array.from({ length: 8 }, (_, at) => manyRow(at, { mutationCode: '1', description: `Anders ${at}` }));

async function numbersOf(engine: Engine): Promise<unknown[]> {
  return (await rowsOf(engine, 1)).map(({ planUser }) => planUser);
}

test('a row that nothing reaches is not worked out again, as long as nothing changed that it may rely on', async () => {
  const engine = await freshEngine({ users: manyUsers(8) }, { inPart: ALWAYS });
  await planRows(engine.useCases, { rows: ROWS });
  await engine.useCases.exclude(1, { out: [2] });
  // Their users keep their numbers, where all of them would be counted anew.
  expect(await numbersOf(engine)).toEqual([null, 2, 3, 4, 5, 6, 7, 8]);
  await engine.useCases.setEnvironment('T12345AA', { name: 'Anders' });
  await engine.useCases.exclude(1, { out: [3] });
  expect(await numbersOf(engine)).toEqual([null, null, 1, 2, 3, 4, 5, 6]);
});

test.each(HOW)('whoever looked at a plan before it was worked out anew %s is told so', async (_how, inPart) => {
  const engine = await freshEngine({ users: manyUsers(8) }, { inPart });
  const { run: looked } = await planRows(engine.useCases, { rows: ROWS });
  const { run } = await engine.useCases.exclude(1, { out: [2] });
  expect(run.plan).not.toBe(looked.plan);
  const stop = await stopOf(engine.useCases.apply({ run: 1, plan: looked.plan, guards: EVERY_GUARD_RAISED }));
  expect(stop).toMatchObject({ kind: 'stale', key: 'run.changedMeanwhile' });
  await engine.useCases.apply({ run: 1, plan: run.plan, guards: EVERY_GUARD_RAISED });
  const { users } = await readDirectory(engine.store.directory);
  expect(JSON.stringify(users).match(/Anders \d/gu)).toHaveLength(ROWS.length - 1);
});

test('a plan that is worked out anew in part is the plan that all of it gives', async () => {
  const told = await Promise.all(
    HOW.map(async ([, inPart]) => {
      const engine = await freshEngine({ users: manyUsers(8) }, { inPart });
      await planRows(engine.useCases, { rows: ROWS });
      await engine.useCases.exclude(1, { out: [2, 5] });
      await engine.useCases.mend(1, { rows: [4], values: [{ place: 'description', value: 'Hersteld' }] });
      await engine.useCases.exclude(1, { back: [5] });
      const { digest, summary, counts } = (await engine.useCases.answer(1)).run;
      return { digest, summary, counts };
    }),
  );
  expect(told[0]).toEqual(told[1]);
});

test.each(HOW)('a plan that is worked out anew %s while its rows are read is not read as one', async (_how, inPart) => {
  const engine = await freshEngine({ users: manyUsers(8) }, { inPart });
  await planRows(engine.useCases, { rows: ROWS });
  const read = async (): Promise<void> => {
    for await (const rows of engine.store.plans.rows(1, {}, 3))
      if (rows.some(({ row }) => row === 2)) await engine.useCases.exclude(1, { out: [8] });
  };
  expect(await stopOf(read())).toMatchObject({ kind: 'stale', key: 'run.changedWhileRead' });
});

test.each(HOW)(
  'what two decide at once is not lost where it is worked out %s: it is done, or refused',
  async (_how, inPart) => {
    const engine = await freshEngine({ users: manyUsers(8) }, { inPart });
    await planRows(engine.useCases, { rows: ROWS });
    const ended = await Promise.allSettled([2, 3].map((row) => engine.useCases.exclude(1, { out: [row] })));
    const done = ended.filter(({ status }) => status === 'fulfilled');
    const refused = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(done.length).toBeGreaterThan(0);
    for (const reason of refused) expect(reason).toMatchObject({ key: 'run.changedMeanwhile' });
    const left = (await rowsOf(engine, 1)).filter(({ outcome }) => outcome === 'excluded');
    expect(left.length).toBe(done.length);
  },
);
