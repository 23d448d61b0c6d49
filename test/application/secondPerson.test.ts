/** Who may be the second person for a plan, and what that person approves. */
import { expect, test } from 'vitest';
import { stopOf, type Engine } from '../support/engine.js';
import { freshEngine } from '../support/engineTest.js';
import { planRows } from '../support/engineRows.js';
import { person } from '../support/people.js';

const JAN = { user: 'JBO', mutationCode: '1', description: 'Jan', email: 'jan@voorbeeld.nl', upn: '' };
const BEA = { user: 'BBA', mutationCode: '1', description: 'Bea', email: 'bea@voorbeeld.nl', upn: 'bea@voorbeeld.nl' };
const EMPTY = { ...BEA, mutationCode: '' };

const asking = (): Promise<Engine> => freshEngine({ environments: { T12345AA: { approval: 'second-person' } } });

test('who took a row back, or mended one, shaped the plan as well as who planned it', async () => {
  const { useCases, as } = await asking();
  const { run } = await planRows(useCases, { rows: [JAN, BEA] });
  await useCases.exclude(run.id, { out: [2] });
  await as('piet').exclude(run.id, { back: [2] });
  await as('an').mend(run.id, { rows: [2], values: [{ place: 'description', value: 'Janneke' }] });
  for (const login of ['jan', 'piet', 'an'])
    expect(await stopOf(as(login).approve({ run: run.id }))).toMatchObject({
      kind: 'guarded',
      key: 'approve.sameOperator',
      params: { operator: login },
    });
  expect((await as('bea').approve({ run: run.id })).run.approvedBy).toBe('bea');
});

test('who raised a limit shaped the plan; what is planned again from it is theirs too', async () => {
  const { useCases, as } = await asking();
  const { run } = await planRows(useCases, { rows: [EMPTY] });
  const again = await as('piet').planAgain(run.id, { raised: { acceptEmptyCode: true } });
  expect(again.run).toMatchObject({ raisedBy: ['piet'], guardSettings: { acceptEmptyCode: true } });
  for (const login of ['jan', 'piet'])
    expect(await stopOf(as(login).approve({ run: again.run.id }))).toMatchObject({ key: 'approve.sameOperator' });
  await as('an').approve({ run: again.run.id });
  expect((await useCases.apply({ run: again.run.id })).run.status).toBe('applied');
});

test('root, and whoever works in the session of another, approve nothing', async () => {
  const { useCases, as } = await asking();
  const { run } = await planRows(useCases, { rows: [JAN] });
  for (const [bar, who] of [
    ['root', person('root', { bar: 'root' })],
    ['session', person('piet', { bar: 'session', sessionLogin: 'an' })],
    ['namespace', person('piet', { bar: 'namespace' })],
  ] as const)
    expect(await stopOf(as(who).approve({ run: run.id }))).toMatchObject({ kind: 'guarded', key: `approve.${bar}` });
});

test('the digest is of the rows and the limits, and the same wherever the run is told', async () => {
  const { useCases, as } = await asking();
  const { run } = await planRows(useCases, { rows: [JAN, BEA] });
  const same = await planRows(useCases, { rows: [JAN, BEA] });
  expect(run.digest).toMatch(/^[0-9a-f]{64}$/u);
  expect(same.run.digest).toBe(run.digest);
  expect((await useCases.runs({})).map(({ digest }) => digest)).toEqual([run.digest, run.digest]);
  const without = await useCases.exclude(run.id, { out: [3] });
  expect(without.run.digest).not.toBe(run.digest);
  const looked = { run: run.id, digest: run.digest ?? '' };
  expect(await stopOf(as('piet').approve(looked))).toMatchObject({ kind: 'guarded', key: 'approve.otherDigest' });
  expect((await useCases.exclude(run.id, { back: [3] })).run.digest).toBe(run.digest);
  const raised = await as('piet').approve({ ...looked, guards: { maxBlocks: 7 } });
  expect(raised.run).toMatchObject({ approvedBy: 'piet', raisedBy: ['piet'], guardSettings: { maxBlocks: 7 } });
  expect(raised.run.digest).not.toBe(run.digest);
});

test('a plan that needs approval is applied with the limits that were approved', async () => {
  const { useCases, as } = await asking();
  const { run } = await planRows(useCases, { rows: [EMPTY] });
  await as('piet').approve({ run: run.id });
  const raising = useCases.apply({ run: run.id, guards: { acceptEmptyCode: true } });
  expect(await stopOf(raising)).toMatchObject({ kind: 'guarded', key: 'apply.raisesNothing' });
  expect(await stopOf(useCases.apply({ run: run.id }))).toMatchObject({ kind: 'guarded', key: 'apply.guarded' });
});

test('the need for approval is remembered, also when the plan is worked out again', async () => {
  const { useCases, store } = await asking();
  const { run } = await planRows(useCases, { rows: [JAN, BEA] });
  await store.directory.setEnvironment('T12345AA', { approval: 'none' });
  expect(await stopOf(useCases.apply({ run: run.id }))).toMatchObject({ key: 'apply.approvalNeeded' });
  expect((await useCases.exclude(run.id, { out: [2] })).approvalNeeded).toBe(true);
  expect((await planRows(useCases, { rows: [JAN] })).approvalNeeded, 'another plan').toBe(false);
});

test('an expired plan is not approved', async () => {
  const { useCases, as, clock } = await asking();
  const { run } = await planRows(useCases, { rows: [JAN] });
  clock.now = new Date('2027-01-11T09:00:00Z');
  expect(await stopOf(as('piet').approve({ run: run.id }))).toMatchObject({ kind: 'stale', key: 'plan.expired' });
});

test('what was raised when it was applied is kept with who did so, and shown as it was', async () => {
  const { useCases, as, store } = await freshEngine();
  const { run } = await planRows(useCases, { rows: [EMPTY] });
  const applied = await as('piet').apply({ run: run.id, guards: { acceptEmptyCode: true } });
  expect(applied.run).toMatchObject({ raisedBy: ['piet'], digest: run.digest });
  const guard = (await useCases.answer(run.id)).guards.find(({ guard: name }) => name === 'empty-code');
  expect(guard).toMatchObject({ limit: 'accepted', count: 1, tripped: false });
  expect((await store.plans.people(run.id)).map(({ login, act }) => [login, act])).toEqual([
    ['jan', 'plan'],
    ['piet', 'raise'],
    ['piet', 'apply'],
  ]);
});
