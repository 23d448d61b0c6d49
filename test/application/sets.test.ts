/** Plans of one file for several environments: each is applied on its own, and undone on its own. */
import { expect, onTestFinished, test } from 'vitest';
import { directoryOf, readDirectory, type FullDirectory } from '../support/engineDirectory.js';
import { openEngine, type Engine } from '../support/engine.js';
import { EVERY_GUARD_RAISED, madeFiles, planSetOf } from '../support/engineRows.js';
import { UserError } from '../../src/application/userError.js';

/** Whether it was applied; what is stale is told, and nothing was written. */
async function applied({ useCases }: Engine, run: number): Promise<boolean> {
  try {
    await useCases.apply({ run, guards: EVERY_GUARD_RAISED });
    return true;
  } catch (error) {
    if (error instanceof UserError && error.key === 'apply.stale') return false;
    throw error;
  }
}

const now = ({ store }: Engine): Promise<FullDirectory> => readDirectory(store.directory);

const LINKED = { description: 'Bea', email: 'bea@voorbeeld.nl', upn: 'bea@voorbeeld.nl' };
const BEA = { ...LINKED, user: 'BBA', mutationCode: '1', description: 'Bea de Bakker', group: 'G' };
const JAN = { user: 'JBO', mutationCode: '1', description: 'Jan Bos', email: 'jan@voorbeeld.nl', upn: '', group: 'G' };
const THREE = ['T12345AA', 'T12345AB', 'T12345AC'] as const;

async function three(rows: readonly Record<string, string>[]): Promise<Engine> {
  const users = { ...LINKED, groups: ['G'] };
  const engine = await openEngine({
    directory: directoryOf({
      environments: { T12345AA: {}, T12345AB: {}, T12345AC: {}, O12345AA: {} },
      groups: { 'T12345AA G': '', 'T12345AB G': '', 'T12345AC G': '', 'O12345AA G': '' },
      users: Object.fromEntries(
        [...THREE, 'O12345AA'].map((code) => [`${code} 12345.BBA`, code === 'T12345AC' ? LINKED : users]),
      ),
    }),
    files: madeFiles(),
  });
  onTestFinished(() => engine.close());
  await planSetOf(engine.useCases, { rows }, THREE);
  return engine;
}

const description = async (engine: Engine, environment: string): Promise<string | undefined> =>
  (await now(engine)).users[`${environment} 12345.BBA`]?.description;

test('each is applied on its own, and what another wrote is what that one did', async () => {
  const engine = await three([BEA, JAN]);
  expect((await engine.useCases.runs({})).map(({ set }) => set)).toEqual([
    [1, 2, 3],
    [1, 2, 3],
    [1, 2, 3],
  ]);
  for (const run of [2, 3, 1]) expect(await applied(engine, run)).toBe(true);
  const changes = (await engine.useCases.userHistory('12345.BBA')).map(({ run, environment, field }) => [
    run,
    environment,
    field,
  ]);
  expect(changes).toEqual([[3, 'T12345AC', 'group'], ...THREE.map((environment) => [2, environment, 'description'])]);
  const { run } = await engine.useCases.undo(2);
  expect(run.summary.outcomes.rejected).toBe(0);
  await engine.useCases.apply({ run: run.id, guards: EVERY_GUARD_RAISED });
  expect(await description(engine, 'T12345AC')).toBe('Bea');
  expect((await now(engine)).users['T12345AC 12345.BBA']?.groups).toEqual(['G']);
});

test('what anything else wrote since makes a plan of a set stale all the same', async () => {
  const stale = async (between: (engine: Engine) => Promise<unknown>): Promise<boolean> => {
    const engine = await three([BEA]);
    await between(engine);
    return !(await applied(engine, 2));
  };
  const byHand = (engine: Engine, value: string): Promise<unknown> =>
    engine.useCases
      .act({ act: 'set', users: ['BBA'], environment: 'T12345AA', values: { description: value } })
      .then(({ run }) => engine.useCases.apply({ run: run.id }));
  expect(await stale((engine) => engine.useCases.apply({ run: 1 }))).toBe(false);
  expect(await stale((engine) => byHand(engine, 'Bea de Bakker')), 'the same value by another run').toBe(true);
  const mended = async (engine: Engine): Promise<void> => {
    await engine.useCases.mend(1, { rows: [2], values: [{ place: 'description', value: 'Anders' }] });
    await engine.useCases.apply({ run: 1 });
  };
  expect(await stale(mended), 'another value by a run of the set').toBe(true);
  const undone = async (engine: Engine): Promise<void> => {
    await engine.useCases.apply({ run: 1 });
    await engine.useCases.apply({ run: (await engine.useCases.undo(1)).run.id });
  };
  expect(await stale(undone), 'undone since').toBe(true);
});

test('who is renamed or gets a password is planned anew after the first of a set', async () => {
  for (const row of [
    { ...BEA, mutationCode: '4', newUser: 'BEA', group: '' },
    { ...BEA, mutationCode: '5', password: 'een lang wachtwoord', group: '' },
  ]) {
    const engine = await three([row]);
    expect(await applied(engine, 1)).toBe(true);
    expect(await applied(engine, 2)).toBe(false);
    const { run } = await engine.useCases.planAgain(2, {});
    expect(run.set).toBeNull();
    expect(await applied(engine, run.id)).toBe(true);
  }
});

test('a plan of a set that is worked out again stays in it, and is applied after another', async () => {
  const engine = await three([BEA, JAN]);
  await engine.useCases.apply({ run: 1 });
  const { run } = await engine.useCases.exclude(2, { out: [3] });
  expect(run.set).toEqual([1, 2, 3]);
  for (const id of [3, 2]) expect(await applied(engine, id)).toBe(true);
});
