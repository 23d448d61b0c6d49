/** What whoever listens is told, and what is nobody's news. */
import { expect, test } from 'vitest';
import { createUseCases } from '../../src/application/createUseCases.js';
import type { RunEvent } from '../../src/application/ports/runEvents.js';
import type { UseCases } from '../../src/application/useCases.js';
import { stopOf, type Engine } from '../support/engine.js';
import { planRows } from '../support/engineRows.js';
import { freshEngine } from '../support/engineTest.js';

const JAN = { user: 'JBO', mutationCode: '1', description: 'Jan', email: 'jan@voorbeeld.nl', upn: '' };
const NEW = { user: 'NIEUW', mutationCode: '1', description: 'N', email: 'n@voorbeeld.nl', upn: 'n@voorbeeld.nl' };

/** The use cases in the hands of somebody, and what they tell: `event run`, with the status where it is not 4. */
function listened(
  { store, contextOf }: Engine,
  login = 'jan',
): { useCases: UseCases; told: string[]; events: RunEvent[] } {
  const events: RunEvent[] = [];
  const told: string[] = [];
  const useCases = createUseCases({
    ...contextOf(login),
    ...store,
    tell: (event) => {
      events.push(event);
      told.push(`${event.event} ${event.run}${event.exit === 4 ? '' : ` (${event.exit})`}`);
    },
  });
  return { useCases, told, events };
}

test('a plan that is looked at and changed is told once, another process tells it again', async () => {
  const engine = await freshEngine({ environments: { T12345AA: { approval: 'second-person' } } });
  const { useCases, told } = listened(engine);
  const { run } = await planRows(useCases, { rows: [JAN, { ...NEW, mutationCode: '' }] });
  await useCases.exclude(run.id, { out: [3] });
  await useCases.exclude(run.id, { back: [3] });
  expect(told).toEqual(['guard 1', 'waits 1']);
  const other = listened(engine, 'piet');
  await other.useCases.exclude(run.id, { out: [3] });
  expect(other.told).toEqual(['waits 1']);
  expect(other.events[0]).toMatchObject({ operator: 'piet', what: 'plan', guards: [], counts: { excluded: 1 } });
});

test('both halves of an import are told, also where the second one is left to wait', async () => {
  const engine = await freshEngine({ environments: { T12345AA: { approval: 'second-person' } } });
  const { useCases, told } = listened(engine);
  const { run } = await planRows(useCases, { rows: [NEW] });
  await engine.as('piet').approve({ run: run.id });
  expect(await stopOf(useCases.apply({ run: run.id, secondPass: true }))).toMatchObject({ key: 'secondPass.waits' });
  expect(told).toEqual(['waits 1', 'applied 1 (0)', 'waits 2']);

  const alone = await freshEngine();
  const other = listened(alone);
  const second = await planRows(other.useCases, { rows: [NEW] });
  await other.useCases.apply({ run: second.run.id, secondPass: true });
  expect(other.told).toEqual(['applied 1 (0)', 'applied 2 (0)']);
});

test('a stale plan is told as failed, with nothing of the users that it is about', async () => {
  const engine = await freshEngine();
  const { useCases, told, events } = listened(engine);
  const [one, other] = [await planRows(useCases, { rows: [JAN] }), await planRows(useCases, { rows: [JAN] })];
  await useCases.apply({ run: one.run.id });
  await stopOf(useCases.apply({ run: other.run.id }));
  expect(told).toEqual(['applied 1 (0)', 'failed 2 (5)']);
  expect(events[1]).toMatchObject({ what: 'apply', environment: 'T12345AA', error: { key: 'apply.stale' } });
  expect(JSON.stringify(events)).not.toMatch(/JBO|Jan|voorbeeld/u);
});

test('what nobody foresaw is told without what it says of itself', async () => {
  const engine = await freshEngine();
  const { useCases } = listened(engine);
  const { run } = await planRows(useCases, { rows: [JAN] });
  const broken = { ...engine.store.plans, apply: () => Promise.reject(new Error('jan@voorbeeld.nl is not unique')) };
  const { useCases: failing, events } = listened({ ...engine, store: { ...engine.store, plans: broken } });
  await expect(failing.apply({ run: run.id })).rejects.toThrow('not unique');
  expect(events).toMatchObject([
    { event: 'failed', run: 1, exit: 1, error: { key: 'failure.unforeseen', params: { reason: 'unknown' } } },
  ]);
  expect(JSON.stringify(events)).not.toContain('voorbeeld');
});

test('mistakes, and what is discarded or approved, are nobody’s news', async () => {
  const engine = await freshEngine({ environments: { T12345AA: { approval: 'second-person' } } });
  const { useCases, told } = listened(engine);
  const { run } = await planRows(useCases, { rows: [JAN] });
  const before = [...told];
  await stopOf(useCases.approve({ run: run.id }));
  await stopOf(useCases.apply({ run: 99 }));
  await useCases.discard(run.id);
  await stopOf(useCases.apply({ run: run.id }));
  expect(told).toEqual(before);
});
