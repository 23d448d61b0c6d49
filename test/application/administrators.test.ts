/** No plan leaves an environment without those who administer it, whichever way it is made. */
import { describe, expect, test } from 'vitest';
import type { RunAnswer } from '../../src/application/useCases.js';
import { delivered } from '../support/deliveries.js';
import { stopOf, stoppedFor, type Engine } from '../support/engine.js';
import { EVERY_GUARD_RAISED, planRows, type RowTexts } from '../support/engineRows.js';
import { freshEngine } from '../support/engineTest.js';

const ADMINISTRATOR = { access: ['profit', 'portalAdmin'] } as const;

/** Two administrators in one environment; one of them, and nobody else, in another of its type. */
const company = (): Promise<Engine> =>
  freshEngine({
    users: {
      'T12345AA 12345.EEN': ADMINISTRATOR,
      'T12345AA 12345.TWEE': ADMINISTRATOR,
      'T12345AA 12345.GEEN': {},
      'T12345AB 12345.EEN': ADMINISTRATOR,
    },
  });

const blocks = (...users: readonly string[]): RowTexts[] =>
  users.map((user) => ({ user: `12345.${user}`, mutationCode: '0' }));

const planned = (engine: Engine, rows: readonly RowTexts[]): Promise<RunAnswer> =>
  planRows(engine.useCases, { rows, raised: EVERY_GUARD_RAISED });

const lost = ({ guards }: RunAnswer): readonly string[] =>
  guards
    .filter(({ guard }) => guard === 'administrators')
    .map(({ environment, count, allowed, tripped }) => `${environment} ${count}/${allowed}${tripped ? ' stops' : ''}`);

const expectStopped = async (work: Promise<unknown>): Promise<void> =>
  expect(await stoppedFor(work)).toEqual(['guarded', ['guard.lostAdministrators']]);

