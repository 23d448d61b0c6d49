/** No plan uses more licences than an environment has, and every plan tells how many it would use. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunAnswer } from '../../src/application/useCases.js';
import type { GuardName } from '../../src/domain/guards/guard.js';
import { directories, imports } from '../support/engineArbitraries.js';
import { openEngine, stopOf, stoppedFor, type Engine } from '../support/engine.js';
import { directoryOf, readDirectory } from '../support/engineDirectory.js';
import { EVERY_GUARD_RAISED, madeFiles, planRows, type RowTexts } from '../support/engineRows.js';
import { freshEngine, manyRow, manyUsers } from '../support/engineTest.js';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 8) };

const HERE = 'T12345AA';
const THERE = 'T12345AB';

const licences = (engine: Engine, code: string, count: number | null): Promise<unknown> =>
  engine.useCases.setEnvironment(code, { licences: count });

/** Users of Profit who can sign in, counted from what the directory gives. */
async function usersOf(engine: Engine, code: string): Promise<number> {
  const { users } = await readDirectory(engine.store.directory);
  return Object.entries(users).filter(
    ([key, { blocked, access }]) => key.startsWith(`${code} `) && !blocked && access.includes('profit'),
  ).length;
}

/** Some users besides those of the scenarios; so many licences are left. */
async function company(left: number): Promise<readonly [Engine, used: number]> {
  const engine = await freshEngine({ users: manyUsers(3) });
  const used = await usersOf(engine, HERE);
  await licences(engine, HERE, used + left);
  return [engine, used];
}

const newcomer = (at: number, given: RowTexts = {}): RowTexts => ({
  user: `12345.N${at}`,
  description: `Nieuw ${at}`,
  email: `n${at}@voorbeeld.nl`,
  upn: '',
  mutationCode: '1',
  ...given,
});

const planned = (engine: Engine, ...rows: readonly RowTexts[]): Promise<RunAnswer> =>
  planRows(engine.useCases, { rows, raised: EVERY_GUARD_RAISED });

/** Each as it is told: how many, of how many. */
const told = ({ guards }: RunAnswer, guard: GuardName = 'licences'): readonly string[] =>
  guards
    .filter((one) => one.guard === guard)
    .map(({ environment, count, limit, tripped }) => `${environment} ${count}/${limit}${tripped ? ' stops' : ''}`);

