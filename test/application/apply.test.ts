/** A plan is applied once, as it is, in time, and by two people where that is asked (docs/rules.md, *Plans*). */
import { expect, test } from 'vitest';
import { delivered } from '../support/deliveries.js';
import { directoryOf, readDirectory } from '../support/engineDirectory.js';
import { rowsOf, stopOf } from '../support/engine.js';
import { freshEngine } from '../support/engineTest.js';
import { planRows, type MadeImport } from '../support/engineRows.js';

const JAN = { user: 'JBO', mutationCode: '1', description: 'Jan', email: 'jan@voorbeeld.nl', upn: '' };
const BEA = { user: 'BBA', mutationCode: '1', description: 'Bea', email: 'bea@voorbeeld.nl', upn: 'bea@voorbeeld.nl' };
const IMPORT: MadeImport = { rows: [JAN] };

test('a plan is applied once', async () => {
  const { useCases } = await freshEngine();
  const { run } = await planRows(useCases, IMPORT);
  await useCases.apply({ run: run.id });
  expect(await stopOf(useCases.apply({ run: run.id }))).toMatchObject({ kind: 'wrongUse', key: 'run.notPlanned' });
  expect(await stopOf(useCases.discard(run.id))).toMatchObject({ kind: 'wrongUse', key: 'run.notPlanned' });
});

test('a discarded plan is not applied', async () => {
  const { useCases } = await freshEngine();
  const { run } = await planRows(useCases, IMPORT);
  expect((await useCases.discard(run.id)).run.status).toBe('discarded');
  expect(await stopOf(useCases.apply({ run: run.id }))).toMatchObject({ kind: 'wrongUse', key: 'run.notPlanned' });
});

test('a plan expires after 7 days, or after as many as were asked', async () => {
  const { useCases, clock } = await freshEngine();
  const { run } = await planRows(useCases, IMPORT);
  const { run: short } = await planRows(useCases, { ...IMPORT, expiresAfterDays: 1 });
  clock.now = new Date('2027-01-05T08:59:59Z');
  const kept = await useCases.exclude(short.id, { out: [] });
  expect(kept.run.expiresAt, 'worked out again, it has as many days again').toBe('2027-01-06T08:59:59.000Z');
  clock.now = new Date('2027-01-06T09:00:00Z');
  expect(await stopOf(useCases.apply({ run: short.id }))).toMatchObject({ kind: 'stale', key: 'plan.expired' });
  clock.now = new Date('2027-01-11T09:00:00Z');
  expect(await stopOf(useCases.apply({ run: run.id }))).toMatchObject({ kind: 'stale', key: 'plan.expired' });
  clock.now = new Date('2027-01-11T08:59:59Z');
  expect((await useCases.apply({ run: run.id })).run.status).toBe('applied');
});

test('an expired plan is delivered no more than it is applied, whatever would have stopped it before', async () => {
  const engine = await freshEngine();
  await engine.store.directory.setEnvironment('T12345AA', { approval: 'second-person' });
  const { run } = await planRows(engine.useCases, IMPORT);
  expect(await stopOf(delivered(engine, { run: run.id, guards: {} }))).toMatchObject({ key: 'apply.approvalNeeded' });
  engine.clock.now = new Date('2027-01-11T09:00:00Z');
  for (const messages of [false, true])
    expect(await stopOf(delivered(engine, { run: run.id, messages, guards: {} }))).toMatchObject({
      kind: 'stale',
      key: 'plan.expired',
    });
  expect((await engine.useCases.answer(run.id)).run).toMatchObject({ status: 'expired', delivery: null });
});

