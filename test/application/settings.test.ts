/** Plans of settings: what loosens an environment that asks for a second person is not done by one person alone. */
import { expect, test } from 'vitest';
import type { RunAnswer } from '../../src/application/useCases.js';
import { readDirectory } from '../support/engineDirectory.js';
import { stopOf, type Engine } from '../support/engine.js';
import { freshEngine } from '../support/engineTest.js';
import { planRows } from '../support/engineRows.js';

const CODE = 'T12345AA';
const JAN = { user: 'JBO', mutationCode: '1', description: 'Jan', email: 'jan@voorbeeld.nl', upn: '' };

const asking = (options?: { onDisk?: boolean }): Promise<Engine> =>
  freshEngine({ environments: { [CODE]: { approval: 'second-person' } } }, options);

async function settingsOf({ useCases }: Engine, code = CODE): Promise<unknown> {
  const found = (await useCases.environments()).find((one) => one.code === code);
  if (!found) return undefined;
  const { name, approval, guards, deleted } = found;
  return { name, approval, guards, deleted };
}

async function planned(work: Promise<{ readonly planned: RunAnswer | null }>): Promise<RunAnswer> {
  const { planned: answer } = await work;
  if (!answer) throw new Error('it was done');
  return answer;
}

async function approved({ as }: Engine, { run }: RunAnswer): Promise<number> {
  await as('piet').approve({ run: run.id, ...(run.digest !== null && { digest: run.digest }) });
  return run.id;
}

test('one person does not end approval, apply, and ask for it again', async () => {
  const engine = await asking();
  const { useCases } = engine;
  const waiting = await planRows(useCases, { rows: [JAN] });
  const before = await settingsOf(engine);
  const answer = await planned(useCases.setEnvironment('t12345aa', { approval: 'none', name: 'Anders' }));
  expect(answer).toMatchObject({
    approvalNeeded: true,
    run: {
      kind: 'settings',
      status: 'planned',
      environment: CODE,
      askedBy: [CODE],
      settingsChange: {
        environment: CODE,
        old: { approval: 'second-person' },
        new: { approval: 'none', name: 'Anders' },
      },
    },
  });
  expect(await settingsOf(engine)).toEqual(before);
  expect(await stopOf(useCases.apply({ run: answer.run.id }))).toMatchObject({ key: 'apply.approvalNeeded' });
  expect(await stopOf(useCases.approve({ run: answer.run.id }))).toMatchObject({ key: 'approve.sameOperator' });
  expect(await stopOf(useCases.apply({ run: waiting.run.id }))).toMatchObject({ key: 'apply.approvalNeeded' });
  const { run } = await useCases.apply({ run: await approved(engine, answer) });
  expect(run).toMatchObject({ status: 'applied', approvedBy: 'piet' });
  expect(await settingsOf(engine)).toMatchObject({ approval: 'none', name: 'Anders' });
  // What was planned while it asked goes on asking.
  expect(await stopOf(useCases.apply({ run: waiting.run.id }))).toMatchObject({ key: 'apply.approvalNeeded' });
});

test('a plan that reaches the environment is not affected by one that waits, nor by what it sets', async () => {
  const engine = await asking();
  const { useCases } = engine;
  const rows = await planRows(useCases, { rows: [JAN] });
  const answer = await planned(useCases.setEnvironment(CODE, { guards: { maxBlocks: '90%' } }));
  await approved(engine, rows);
  await useCases.apply({ run: await approved(engine, answer) });
  expect(await settingsOf(engine)).toMatchObject({ guards: { maxBlocks: '90%' } });
  expect((await useCases.apply({ run: rows.run.id })).run.status).toBe('applied');
});

test('what tightens, and names, numbers and types, are set directly; so is everything where nobody is asked', async () => {
  const engine = await asking();
  const { useCases } = engine;
  const { planned: none } = await useCases.setEnvironment(CODE, {
    name: 'Anders',
    participant: '99',
    guards: { maxBlocks: '5%' },
  });
  expect(none).toBeNull();
  expect(await settingsOf(engine)).toMatchObject({ name: 'Anders', guards: { maxBlocks: '5%' } });
  expect(await useCases.setEnvironment('T12345AB', { guards: { maxBlocks: '100%' } })).toMatchObject({ planned: null });
  expect(await useCases.removeEnvironment('T12345AB')).toMatchObject({ planned: null });
  expect(await useCases.runs({})).toEqual([]);
});

