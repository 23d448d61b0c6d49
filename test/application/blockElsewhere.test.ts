/** Users who are blocked in one environment and stay active in another: counted, and blocked there by a plan of its own. */
import { expect, test } from 'vitest';
import { readDirectory } from '../support/engineDirectory.js';
import { rowsOf, stopOf, type Engine } from '../support/engine.js';
import { freshEngine } from '../support/engineTest.js';
import { EVERY_GUARD_RAISED, planRows, type RowTexts } from '../support/engineRows.js';

const BEA = { user: '12345.BBA', description: 'Bea Bakker', email: 'bea@voorbeeld.nl', upn: 'bea@voorbeeld.nl' };
const FATIMA = {
  user: '12345.FYI',
  description: 'Fatima Yılmaz',
  email: 'fatima@voorbeeld.nl',
  upn: 'fatima@voorbeeld.nl',
};
const JAN = { user: '12345.JBO', description: 'Jan Bos', email: 'jan@voorbeeld.nl', upn: '' };

/** Plans of a block in T12345AA, and of the same in T12345AB, where Bea and Fatima are too. */
async function twoPlans(engine: Engine, rows: readonly RowTexts[]): Promise<readonly [here: number, there: number]> {
  const { run } = await planRows(engine.useCases, { rows });
  const elsewhere = await engine.useCases.blockElsewhere(run.id);
  expect(elsewhere.map((answer) => answer.run.environment)).toEqual(['T12345AB']);
  return [run.id, elsewhere[0]!.run.id];
}

const applied = (engine: Engine, run: number): Promise<unknown> =>
  engine.useCases.apply({ run, guards: EVERY_GUARD_RAISED });

test('each user is counted once, in the environments in which it stays active after the whole plan', async () => {
  const { useCases } = await freshEngine();
  const { run } = await planRows(useCases, {
    rows: [
      { ...BEA, mutationCode: '0' },
      { ...BEA, mutationCode: '2' },
      { ...FATIMA, mutationCode: '0' },
      { ...FATIMA, mutationCode: '6' },
      { ...JAN, mutationCode: '0' },
      { ...JAN, mutationCode: '1' },
    ],
  });
  expect(run.summary).toMatchObject({ staysActive: { T12345AB: 1 }, staysBlocked: 1 });
  expect(await useCases.rowNumbers(run.id, { message: 'STAYS_ACTIVE' })).toEqual(Uint32Array.of(2, 3, 4));
  expect(await useCases.rowNumbers(run.id, { message: 'STAYS_BLOCKED' })).toEqual(Uint32Array.of(7));
  expect(await useCases.rowNumbers(run.id, { mark: 'warning' })).toEqual(Uint32Array.of(2, 3, 4, 7));
});

test('a plan by hand blocks them there with the code of their row, and touches nothing else of anybody', async () => {
  const engine = await freshEngine({
    users: { 'T12345AB 12345.BBA': { email: 'anders@voorbeeld.nl', groups: ['VERKOOP'] } },
  });
  const [, there] = await twoPlans(engine, [
    { ...BEA, mutationCode: '0' },
    { ...FATIMA, mutationCode: '2' },
    { ...JAN, mutationCode: '0' },
  ]);
  const { run, guards } = await engine.useCases.answer(there);
  expect(run).toMatchObject({ kind: 'hand', status: 'planned', parent: 1, file: { name: '', sha256: '' } });
  expect(guards.filter(({ tripped }) => tripped)).toEqual([]);
  expect(
    (await rowsOf(engine, there)).map(({ user, code, outcome, changes }) => [user, code, outcome, changes]),
  ).toEqual([
    ['12345.BBA', '0', 'block', [{ environment: 'T12345AB', user: '12345.BBA', fields: [['blocked', false, true]] }]],
    ['12345.FYI', '2', 'block', [{ environment: 'T12345AB', user: '12345.FYI', fields: [['blocked', false, true]] }]],
  ]);
  const before = await readDirectory(engine.store.directory);
  await applied(engine, there);
  const { users } = await readDirectory(engine.store.directory);
  expect(users).toEqual({
    ...before.users,
    'T12345AB 12345.BBA': { ...before.users['T12345AB 12345.BBA'], blocked: true, groups: [] },
    'T12345AB 12345.FYI': { ...before.users['T12345AB 12345.FYI'], blocked: true },
  });
});

test.each([
  ['which are as they were', {}],
  ['which change elsewhere too', { description: 'Bea Beatrix', email: '', upn: '' }],
])(
  'both are applied one after the other: a block with identity values, %s, then the one elsewhere',
  async (_name, changed) => {
    const engine = await freshEngine();
    const [here, there] = await twoPlans(engine, [{ ...BEA, ...changed, mutationCode: '0' }]);
    await applied(engine, here);
    await applied(engine, there);
    const { users } = await readDirectory(engine.store.directory);
    expect([users['T12345AA 12345.BBA']?.blocked, users['T12345AB 12345.BBA']?.blocked]).toEqual([true, true]);
    expect(users['T12345AB 12345.BBA']).toMatchObject(changed);
  },
);