describe('the guard on administrators', () => {
  test('is there where a plan takes one away, and stops it where none would be left', async () => {
    const engine = await company();
    expect(lost(await planned(engine, blocks('GEEN')))).toEqual([]);
    expect(lost(await planned(engine, blocks('TWEE')))).toEqual(['T12345AA 1/1']);
    const both = await planned(engine, blocks('EEN', 'TWEE'));
    expect(lost(both)).toContain('T12345AA 2/1 stops');
    await expectStopped(engine.useCases.apply({ run: both.run.id, guards: EVERY_GUARD_RAISED }));
  });

  test('counts who loses the right, and who is unblocked or gets it in their place', async () => {
    const engine = await company();
    const takes = (user: string, portalAdmin: string): RowTexts => ({
      user: `12345.${user}`,
      mutationCode: '1',
      portalAdmin,
    });
    expect(lost(await planned(engine, [takes('EEN', 'N'), takes('TWEE', 'N')]))).toContain('T12345AA 2/1 stops');
    expect(lost(await planned(engine, [takes('EEN', 'N'), takes('TWEE', 'N'), takes('GEEN', 'J')]))).toContain(
      'T12345AA 1/1',
    );
  });

  test('is raised by another setting of the environment alone', async () => {
    const engine = await company();
    const { run } = await planned(engine, blocks('EEN', 'TWEE'));
    await engine.useCases.setEnvironment('T12345AA', { guards: { minAdmins: 0 } });
    await engine.useCases.setEnvironment('T12345AB', { guards: { minAdmins: 0 } });
    expect(lost(await engine.useCases.answer(run.id)).join()).not.toContain('stops');
    expect((await engine.useCases.apply({ run: run.id, guards: EVERY_GUARD_RAISED })).run.status).toBe('applied');
  });

  test('keeps as many as the environment asks for', async () => {
    const engine = await company();
    await engine.useCases.setEnvironment('T12345AA', { guards: { minAdmins: 2 } });
    expect(lost(await planned(engine, blocks('TWEE')))).toEqual(['T12345AA 1/0 stops']);
  });

  test('stops an undo that would take the only one away', async () => {
    const engine = await company();
    const given = await planned(engine, [
      { user: '12345.GEEN', mutationCode: '1', portalAdmin: 'J' },
      { user: '12345.EEN', mutationCode: '1' },
    ]);
    await engine.useCases.apply({ run: given.run.id, guards: EVERY_GUARD_RAISED });
    await engine.useCases.setEnvironment('T12345AA', { guards: { minAdmins: 3 } });
    const undo = await engine.useCases.undo(given.run.id);
    expect(lost(undo)).toEqual(['T12345AA 1/0 stops']);
    await expectStopped(engine.useCases.apply({ run: undo.run.id, guards: EVERY_GUARD_RAISED }));
  });

  test('stops a file for AFAS, of a plan and of an undo, whatever is raised', async () => {
    const engine = await company();
    const both = await planned(engine, blocks('EEN', 'TWEE'));
    await expectStopped(delivered(engine, { run: both.run.id }));
    await expectStopped(delivered(engine, { run: both.run.id, messages: true }, 'messages.jsonl'));
    expect((await engine.useCases.answer(both.run.id)).run.status).toBe('planned');
    const given = await planned(engine, [{ user: '12345.GEEN', mutationCode: '1', portalAdmin: 'J' }]);
    await engine.useCases.apply({ run: given.run.id, guards: EVERY_GUARD_RAISED });
    await engine.useCases.setEnvironment('T12345AA', { guards: { minAdmins: 3 } });
    const undo = await engine.useCases.undo(given.run.id);
    await expectStopped(delivered(engine, { run: undo.run.id }));
  });

  test('stops the block of the same users elsewhere', async () => {
    const engine = await company();
    const { run } = await planned(engine, blocks('EEN'));
    const [elsewhere] = await engine.useCases.blockElsewhere(run.id);
    expect(elsewhere && lost(elsewhere)).toEqual(['T12345AB 1/0 stops']);
    await expectStopped(engine.useCases.apply({ run: elsewhere?.run.id ?? 0, guards: EVERY_GUARD_RAISED }));
  });

  test('lets through what takes no right away, where there are too few already: bringing in line, and a second pass', async () => {
    const engine = await freshEngine({
      users: {
        'T12345AA 12345.EEN': ADMINISTRATOR,
        'T12345AB 12345.EEN': { ...ADMINISTRATOR, email: 'een@elders.nl' },
      },
    });
    for (const code of ['T12345AA', 'T12345AB'])
      await engine.useCases.setEnvironment(code, { guards: { minAdmins: 9 } });
    const align = await engine.useCases.align('T12345AA');
    expect(lost(align)).toEqual([]);
    expect((await engine.useCases.apply({ run: align.run.id })).run.status).toBe('applied');
    const made = await planned(engine, [
      { user: 'NIEUW', mutationCode: '1', description: 'Nieuw', email: 'n@x.nl', upn: 'nieuw@x.nl', portalAdmin: 'J' },
    ]);
    await engine.useCases.apply({ run: made.run.id, guards: EVERY_GUARD_RAISED });
    const second = await engine.useCases.secondPass(made.run.id);
    expect(lost(second)).toEqual([]);
    expect((await engine.useCases.apply({ run: second.run.id })).run.status).toBe('applied');
  });

  test('refuses a directory that blocks the only one', async () => {
    const engine = await company();
    const blocked = { environment: 'T12345AB', user: '12345.EEN', blocked: true };
    const stop = await stopOf(engine.store.directory.import({ users: [blocked] }));
    expect([stop.kind, stop.key, stop.params]).toEqual([
      'guarded',
      'directory.locksOut',
      { environment: 'T12345AB', count: 1, limit: 1 },
    ]);
    await engine.store.directory.import({ users: [{ ...blocked, environment: 'T12345AA' }] });
  });

  test('two plans that each leave one do not leave none together', async () => {
    const engine = await company();
    const first = await planned(engine, blocks('EEN'));
    const second = await planned(engine, blocks('TWEE'));
    await engine.useCases.setEnvironment('T12345AB', { guards: { minAdmins: 0 } });
    await engine.useCases.apply({ run: first.run.id, guards: EVERY_GUARD_RAISED });
    expect(await stoppedFor(engine.useCases.apply({ run: second.run.id, guards: EVERY_GUARD_RAISED }))).toEqual([
      'stale',
      ['stale.administrators.noRow'],
    ]);
  });
});