test('the settings are part of what is approved, whoever looks at them', async () => {
  const { useCases } = await asking();
  const one = await planned(useCases.setEnvironment(CODE, { guards: { maxBlocks: 50 } }));
  const other = await planned(useCases.setEnvironment(CODE, { guards: { maxBlocks: 60 } }));
  const same = await planned(useCases.setEnvironment(CODE, { guards: { maxBlocks: 50 } }));
  expect(one.run.digest).not.toBe(other.run.digest);
  expect(same.run.digest).toBe(one.run.digest);
});

test('settings that are no longer the old ones make it stale; others do not', async () => {
  const engine = await asking();
  const { useCases } = engine;
  const first = await planned(useCases.setEnvironment(CODE, { guards: { maxBlocks: 50 } }));
  const second = await planned(useCases.setEnvironment(CODE, { guards: { maxBlocks: 60 } }));
  await useCases.setEnvironment(CODE, { participant: '99' });
  await useCases.apply({ run: await approved(engine, first) });
  const late = await approved(engine, second);
  expect(await stopOf(useCases.apply({ run: late }))).toMatchObject({ kind: 'stale', key: 'settings.stale' });
  expect(await settingsOf(engine)).toMatchObject({ guards: { maxBlocks: 50 } });
});

test('it is discarded and expires like any other', async () => {
  const engine = await asking();
  const { useCases, clock } = engine;
  const first = await planned(useCases.setEnvironment(CODE, { approval: 'none' }));
  expect((await useCases.discard(first.run.id)).run.status).toBe('discarded');
  const second = await planned(useCases.setEnvironment(CODE, { approval: 'none' }));
  await approved(engine, second);
  clock.now = new Date('2027-01-12T09:00:00Z');
  expect(await stopOf(useCases.apply({ run: second.run.id }))).toMatchObject({ kind: 'stale', key: 'plan.expired' });
});

test('undo plans the inverse, a limit that was not set included', async () => {
  const engine = await asking();
  const { useCases } = engine;
  const raised = await planned(useCases.setEnvironment(CODE, { guards: { maxBlocks: 50 } }));
  await useCases.apply({ run: await approved(engine, raised) });
  const back = await useCases.undo(raised.run.id);
  expect(back.run).toMatchObject({
    kind: 'settings',
    parent: raised.run.id,
    settingsChange: { old: { guards: { maxBlocks: 50 } }, new: { guards: { maxBlocks: null } } },
  });
  await useCases.apply({ run: await approved(engine, back) });
  expect(await settingsOf(engine)).toMatchObject({ guards: {} });
  expect((await useCases.answer(raised.run.id)).run.undoneBy).toBe(back.run.id);
  const again = await useCases.undo(back.run.id);
  await useCases.apply({ run: await approved(engine, again) });
  expect(await settingsOf(engine)).toMatchObject({ guards: { maxBlocks: 50 } });
  expect((await useCases.answer(raised.run.id)).run.undoneBy).toBeNull();
  await useCases.setEnvironment(CODE, { guards: { maxBlocks: 40 } });
  expect(await stopOf(useCases.undo(raised.run.id))).toMatchObject({ kind: 'stale', key: 'settings.changedSince' });
});

test('a removal waits; undoing it makes the environment live again, its leftovers users', async () => {
  const engine = await asking();
  const { useCases, store } = engine;
  const before = await readDirectory(store.directory);
  const removal = await planned(useCases.removeEnvironment(CODE));
  const { users } = (await useCases.environments()).find(({ code }) => code === CODE) ?? { users: 0 };
  expect(removal.run).toMatchObject({
    settingsChange: { old: { deleted: false }, new: { deleted: true } },
    summary: { environments: { [CODE]: { users } } },
  });
  expect(await readDirectory(store.directory)).toEqual(before);
  await useCases.apply({ run: await approved(engine, removal) });
  expect(await settingsOf(engine)).toMatchObject({ deleted: true, approval: 'second-person' });
  expect((await store.directory.leftovers()).length).toBeGreaterThan(0);
  const back = await useCases.undo(removal.run.id);
  expect(back.approvalNeeded).toBe(true);
  await useCases.apply({ run: await approved(engine, back) });
  expect(await readDirectory(store.directory)).toEqual(before);
  expect(await store.directory.check()).toEqual([]);
});

