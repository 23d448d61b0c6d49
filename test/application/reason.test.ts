/** Why something is done is kept with its run, whichever way it is planned, and asked for where an environment wants it. */
import { expect, test } from 'vitest';
import type { RunAnswer } from '../../src/application/useCases.js';
import { stopOf, type Engine } from '../support/engine.js';
import { EVERY_GUARD_RAISED, planRows } from '../support/engineRows.js';
import { freshEngine } from '../support/engineTest.js';

const company = (): Promise<Engine> =>
  freshEngine({ users: { 'T12345AA 12345.EEN': {}, 'T12345AB 12345.EEN': {}, 'T12345AA 12345.TWEE': {} } });

const changing = (engine: Engine, user: string, more: object = {}): Promise<RunAnswer> =>
  planRows(engine.useCases, {
    rows: [{ user: `12345.${user}`, mutationCode: '1', description: 'Anders' }],
    raised: EVERY_GUARD_RAISED,
    ...more,
  });

test('a plan that takes the place of another keeps what was said; said again, it takes its place', async () => {
  const { useCases, ...engine } = await company();
  const planned = await changing({ useCases, ...engine }, 'EEN', { reason: 'TICKET-1' });
  expect(planned.run.reason).toBe('TICKET-1');
  const left = await useCases.exclude(planned.run.id, { out: [2] });
  const again = await useCases.planAgain(left.run.id, {});
  const other = await useCases.planAgain(again.run.id, { reason: 'TICKET-2' });
  expect([left, again, other].map(({ run }) => run.reason)).toEqual(['TICKET-1', 'TICKET-1', 'TICKET-2']);
  const back = await useCases.exclude(other.run.id, { back: [2] });
  const applied = await useCases.apply({ run: back.run.id, guards: EVERY_GUARD_RAISED, reason: 'TICKET-3' });
  expect(applied.run.reason).toBe('TICKET-3');
  const undone = await useCases.undo(applied.run.id, {}, { reason: 'toch niet' });
  expect(undone.run.reason).toBe('toch niet');
  const act = { act: 'block', environment: 'T12345AA', users: ['12345.TWEE'], reason: 'uit dienst' } as const;
  expect((await useCases.act(act)).run.reason).toBe('uit dienst');
});

test.each(['T12345AA', 'T12345AB'])(
  '%s asks for it, and a plan that reaches it is not applied without',
  async (asks) => {
    const engine = await company();
    await engine.useCases.setEnvironment(asks, { requireReason: true });
    const { run, reasonNeeded } = await changing(engine, 'EEN');
    expect(reasonNeeded).toBe(asks);
    const stop = await stopOf(engine.useCases.apply({ run: run.id, guards: EVERY_GUARD_RAISED }));
    expect([stop.kind, stop.key, stop.params]).toEqual([
      'wrongUse',
      'apply.reasonNeeded',
      { run: run.id, environment: asks },
    ]);
    expect((await engine.useCases.answer(run.id)).run.status).toBe('planned');
    expect(
      (await engine.useCases.apply({ run: run.id, guards: EVERY_GUARD_RAISED, reason: 'TICKET-1' })).run.status,
    ).toBe('applied');
  },
);

test('who is not reached asks for nothing, and what was said when it was planned is enough', async () => {
  const engine = await company();
  await engine.useCases.setEnvironment('T12345AB', { requireReason: true });
  const alone = await changing(engine, 'TWEE');
  expect((await engine.useCases.apply({ run: alone.run.id, guards: EVERY_GUARD_RAISED })).run.status).toBe('applied');
  const said = await changing(engine, 'EEN', { reason: 'TICKET-1' });
  expect((await engine.useCases.apply({ run: said.run.id, guards: EVERY_GUARD_RAISED })).run.status).toBe('applied');
});

test('records name the run, and are shown with what that says until it is pruned', async () => {
  const engine = await company();
  const { run } = await changing(engine, 'EEN', { reason: 'Jansen is uit dienst' });
  await engine.useCases.apply({ run: run.id, guards: EVERY_GUARD_RAISED });
  const reasons = async (): Promise<readonly (string | null)[]> => {
    const found: (string | null)[] = [];
    for await (const records of engine.useCases.audited({ run: run.id }))
      found.push(...records.map(({ reason }) => reason));
    return found;
  };
  expect(new Set(await reasons())).toEqual(new Set(['Jansen is uit dienst']));
  await engine.useCases.prune(-1);
  expect(new Set(await reasons())).toEqual(new Set([null]));
  expect((await engine.useCases.answer(run.id)).run.reason).toBeNull();
});
