/** On days on which an environment is frozen nobody in it is changed, whichever way that is asked. */
import { describe, expect, test } from 'vitest';
import type { ApplyRequest } from '../../src/application/useCases.js';
import { delivered } from '../support/deliveries.js';
import { stopOf, stoppedFor, type Engine } from '../support/engine.js';
import { readDirectory } from '../support/engineDirectory.js';
import { ABSENT_RAISED, EVERY_GUARD_RAISED, planRows, type RowTexts } from '../support/engineRows.js';
import { freshEngine } from '../support/engineTest.js';

const DAYS = '2026-12-19..2027-01-04';
const HERE = 'T12345AA';
const THERE = 'T12345AB';
const RAISED = { ...EVERY_GUARD_RAISED, duringFreeze: true } as const;

const BEA = { user: '12345.BBA', description: 'Bea Bakker', email: 'bea@voorbeeld.nl', upn: 'bea@voorbeeld.nl' };
const JAN = { user: '12345.JBO', description: 'Jan Bos', email: 'bos@voorbeeld.nl', upn: '' };
const NEW = { user: '12345.NIEUW', description: 'Nieuw', email: 'nieuw@voorbeeld.nl', upn: 'nieuw@voorbeeld.nl' };

/** It is the last day of the freeze, once it is set. */
const company = (): Promise<Engine> => freshEngine();

const freeze = (engine: Engine, code: string, freezeAllow: 'creates' | null = null): Promise<unknown> =>
  engine.useCases.setEnvironment(code, { freeze: DAYS, freezeAllow, timeZone: 'Europe/Amsterdam' });

const planned = async ({ useCases }: Engine, ...rows: RowTexts[]): Promise<number> =>
  (await planRows(useCases, { rows: rows.map((row) => ({ mutationCode: '1', ...row })) })).run.id;

async function applied(engine: Engine, ...rows: RowTexts[]): Promise<number> {
  const run = await planned(engine, ...rows);
  await engine.useCases.apply({ run, guards: EVERY_GUARD_RAISED });
  return run;
}

/** Plans that are there when the freeze of an environment begins, each made in its own way. */
const WAYS: readonly (readonly [name: string, frozen: string, plan: (engine: Engine) => Promise<number>])[] = [
  ['an import', HERE, (engine) => planned(engine, JAN)],
  [
    'an import that changes linked users there',
    THERE,
    (engine) => planned(engine, { ...BEA, email: 'b@voorbeeld.nl' }),
  ],
  [
    'an import of who is not in the file',
    HERE,
    async ({ useCases }) =>
      (
        await planRows(useCases, {
          rows: [{ ...BEA, mutationCode: '1' }],
          settings: { absent: { action: 'block' } },
          raised: ABSENT_RAISED,
        })
      ).run.id,
  ],
  [
    'an act',
    HERE,
    async ({ useCases }) => (await useCases.act({ environment: HERE, act: 'block', users: ['12345.JBO'] })).run.id,
  ],
  ['an undo', HERE, async (engine) => (await engine.useCases.undo(await applied(engine, JAN))).run.id],
  [
    'bringing in line',
    THERE,
    async (engine) => {
      await engine.store.directory.import({
        users: [{ environment: THERE, user: '12345.BBA', email: 'anders@voorbeeld.nl' }],
      });
      return (await engine.useCases.align(HERE)).run.id;
    },
  ],
  ['a second pass', HERE, async (engine) => (await engine.useCases.secondPass(await applied(engine, NEW))).run.id],
  [
    'a block elsewhere',
    THERE,
    async (engine) => {
      const [there] = await engine.useCases.blockElsewhere(await applied(engine, { ...BEA, mutationCode: '0' }));
      return there?.run.id ?? 0;
    },
  ],
];

describe('a plan waits', () => {
  const apply = (engine: Engine, request: ApplyRequest): Promise<unknown> => engine.useCases.apply(request);

  test.each(WAYS)('that is %s', async (_name, frozen, plan) => {
    const engine = await company();
    const run = await plan(engine);
    await freeze(engine, frozen);
    const before = await readDirectory(engine.store.directory);
    const stop = await stopOf(apply(engine, { run, guards: EVERY_GUARD_RAISED }));
    expect([stop.kind, stop.details.map(({ key }) => key)]).toEqual(['guarded', ['guard.frozen']]);
    expect(stop.details[0]?.params).toMatchObject({ environment: frozen, days: DAYS });
    expect(await readDirectory(engine.store.directory)).toEqual(before);
    await apply(engine, { run, guards: RAISED });
    const { guards } = await engine.useCases.answer(run);
    expect(guards).toContainEqual(expect.objectContaining({ guard: 'freeze', environment: frozen, tripped: false }));
  });

  test('of which a few rows are applied first, and its second pass, which is asked for with it', async () => {
    const engine = await company();
    const run = await planned(engine, NEW, JAN);
    await freeze(engine, HERE, 'creates');
    expect(await stoppedFor(apply(engine, { run, part: { rows: [3] } }))).toEqual(['guarded', ['guard.frozen']]);
    await engine.useCases.exclude(run, { out: [3] });
    // Who is made goes through; the UPN of who was made changes somebody.
    const second = await stopOf(apply(engine, { run, secondPass: true }));
    expect([second.key, second.details.map(({ key }) => key)]).toEqual(['secondPass.waits', ['guard.frozen']]);
    expect((await engine.useCases.answer(run)).run.status).toBe('applied');
  });

  test('of which a file is made: the first, the same once more, and that of the second import', async () => {
    const engine = await company();
    const [early, late] = [await planned(engine, NEW), await planned(engine, JAN)];
    await delivered(engine, { run: early });
    await freeze(engine, HERE);
    for (const request of [{ run: late }, { run: early, again: true }, { run: early, as: 'second-pass' as const }])
      expect(await stoppedFor(delivered(engine, request, `${request.run}-2.csv`))).toEqual([
        'guarded',
        ['guard.frozen'],
      ]);
    await delivered(engine, { run: late, guards: RAISED });
    await delivered(engine, { run: early, as: 'second-pass', guards: RAISED }, 'second.csv');
  });

  test('until midnight where the environment is', async () => {
    const engine = await company();
    await freeze(engine, HERE);
    const run = await planned(engine, JAN);
    engine.clock.now = new Date('2027-01-04T22:59:59Z');
    expect((await stopOf(apply(engine, { run }))).kind).toBe('guarded');
    engine.clock.now = new Date('2027-01-04T23:00:00Z');
    await apply(engine, { run });
  });
});

