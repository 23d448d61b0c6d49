/** Some rows of a plan are applied first, and the others planned anew (docs/rules.md, *First a few*). */
import { describe, expect, test } from 'vitest';
import type { RunAnswer } from '../../src/application/useCases.js';
import { readDirectory } from '../support/engineDirectory.js';
import { rowsOf, stopOf, type Engine } from '../support/engine.js';
import { EVERY_GUARD_RAISED, planRows } from '../support/engineRows.js';
import { freshEngine, manyRow, manyUsers } from '../support/engineTest.js';

/** Ten users who are to get another address, of whom the fourth has it already. */
const rows = Array.from({ length: 10 }, (_, at) =>
  manyRow(at, { mutationCode: '1', ...(at !== 3 && { email: `nieuw${at}@voorbeeld.nl` }) }),
);

async function planned(): Promise<readonly [Engine, RunAnswer]> {
  const engine = await freshEngine({ users: manyUsers(10) });
  return [engine, await planRows(engine.useCases, { rows })];
}

const mailOf = async (engine: Engine): Promise<string[]> => {
  const { users } = await readDirectory(engine.store.directory);
  return Object.entries(users).flatMap(([key, { email }]) =>
    key.startsWith('T12345AA 12345.M0') && email.startsWith('nieuw') ? [email] : [],
  );
};

describe('of a plan', () => {
  test('the first so many that change something are applied, and the others are another run', async () => {
    const [engine, { run }] = await planned();
    const first = await engine.useCases.apply({ run: run.id, part: { first: 4 } });
    expect(first.run).toMatchObject({ status: 'applied', again: run.id, rest: first.run.id + 1 });
    // The row that changes nothing is not one of the four.
    expect(await mailOf(engine)).toEqual([0, 1, 2, 4].map((at) => `nieuw${at}@voorbeeld.nl`));
    const rest = await engine.useCases.answer(first.run.rest ?? 0);
    expect(rest.run).toMatchObject({ status: 'planned', rest: null });
    expect(rest.run.summary.outcomes).toMatchObject({ update: 5, excluded: 4, unchanged: 1 });
    expect(await engine.useCases.answer(run.id)).toMatchObject({ run: { status: 'discarded' } });
    await engine.useCases.apply({ run: rest.run.id });
    expect(await mailOf(engine)).toHaveLength(9);
  });

  test('rows are named by their numbers, and what was applied can be undone', async () => {
    const [engine, { run }] = await planned();
    const before = await readDirectory(engine.store.directory);
    const first = await engine.useCases.apply({ run: run.id, part: { rows: [3, 9] } });
    expect(await mailOf(engine)).toEqual(['nieuw1@voorbeeld.nl', 'nieuw7@voorbeeld.nl']);
    const undo = await engine.useCases.undo(first.run.id);
    await engine.useCases.apply({ run: undo.run.id });
    expect(await readDirectory(engine.store.directory)).toEqual(before);
  });

  test('all of them is the plan itself', async () => {
    const [engine, { run }] = await planned();
    const all = await engine.useCases.apply({ run: run.id, part: { first: 9 } });
    expect(all.run).toMatchObject({ id: run.id, status: 'applied', rest: null });
  });

  test('a row that changes nothing, or is not there, is refused', async () => {
    const [engine, { run }] = await planned();
    for (const row of [5, 99])
      expect(await stopOf(engine.useCases.apply({ run: run.id, part: { rows: [row] } }))).toMatchObject({
        kind: 'wrongUse',
        key: 'apply.partUnknown',
      });
    expect(await mailOf(engine)).toEqual([]);
  });
});

describe('nothing is applied, and the plan stays as it was', () => {
  test('where it is another plan by now than the one that was looked at', async () => {
    const [engine, { run }] = await planned();
    await engine.useCases.exclude(run.id, { out: [2] });
    const stop = await stopOf(engine.useCases.apply({ run: run.id, plan: run.plan, part: { first: 4 } }));
    expect(stop).toMatchObject({ kind: 'stale', key: 'run.changedMeanwhile' });
    expect(await mailOf(engine)).toEqual([]);
  });

  test('where a row would come to something else without the others', async () => {
    const engine = await freshEngine({ users: manyUsers(2) });
    const chain = [
      manyRow(0, { mutationCode: '4', newUser: 'HERNOEMD' }),
      manyRow(0, { user: '12345.HERNOEMD', mutationCode: '1', email: 'anders@voorbeeld.nl' }),
    ];
    const { run } = await planRows(engine.useCases, { rows: chain });
    const whole = await rowsOf(engine, run.id);
    const stop = await stopOf(engine.useCases.apply({ run: run.id, part: { rows: [3] } }));
    expect(stop).toMatchObject({ kind: 'stale', key: 'apply.partDiffers', params: { run: run.id, rows: '3' } });
    expect(await rowsOf(engine, run.id)).toEqual(whole);
    expect(await engine.useCases.answer(run.id)).toMatchObject({ run: { status: 'planned' } });
  });

  test('where a guard stops the part, which is told of the plan', async () => {
    const engine = await freshEngine({ users: manyUsers(40) });
    const blocks = Array.from({ length: 20 }, (_, at) => manyRow(at, { mutationCode: '2' }));
    const { run } = await planRows(engine.useCases, { rows: blocks });
    const stop = await stopOf(engine.useCases.apply({ run: run.id, part: { first: 15 } }));
    expect(stop).toMatchObject({ kind: 'guarded', params: { run: run.id } });
    const history = await engine.useCases.runs({});
    expect(history.map(({ id, status }) => [id, status])).toEqual([
      [run.id + 1, 'discarded'],
      [run.id, 'planned'],
    ]);
    await engine.useCases.apply({ run: run.id, part: { first: 15 }, guards: EVERY_GUARD_RAISED });
  });

  test('where a second person approves: that is of the whole plan', async () => {
    const engine = await freshEngine({
      environments: { T12345AA: { approval: 'second-person' } },
      users: manyUsers(3),
    });
    const { run } = await planRows(engine.useCases, { rows: rows.slice(0, 3) });
    const stop = await stopOf(engine.useCases.apply({ run: run.id, part: { first: 1 } }));
    expect(stop).toMatchObject({ kind: 'guarded', key: 'apply.partNeedsApproval' });
  });
});