test('an environment does not come back with a UPN that somebody else has by now', async () => {
  const engine = await freshEngine({
    environments: { [CODE]: { approval: 'second-person' } },
    users: {
      'T12345AA 12345.TWIN': { description: 'Twee', upn: 'twee@voorbeeld.nl' },
      'T12345AB 12345.TWIN': { description: 'Twee', upn: 'twee@voorbeeld.nl' },
    },
  });
  const { useCases, store } = engine;
  const removal = await planned(useCases.removeEnvironment(CODE));
  await useCases.apply({ run: await approved(engine, removal) });
  const renamed = await planRows(useCases, {
    environment: 'T12345AB',
    rows: [
      {
        user: '12345.TWIN',
        mutationCode: '4',
        newUser: '12345.NEW',
        description: 'Twee',
        email: '',
        upn: 'twee@voorbeeld.nl',
      },
    ],
  });
  await useCases.apply({ run: renamed.run.id, guards: { allowClear: ['email'] } });
  const back = await useCases.undo(removal.run.id);
  const run = await approved(engine, back);
  expect(await stopOf(useCases.apply({ run }))).toMatchObject({
    kind: 'stale',
    key: 'settings.upnShared',
    params: { user: '12345.TWIN', other: '12345.NEW', at: 'T12345AB' },
  });
  await store.directory.clearLeftoverUpn('12345.TWIN');
  expect((await useCases.apply({ run })).run.status).toBe('applied');
  expect(await store.directory.check()).toEqual([]);
});

test('what was removed while it asked for a second person goes on asking when it is added anew', async () => {
  const engine = await freshEngine({ environments: { T12345ZZ: { approval: 'second-person' } } });
  const { useCases } = engine;
  const removal = await planned(useCases.removeEnvironment('T12345ZZ'));
  await useCases.apply({ run: await approved(engine, removal) });
  expect(await stopOf(useCases.addEnvironment('T12345ZZ', { approval: 'none' }))).toMatchObject({
    kind: 'guarded',
    key: 'env.askedBefore',
  });
  expect(await useCases.addEnvironment('T12345ZZ', {})).toMatchObject({ approval: 'second-person', deleted: false });
  // It stands again: there is nothing to undo.
  expect(await stopOf(useCases.undo(removal.run.id))).toMatchObject({ key: 'settings.changedSince' });
});

test('a change that is not allowed is told at once', async () => {
  const { useCases } = await asking();
  expect(await stopOf(useCases.setEnvironment(CODE, { type: 'accept', approval: 'none' }))).toMatchObject({
    key: 'env.typeInUse',
  });
  expect(await useCases.runs({})).toEqual([]);
});

test('it has no rows to leave out, to mend or to plan again, and no limits to raise', async () => {
  const { useCases, as } = await asking();
  const { run } = await planned(useCases.setEnvironment(CODE, { approval: 'none' }));
  const noRows = { kind: 'wrongUse', key: 'settings.noRows' };
  expect(await stopOf(useCases.exclude(run.id, { out: [1] }))).toMatchObject(noRows);
  expect(await stopOf(useCases.mend(run.id, {}))).toMatchObject(noRows);
  expect(await stopOf(useCases.planAgain(run.id, {}))).toMatchObject(noRows);
  expect(await stopOf(useCases.secondPass(run.id))).toMatchObject(noRows);
  const raising = as('piet').approve({ run: run.id, guards: { maxBlocks: 9 } });
  expect(await stopOf(raising)).toMatchObject({ kind: 'wrongUse', key: 'settings.noLimits' });
});

test('somebody else asks for a second person meanwhile: the change is judged by that', async () => {
  const engine = await freshEngine({}, { onDisk: true });
  const { useCases, as } = engine;
  const [, answer] = await Promise.all([
    useCases.setEnvironment(CODE, { approval: 'second-person' }),
    as('piet').setEnvironment(CODE, { guards: { maxBlocks: '90%' } }),
  ]);
  const { guards } = (await settingsOf(engine)) as { guards: object };
  // One after the other: set before anybody was asked, or left to a plan; never set while somebody is.
  expect(answer.planned === null).toBe('maxBlocks' in guards);
  const late = await as('piet').setEnvironment(CODE, { guards: { maxCreates: 90 } });
  expect(late.planned?.run.kind).toBe('settings');
});