describe('what goes through', () => {
  test('is who is made, where that was set, and nobody who changes with them', async () => {
    const engine = await company();
    await freeze(engine, HERE, 'creates');
    const counts = async (...rows: RowTexts[]): Promise<number | undefined> => {
      const { guards } = await engine.useCases.answer(await planned(engine, ...rows));
      return guards.find(({ guard }) => guard === 'freeze')?.count;
    };
    expect([await counts(NEW), await counts(NEW, JAN)]).toEqual([0, 1]);
  });

  test('is what changes settings, or nothing', async () => {
    const engine = await company();
    await freeze(engine, HERE);
    await engine.useCases.setEnvironment(HERE, { approval: 'second-person' });
    const looser = await engine.useCases.setEnvironment(HERE, { freeze: null });
    await engine.as('piet').approve({ run: looser.planned?.run.id ?? 0 });
    await engine.useCases.apply({ run: looser.planned?.run.id ?? 0 });
    await freeze(engine, THERE);
    await engine.useCases.apply({
      run: (await planRows(engine.useCases, { environment: THERE, rows: [{ ...BEA, mutationCode: '1' }] })).run.id,
    });
  });

  test('is a directory that adds, where that was set, and not one that changes somebody', async () => {
    const engine = await company();
    const added = { environment: HERE, user: '12345.NIEUW', description: 'Nieuw' };
    const changed = { environment: HERE, user: '12345.JBO', description: 'Anders' };
    const bring = (user: object): Promise<unknown> =>
      engine.store.directory.import({ users: [user as typeof added] }, { at: engine.clock.now });
    await freeze(engine, HERE);
    for (const user of [added, changed])
      expect(await stopOf(bring(user))).toMatchObject({
        kind: 'guarded',
        key: 'directory.frozen',
        params: { environment: HERE, count: 1 },
      });
    await freeze(engine, HERE, 'creates');
    await bring(added);
    expect((await stopOf(bring(changed))).key).toBe('directory.frozen');
  });
});

describe('a freeze is raised', () => {
  const tripped = async ({ useCases }: Engine, run: number): Promise<boolean | undefined> =>
    (await useCases.answer(run)).guards.find(({ guard }) => guard === 'freeze')?.tripped;

  test('with a plan that is made during it, and holds for those days alone', async () => {
    const engine = await company();
    const plan = {
      rows: [{ ...JAN, mutationCode: '1' }],
      raised: { duringFreeze: true },
      expiresAfterDays: 60,
    } as const;
    engine.clock.now = new Date('2026-12-01T09:00:00Z');
    await freeze(engine, HERE);
    const early = (await planRows(engine.useCases, plan)).run;
    expect(early.guardSettings).toEqual({});
    engine.clock.now = new Date('2026-12-20T09:00:00Z');
    const late = (await planRows(engine.useCases, plan)).run;
    expect([await tripped(engine, early.id), await tripped(engine, late.id)]).toEqual([true, false]);
    await engine.useCases.setEnvironment(HERE, { freeze: '2026-12-19..2027-01-08' });
    expect(await tripped(engine, late.id)).toBe(true);
  });

  test('by whoever approves, where a second person is asked for', async () => {
    const engine = await company();
    await freeze(engine, HERE);
    await engine.useCases.setEnvironment(HERE, { approval: 'second-person' });
    const run = await planned(engine, JAN);
    expect((await stopOf(engine.useCases.apply({ run, guards: RAISED }))).key).toBe('apply.raisesNothing');
    await engine.as('piet').approve({ run });
    expect((await stopOf(engine.useCases.apply({ run }))).details.map(({ key }) => key)).toEqual(['guard.frozen']);
    // As the wizard raises it: what was on the screen, and no other that begins meanwhile.
    await engine.as('piet').approve({ run, guards: { freezes: [`${HERE} 2026-12-19..2027-01-05`] } });
    expect(await tripped(engine, run)).toBe(true);
    await engine.as('piet').approve({ run, guards: { duringFreeze: true } });
    expect((await engine.useCases.apply({ run })).run).toMatchObject({ status: 'applied', raisedBy: ['piet'] });
  });
});
