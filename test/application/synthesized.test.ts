/** Plans without a file: the second pass (docs/rules.md, *Second pass*) and bringing environments in line. */
import { expect, test } from 'vitest';
import { readDirectory } from '../support/engineDirectory.js';
import { rowsOf, stopOf } from '../support/engine.js';
import { freshEngine } from '../support/engineTest.js';
import { EVERY_GUARD_RAISED, planRows } from '../support/engineRows.js';

const NEW = {
  user: 'NIEUW',
  mutationCode: '1',
  newUser: '',
  description: 'Nieuw',
  email: '',
  upn: 'nieuw@voorbeeld.nl',
};

test('the second pass is a mutation with the values as they stand after the run, offered once', async () => {
  const engine = await freshEngine();
  const { useCases } = engine;
  const { run } = await planRows(useCases, {
    rows: [NEW, { ...NEW, mutationCode: '4', newUser: 'ANDERS', description: 'Anders' }],
  });
  expect(run.deferredUpns).toBe(1);
  expect(await stopOf(useCases.secondPass(run.id))).toMatchObject({ kind: 'wrongUse', key: 'secondPass.notApplied' });
  await useCases.apply({ run: run.id });
  const second = await useCases.secondPass(run.id);
  expect(second.run).toMatchObject({ kind: 'second-pass', type: 'mutation', environment: 'T12345AA', parent: run.id });
  expect(
    (await rowsOf(engine, second.run.id)).map(({ user, code, outcome, changes }) => [user, code, outcome, changes]),
  ).toEqual([
    [
      '12345.ANDERS',
      null,
      'update',
      [{ environment: 'T12345AA', user: '12345.ANDERS', fields: [['upn', '', 'nieuw@voorbeeld.nl']] }],
    ],
  ]);
  expect((await useCases.answer(run.id)).run.secondPass).toEqual({ run: second.run.id, status: 'planned' });
  expect(await stopOf(useCases.secondPass(run.id))).toMatchObject({ kind: 'wrongUse', key: 'secondPass.exists' });
  await useCases.discard(second.run.id);
  expect((await useCases.secondPass(run.id)).run.status).toBe('planned');
});

test('a second pass that is held back stays a plan', async () => {
  const { useCases, as } = await freshEngine({ environments: { T12345AA: { approval: 'second-person' } } });
  const { run } = await planRows(useCases, { rows: [NEW] });
  await as('piet').approve({ run: run.id });
  expect(await stopOf(useCases.apply({ run: run.id, secondPass: true }))).toMatchObject({
    kind: 'guarded',
    key: 'secondPass.waits',
    params: { applied: run.id },
  });
  const { run: applied } = await useCases.answer(run.id);
  expect([applied.status, applied.secondPass?.status]).toEqual(['applied', 'planned']);
});

test('a run without new UPNs has no second pass', async () => {
  const { useCases } = await freshEngine();
  const { run } = await planRows(useCases, { rows: [{ ...NEW, upn: '' }] });
  const { run: applied } = await useCases.apply({ run: run.id, secondPass: true });
  expect(applied.secondPass).toBeNull();
  expect(await stopOf(useCases.secondPass(run.id))).toMatchObject({
    kind: 'wrongUse',
    key: 'plan.nothing.second-pass',
  });
});

const DRIFT = {
  users: {
    'T12345AB 12345.BBA': { description: 'Bea B.', upn: '', blocked: true, tokens: ['Pocket / iPhone van Bea'] },
    'T12345AB 12345.KEES': { user: '12345.Kees' },
    'O12345AB 12345.BBA': { email: 'anders@voorbeeld.nl' },
  },
};

test('environments are brought in line with one: its values, in those of its type', async () => {
  const { useCases, store } = await freshEngine(DRIFT);
  const before = await readDirectory(store.directory);
  const { run } = await useCases.align('T12345AA');
  expect(run).toMatchObject({ kind: 'align', type: 'user', environment: 'T12345AA' });
  await useCases.apply({ run: run.id, guards: EVERY_GUARD_RAISED });
  const after = await readDirectory(store.directory);
  const { 'T12345AB 12345.BBA': bea, 'T12345AB 12345.Kees': kees, ...others } = before.users;
  expect(after.users).toEqual({
    ...others,
    'T12345AB 12345.BBA': { ...bea, description: 'Bea Bakker', upn: 'bea@voorbeeld.nl' },
    'T12345AB 12345.KEES': kees,
  });
  expect(await stopOf(useCases.align('T12345AA'))).toMatchObject({ kind: 'wrongUse', key: 'plan.nothing.align' });
});

test('the other way round they are brought in line with the other one', async () => {
  const { useCases, store } = await freshEngine(DRIFT);
  const { run } = await useCases.align('T12345AB');
  await useCases.apply({ run: run.id, guards: EVERY_GUARD_RAISED });
  const { users } = await readDirectory(store.directory);
  expect(users['T12345AA 12345.BBA']).toMatchObject({ description: 'Bea B.', upn: '', blocked: false });
  expect(users['T12345AA 12345.Kees']).toMatchObject({ access: ['profit', 'inSite'] });
  expect(users['O12345AB 12345.BBA']).toMatchObject({ email: 'anders@voorbeeld.nl' });
});