test('the same content is imported once into an environment, unless asked for', async () => {
  const { useCases } = await freshEngine();
  const { run } = await planRows(useCases, IMPORT);
  await planRows(useCases, IMPORT);
  await useCases.apply({ run: run.id });
  expect(await stopOf(planRows(useCases, IMPORT))).toMatchObject({ kind: 'alreadyImported', params: { run: run.id } });
  expect(await stopOf(useCases.planAgain(run.id, {}))).toMatchObject({ kind: 'alreadyImported' });
  expect((await useCases.planAgain(run.id, { importAgain: true })).run.status).toBe('planned');
  const again = await planRows(useCases, { ...IMPORT, importAgain: true });
  expect(again.run.summary.outcomes.unchanged).toBe(1);
  // Elsewhere, or as the other type, it is another import.
  expect((await planRows(useCases, { ...IMPORT, environment: 'O12345AA' })).run.status).toBe('planned');
});

test('a file, then another, then the first again: it is planned, and the run between them is named', async () => {
  const { useCases, store } = await freshEngine();
  const first = (await planRows(useCases, IMPORT)).run.id;
  await useCases.apply({ run: first });
  const second = (await planRows(useCases, { rows: [{ ...JAN, description: 'Johan' }] })).run.id;
  await useCases.apply({ run: second });
  expect((await planRows(useCases, IMPORT)).importedBefore).toEqual({ run: first, changedBy: second });
  const again = await useCases.planAgain(first, {});
  expect(again.importedBefore).toEqual({ run: first, changedBy: second });
  await useCases.apply({ run: again.run.id });
  expect(await stopOf(planRows(useCases, IMPORT))).toMatchObject({ kind: 'alreadyImported' });
  // Nobody's run: the directory was read in anew.
  const users = { 'T12345AA 12345.JBO': { description: 'Jan Bos', email: '', upn: '' } };
  await store.directory.import(directoryOf({ environments: { T12345AA: {} }, users }));
  expect((await planRows(useCases, IMPORT)).importedBefore).toEqual({ run: again.run.id, changedBy: null });
});

test('its own second pass, or a run about others, leaves a file imported', async () => {
  const { useCases } = await freshEngine();
  const made: MadeImport = { rows: [{ ...JAN, upn: 'jan@voorbeeld.nl' }] };
  const { run } = await planRows(useCases, made);
  await useCases.apply({ run: run.id, secondPass: true });
  await useCases.apply({ run: (await planRows(useCases, { rows: [BEA] })).run.id });
  expect(await stopOf(planRows(useCases, made))).toMatchObject({ kind: 'alreadyImported', params: { run: run.id } });
});

test('what is applied or approved is what was looked at: not a plan that somebody else changed since', async () => {
  const { useCases, as } = await freshEngine({ environments: { T12345AA: { approval: 'second-person' } } });
  const { run: shown } = await planRows(useCases, { rows: [JAN, BEA] });
  const { run: changed } = await as('piet').exclude(shown.id, { out: [2] });
  const looked = { run: shown.id, plan: shown.plan };
  const meanwhile = { kind: 'stale', key: 'run.changedMeanwhile' };
  expect(await stopOf(as('an').approve({ run: shown.id, plan: shown.plan }))).toMatchObject(meanwhile);
  await as('an').approve({ run: shown.id, plan: changed.plan });
  expect(await stopOf(useCases.apply(looked))).toMatchObject(meanwhile);
  expect((await useCases.apply({ ...looked, plan: changed.plan })).run.status).toBe('applied');
});

test('a failed attempt is no import', async () => {
  const { useCases } = await freshEngine();
  const { run } = await planRows(useCases, { rows: [{ ...JAN, mutationCode: '' }] });
  expect((await stopOf(useCases.apply({ run: run.id }))).kind).toBe('guarded');
  expect((await planRows(useCases, { rows: [{ ...JAN, mutationCode: '' }] })).run.status).toBe('planned');
});

test('where a second person is asked, somebody else approves', async () => {
  const { useCases, as } = await freshEngine({ environments: { T12345AA: { approval: 'second-person' } } });
  const { run, approvalNeeded } = await planRows(useCases, IMPORT);
  expect(approvalNeeded).toBe(true);
  expect(await stopOf(useCases.apply({ run: run.id }))).toMatchObject({ kind: 'guarded', key: 'apply.approvalNeeded' });
  expect(await stopOf(useCases.approve({ run: run.id }))).toMatchObject({
    kind: 'guarded',
    key: 'approve.sameOperator',
  });
  expect(await as('piet').approve({ run: run.id })).toMatchObject({
    approvalNeeded: false,
    run: { approvedBy: 'piet' },
  });
  expect((await useCases.apply({ run: run.id })).run).toMatchObject({
    status: 'applied',
    operator: 'jan',
    approvedBy: 'piet',
  });
});

