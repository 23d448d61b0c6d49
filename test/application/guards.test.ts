/** What stops an apply until it is raised on purpose (docs/rules.md, *Guards*). */
import { expect, test } from 'vitest';
import type { GuardName } from '../../src/domain/guards/guard.js';
import type { GuardSettings } from '../../src/domain/guards/guardSettings.js';
import { readDirectory } from '../support/engineDirectory.js';
import { stopOf, type Engine } from '../support/engine.js';
import { freshEngine, manyRow, manyUsers } from '../support/engineTest.js';
import { planRows } from '../support/engineRows.js';

/** 53 users of whom 53 + 7 are active: 10% is 6. */
const SIXTY = { users: manyUsers(53) };

/** What a file with this many rows of a kind counts, and whether it is stopped. */
async function judged(
  engine: Engine,
  guard: GuardName,
  count: number,
  given: (at: number) => Record<string, string>,
): Promise<readonly unknown[]> {
  const rows = Array.from({ length: count }, (_, at) => manyRow(at, given(at)));
  const { run, guards } = await planRows(engine.useCases, { rows, importAgain: true });
  await engine.useCases.discard(run.id);
  const found = guards.find((one) => one.guard === guard);
  return [found?.limit, found?.allowed, found?.count, found?.tripped];
}

const block = (): Record<string, string> => ({ mutationCode: '2' });
const rename = (at: number): Record<string, string> => ({ mutationCode: '4', newUser: `N${at}` });
const clear = (at: number): Record<string, string> => ({ mutationCode: '1', [at % 2 === 0 ? 'email' : 'upn']: '' });

test.each([
  ['blocks', block],
  ['renames', rename],
  ['clears', clear],
] as const)('%s: 10%% of the active users, at least 5', async (guard, row) => {
  const many = await freshEngine(SIXTY);
  expect(await judged(many, guard, 5, row)).toEqual(['10%', 6, 5, false]);
  expect(await judged(many, guard, 6, row)).toEqual(['10%', 6, 6, false]);
  expect(await judged(many, guard, 7, row)).toEqual(['10%', 6, 7, true]);
  // 32 + 7 active users: 10% is 3, rounded down.
  const few = await freshEngine({ users: manyUsers(32) });
  expect(await judged(few, guard, 5, row)).toEqual(['10%', 5, 5, false]);
  expect(await judged(few, guard, 6, row)).toEqual(['10%', 5, 6, true]);
});

test('rejected: half of all rows', async () => {
  const engine = await freshEngine(SIXTY);
  const half = (good: number) => (at: number) => (at < good ? { mutationCode: '6' } : { mutationCode: '9' });
  expect(await judged(engine, 'rejected', 4, half(2))).toEqual(['50%', 2, 2, false]);
  expect(await judged(engine, 'rejected', 5, half(2))).toEqual(['50%', 2, 3, true]);
});

test('users count once, by what the whole plan does to them, and once for all environments', async () => {
  const engine = await freshEngine();
  const bea = { user: 'BBA', description: 'Bea Bakker', email: 'bea@voorbeeld.nl', upn: 'bea@voorbeeld.nl' };
  const { guards } = await planRows(engine.useCases, {
    columns: ['user', 'mutationCode', 'newUser', 'description', 'email', 'upn'],
    rows: [
      { ...bea, mutationCode: '4', newUser: 'B2', email: '' },
      { ...bea, user: 'B2', mutationCode: '4', newUser: 'B3', upn: '' },
      { ...bea, user: 'B3', mutationCode: '0', upn: '' },
      { ...bea, user: 'B3', mutationCode: '2', upn: '' },
    ],
  });
  expect(Object.fromEntries(guards.map(({ guard, count }) => [guard, count]))).toEqual({
    'empty-code': 0,
    'unmapped-identity': 0,
    clears: 1,
    blocks: 1,
    renames: 1,
    rejected: 0,
    creates: 0,
    updates: 1,
  });
});

test('flags come before a definition, a definition before the environment, and that before the default', async () => {
  const engine = await freshEngine(SIXTY);
  const { useCases, store } = engine;
  const blocks = async (definition: GuardSettings = {}): Promise<unknown> => {
    const rows = [0, 1, 2].map((at) => manyRow(at, { mutationCode: '2' }));
    const { run, guards } = await planRows(useCases, { rows, guards: definition });
    await useCases.discard(run.id);
    return guards.find(({ guard }) => guard === 'blocks')?.allowed;
  };
  expect(await blocks()).toBe(6);
  await store.directory.setEnvironment('T12345AA', { guards: { maxBlocks: '1%', maxRenames: 4 } });
  // "At least 5" belongs to the default alone.
  expect(await blocks()).toBe(0);
  expect(await blocks({ maxBlocks: 2 })).toBe(2);

  const { run } = await planRows(useCases, {
    rows: [0, 1, 2].map((at) => manyRow(at, { mutationCode: '2' })),
    guards: { maxBlocks: 2 },
  });
  const before = await readDirectory(store.directory);
  const stop = await stopOf(useCases.apply({ run: run.id }));
  expect([stop.kind, stop.details.map(({ key, params }) => [key, params['count'], params['allowed']])]).toEqual([
    'guarded',
    [['guard.blocks', 3, 2]],
  ]);
  expect(await readDirectory(store.directory)).toEqual(before);
  expect((await useCases.apply({ run: run.id, guards: { maxBlocks: 3 } })).run.status).toBe('applied');
});

test('identity fields that are not imported are allowed by name, each', async () => {
  const engine = await freshEngine(SIXTY);
  const rows = [{ user: '12345.M000', mutationCode: '6', description: 'Nummer 000' }];
  const { run, guards } = await planRows(engine.useCases, { rows });
  expect(guards.find(({ guard }) => guard === 'unmapped-identity')).toMatchObject({ count: 1, tripped: true });
  expect((await stopOf(engine.useCases.apply({ run: run.id, guards: { allowClear: ['email'] } }))).kind).toBe(
    'guarded',
  );
  expect((await engine.useCases.apply({ run: run.id, guards: { allowClear: ['email', 'upn'] } })).run.status).toBe(
    'applied',
  );
});