test('the other way round the block with identity values is stale, and says so', async () => {
  const engine = await freshEngine();
  const [here, there] = await twoPlans(engine, [{ ...BEA, mutationCode: '0' }]);
  await applied(engine, there);
  const stop = await stopOf(engine.useCases.apply({ run: here }));
  expect(stop).toMatchObject({ kind: 'stale', key: 'apply.stale' });
  expect(stop.details).toEqual([
    { key: 'stale.userChanged', params: { row: 2, user: '12345.BBA', subject: 'T12345AB' } },
  ]);
});

test.each([
  ['the user is other than it was', { 'T12345AB 12345.BBA': { groups: ['INKOOP'] } }, 'stale.userChanged'],
  ['identity values were changed by hand', { 'T12345AB 12345.BBA': { email: 'x@voorbeeld.nl' } }, 'stale.userChanged'],
  ['a linked user is a system user by now', { 'T12345AA 12345.BBA': { system: true } }, 'stale.userChanged'],
])('a block elsewhere is stale all the same where %s', async (_name, users, key) => {
  const engine = await freshEngine();
  const [, there] = await twoPlans(engine, [{ ...BEA, mutationCode: '0' }]);
  const patch = Object.entries(users).map(([name, values]) => {
    const [environment = '', user = ''] = name.split(' ');
    return { environment, user, ...values };
  });
  await engine.store.directory.import({ users: patch });
  const stop = await stopOf(engine.useCases.apply({ run: there }));
  expect(stop.details.map((detail) => detail.key)).toEqual([key]);
});

test('one is stale where a linked user that was blocked can log in again: it did not tell that', async () => {
  const engine = await freshEngine({ users: { 'T12345AA 12345.BBA': { blocked: true } } });
  const [, there] = await twoPlans(engine, [{ ...BEA, mutationCode: '0' }]);
  await engine.store.directory.import({ users: [{ environment: 'T12345AA', user: '12345.BBA', blocked: false }] });
  expect((await stopOf(engine.useCases.apply({ run: there }))).kind).toBe('stale');
});

test('asked again it makes the plan anew, of an applied run too, by the codes that users have since', async () => {
  const engine = await freshEngine();
  const { useCases } = engine;
  const [here, first] = await twoPlans(engine, [
    { ...BEA, newUser: '', mutationCode: '0' },
    { ...BEA, newUser: 'BEA2', mutationCode: '4' },
  ]);
  await useCases.apply({ run: here, guards: EVERY_GUARD_RAISED });
  const [again] = await useCases.blockElsewhere(here);
  expect((await useCases.answer(first)).run.status).toBe('discarded');
  expect((await rowsOf(engine, again!.run.id)).map(({ user, outcome }) => [user, outcome])).toEqual([
    ['12345.BEA2', 'block'],
  ]);
  await useCases.apply({ run: again!.run.id });
});

test('nobody is made by it: a user that is gone by then is told', async () => {
  const engine = await freshEngine();
  const { run } = await planRows(engine.useCases, { rows: [{ ...BEA, mutationCode: '0' }] });
  const renamed = await planRows(engine.useCases, {
    environment: 'T12345AB',
    rows: [{ ...BEA, newUser: 'ELDERS', mutationCode: '4' }],
  });
  await applied(engine, renamed.run.id);
  const [there] = await engine.useCases.blockElsewhere(run.id);
  expect(there?.guards.find(({ guard }) => guard === 'rejected')).toMatchObject({ count: 0, tripped: false });
  expect(
    (await rowsOf(engine, there!.run.id)).map(({ outcome, messages }) => [outcome, messages.map(({ code }) => code)]),
  ).toEqual([['rejected', ['USER_UNKNOWN']]]);
});

test('there is none where nobody stays active, or the plan was discarded', async () => {
  const { useCases } = await freshEngine();
  const { run } = await planRows(useCases, { rows: [{ ...JAN, mutationCode: '0' }] });
  expect(await stopOf(useCases.blockElsewhere(run.id))).toMatchObject({ kind: 'wrongUse', key: 'plan.nothing.hand' });
  await useCases.discard(run.id);
  expect(await stopOf(useCases.blockElsewhere(run.id))).toMatchObject({ kind: 'wrongUse', key: 'run.notPlanned' });
});

test('users who were made, used and undone stay blocked when they are imported again, and each row says so', async () => {
  const engine = await freshEngine();
  const { useCases } = engine;
  const rows = ['SON', 'TIM'].map((user) => ({
    user,
    mutationCode: '1',
    description: user,
    email: '',
    upn: '',
    group: 'HRM',
  }));
  const { run } = await planRows(useCases, { rows });
  expect(run.summary.staysBlocked).toBe(0);
  await applied(engine, run.id);
  const used = await useCases.act({ act: 'join', environment: 'T12345AA', users: ['SON', 'TIM'], groups: ['FIN'] });
  await applied(engine, used.run.id);
  const undo = await useCases.undo(run.id);
  await applied(engine, undo.run.id);
  const { run: again } = await planRows(useCases, { rows });
  expect(again.summary.staysBlocked).toBe(2);
  expect(
    (await rowsOf(engine, again.id)).map(({ outcome, messages }) => [outcome, messages.map(({ code }) => code)]),
  ).toEqual([
    ['update', ['STAYS_BLOCKED']],
    ['update', ['STAYS_BLOCKED']],
  ]);
});