test('an environment that the plan only reaches may ask for a second person as well', async () => {
  const { useCases } = await freshEngine({ environments: { T12345AB: { approval: 'second-person' } } });
  expect((await planRows(useCases, { rows: [JAN] })).approvalNeeded, 'Jan is in T12345AA alone').toBe(false);
  expect((await planRows(useCases, { rows: [BEA] })).approvalNeeded).toBe(true);
});

test('an approval lapses when the plan is worked out again', async () => {
  const { useCases, as } = await freshEngine({ environments: { T12345AA: { approval: 'second-person' } } });
  const { run } = await planRows(useCases, { rows: [JAN, BEA] });
  for (const change of [
    () => useCases.exclude(run.id, { out: [3] }),
    () => useCases.mend(run.id, { rows: [2], values: [{ place: 'description', value: 'Janneke' }] }),
  ]) {
    await as('piet').approve({ run: run.id });
    expect((await change()).run.approvedBy).toBeNull();
    expect((await stopOf(useCases.apply({ run: run.id }))).kind).toBe('guarded');
  }
  await as('piet').approve({ run: run.id });
  const again = await useCases.planAgain(run.id, {});
  expect(again.run.approvedBy).toBeNull();
  // Who works it out again is who planned it.
  await as('piet').exclude(again.run.id, { out: [2] });
  expect(await stopOf(as('piet').approve({ run: again.run.id }))).toMatchObject({ key: 'approve.sameOperator' });
});

test('interrupted, nothing is written', async () => {
  const { useCases, store } = await freshEngine();
  const before = await readDirectory(store.directory);
  const { run } = await planRows(useCases, { rows: [JAN, BEA] });
  const abort = new AbortController();
  let steps = 0;
  const onProgress = (): void => {
    // All users are written by then.
    if (++steps === 2) abort.abort();
  };
  expect((await stopOf(useCases.apply({ run: run.id }, { onProgress, signal: abort.signal }))).kind).toBe(
    'interrupted',
  );
  expect(steps).toBe(2);
  expect(await readDirectory(store.directory)).toEqual(before);
  expect((await useCases.apply({ run: run.id })).run.status).toBe('applied');
});

test('no password, and no hash of one, is in what is kept of a run', async () => {
  const engine = await freshEngine();
  const { useCases, store } = engine;
  const secret = 'Zomer-in-Utrecht-27!';
  const { run } = await planRows(useCases, { rows: [{ ...JAN, mutationCode: '5', password: secret }] });
  const sources: unknown[] = [];
  for await (const chunk of useCases.sources(run.id, {})) sources.push(...chunk);
  const told = JSON.stringify([sources, await rowsOf(engine, run.id), await useCases.answer(run.id)]);
  expect(told).not.toContain(secret);
  expect(told).not.toContain('hash of');
  expect((await store.plans.secrets(run.id, [2])).size).toBe(1);
  await useCases.apply({ run: run.id });
  expect((await store.plans.secrets(run.id, [2])).size).toBe(0);
});

test('a person or user that changed or went since makes the plan stale', async () => {
  const { useCases, store } = await freshEngine();
  const { run } = await planRows(useCases, { rows: [{ ...JAN, person: '100003' }] });
  await store.directory.import({ persons: [{ environment: 'T12345AA', code: '100003', name: 'Een ander mens' }] });
  const stop = await stopOf(useCases.apply({ run: run.id }));
  expect([stop.kind, stop.details.map(({ key, params }) => [key, params['row'], params['subject']])]).toEqual([
    'stale',
    [['stale.person', 2, '100003']],
  ]);
});