describe('the guard on licences', () => {
  test('tells how many are used, and stops the plan that uses one too many', async () => {
    const [engine, used] = await company(1);
    expect(told(await planned(engine, manyRow(0, { mutationCode: '1' })))).toEqual([`${HERE} ${used}/${used + 1}`]);
    expect(told(await planned(engine, newcomer(1)))).toEqual([`${HERE} ${used + 1}/${used + 1}`]);
    const two = await planned(engine, newcomer(1), newcomer(2));
    expect(told(two)).toEqual([`${HERE} ${used + 2}/${used + 1} stops`]);
    expect(await stoppedFor(engine.useCases.apply({ run: two.run.id, guards: EVERY_GUARD_RAISED }))).toEqual([
      'guarded',
      ['guard.overLicences'],
    ]);
    await licences(engine, HERE, used + 2);
    await engine.useCases.apply({ run: two.run.id, guards: EVERY_GUARD_RAISED });
    expect(await usersOf(engine, HERE)).toBe(used + 2);
  });

  test('counts who leaves, who comes back, and who may enter Profit by now', async () => {
    const [engine, used] = await company(0);
    const leaves = manyRow(0, { mutationCode: '0' });
    const noProfit = manyRow(1, { mutationCode: '1', profit: 'N' });
    const back = { user: '12345.FYI', description: 'Fatima Yılmaz', email: 'f@voorbeeld.nl', mutationCode: '6' };
    expect(told(await planned(engine, leaves, newcomer(1)))).toEqual([`${HERE} ${used}/${used}`]);
    expect(told(await planned(engine, noProfit))).toEqual([`${HERE} ${used - 1}/${used}`]);
    expect(told(await planned(engine, newcomer(1, { profit: 'N' })))).toEqual([`${HERE} ${used}/${used}`]);
    expect(told(await planned(engine, { ...back, upn: 'fatima@voorbeeld.nl' }))).toEqual([
      `${HERE} ${used + 1}/${used} stops`,
    ]);
  });

  test('lets people go where there are too many already, and is not there where no number is set', async () => {
    const [engine, used] = await company(-2);
    expect(told(await planned(engine, manyRow(0, { mutationCode: '0' })))).toEqual([`${HERE} ${used - 1}/${used - 2}`]);
    expect(told(await planned(engine, newcomer(1)))).toEqual([`${HERE} ${used + 1}/${used - 2} stops`]);
    await licences(engine, HERE, null);
    expect(told(await planned(engine, newcomer(1)))).toEqual([]);
  });

  test('stops an undo that brings too many back, and an act', async () => {
    const [engine, used] = await company(0);
    const { run } = await planned(engine, manyRow(0, { mutationCode: '0' }));
    await engine.useCases.apply({ run: run.id, guards: EVERY_GUARD_RAISED });
    await licences(engine, HERE, used - 1);
    expect(told(await engine.useCases.undo(run.id))).toEqual([`${HERE} ${used}/${used - 1} stops`]);
    const unblocked = await engine.useCases.act({ environment: HERE, act: 'unblock', users: ['12345.M000'] });
    expect(told(unblocked)).toEqual([`${HERE} ${used}/${used - 1} stops`]);
  });

  test('of two plans that each use the last one, the second is stale; as is one that was made before they were counted', async () => {
    const [engine, used] = await company(1);
    const plans = [await planned(engine, newcomer(1)), await planned(engine, newcomer(2))];
    await licences(engine, HERE, null);
    plans.push(await planned(engine, newcomer(3)));
    await licences(engine, HERE, used + 1);
    const [first, ...others] = plans.map(({ run }) => run.id);
    await engine.useCases.apply({ run: first ?? 0, guards: EVERY_GUARD_RAISED });
    for (const run of others) {
      expect(await stoppedFor(engine.useCases.apply({ run, guards: EVERY_GUARD_RAISED }))).toEqual([
        'stale',
        ['stale.licences.noRow'],
      ]);
    }
  });

  test('refuses a directory that uses too many, and tells nothing of an environment that is not reached', async () => {
    const [engine, used] = await company(0);
    await licences(engine, THERE, 1);
    expect(told(await planned(engine, newcomer(1)))).toEqual([`${HERE} ${used + 1}/${used} stops`]);
    const added = { environment: HERE, user: '12345.NIEUW', description: 'Nieuw', access: { profit: true } };
    expect(await stopOf(engine.store.directory.import({ users: [added] }))).toMatchObject({
      kind: 'guarded',
      key: 'directory.overLicences',
      params: { environment: HERE, count: used + 1, limit: used },
    });
    await engine.store.directory.import({ users: [{ ...added, access: { profit: false } }] });
  });
});

test('counts what the directory has when it is done, of any import and its undo, and a freeze nobody less than changed', async () => {
  await fc.assert(
    fc.asyncProperty(directories, imports(), async (note, file) => {
      const engine = await openEngine({ directory: directoryOf(note), files: madeFiles() });
      try {
        const environments = (await engine.useCases.environments()).filter(({ deleted }) => !deleted);
        for (const { code } of environments)
          await engine.useCases.setEnvironment(code, { licences: 1_000_000, freeze: '2027-01-04', timeZone: 'UTC' });
        const check = async ({ run, guards }: RunAnswer): Promise<number> => {
          const before = await readDirectory(engine.store.directory);
          const counted = guards.filter(({ guard }) => guard === 'licences');
          await engine.useCases.apply({ run: run.id, guards: { ...EVERY_GUARD_RAISED, duringFreeze: true } });
          for (const { environment = '', count } of counted)
            expect(count, `licences of ${environment}`).toBe(await usersOf(engine, environment));
          const after = await readDirectory(engine.store.directory);
          for (const { code } of environments) {
            const now = Object.entries(after.users).filter(([key]) => key.startsWith(`${code} `));
            const changed = now.filter(([key, user]) => JSON.stringify(user) !== JSON.stringify(before.users[key]));
            const frozen = guards.find(({ guard, environment }) => guard === 'freeze' && environment === code);
            expect(frozen?.count ?? 0, `frozen ${code}`).toBeGreaterThanOrEqual(changed.length);
          }
          return run.id;
        };
        const run = await check(await planRows(engine.useCases, file));
        const undo = await engine.useCases.undo(run).catch(() => undefined);
        if (undo) await check(undo);
      } finally {
        await engine.close();
      }
    }),
    RUNS,
  );
});
