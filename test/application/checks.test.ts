/** An organisation's own rules over the rows of a plan (docs/rules.md, *Checks*). */
import { expect, test } from 'vitest';
import type { Check, CheckEffect } from '../../src/domain/checks.js';
import type { RunAnswer } from '../../src/application/useCases.js';
import { stopOf, type Engine } from '../support/engine.js';
import { freshEngine } from '../support/engineTest.js';
import { planRows, type RowTexts } from '../support/engineRows.js';

const JAN = { user: 'JBO', mutationCode: '1', description: 'Jan Bos', email: 'jan@anders.nl', upn: '' };
const BEA = {
  user: 'BBA',
  mutationCode: '1',
  description: 'Bea Bakker',
  email: 'bea@voorbeeld.nl',
  upn: 'bea@voorbeeld.nl',
};

const check = (then: CheckEffect, where: string, name = 'Regel'): Check => ({ name, where, then });

const planned = (engine: Engine, rows: readonly RowTexts[], ...checks: readonly Check[]): Promise<RunAnswer> =>
  planRows(engine.useCases, { rows, settings: { checks } });

async function rowsOf({ useCases }: Engine, run: number): Promise<Record<number, readonly unknown[]>> {
  const found: Record<number, readonly unknown[]> = {};
  for await (const chunk of useCases.rows(run, {}))
    for (const { row, outcome, messages } of chunk)
      found[row] = [
        outcome,
        ...messages.filter(({ code }) => code === 'CHECK').map(({ level, params }) => [level, params['check']]),
      ];
  return found;
}

test('a warning tells, and stops nothing', async () => {
  const engine = await freshEngine();
  const { run, guards } = await planned(engine, [JAN, BEA], check('warning', 'field:email to~@anders'));
  expect(await rowsOf(engine, run.id)).toEqual({ 2: ['update', ['warning', 'Regel']], 3: ['unchanged'] });
  expect(guards.filter(({ guard }) => guard === 'check')).toEqual([]);
  expect((await engine.useCases.apply({ run: run.id })).run.status).toBe('applied');
});

test('what is rejected is as if it were not there for later rows', async () => {
  const engine = await freshEngine();
  const news = { ...JAN, mutationCode: '3', group: 'NIEUW' };
  const late = { ...BEA, mutationCode: '1', group: 'NIEUW' };
  const { run } = await planned(engine, [news, late], check('reject', 'field:group to:nieuw'));
  expect(await rowsOf(engine, run.id)).toEqual({ 2: ['rejected', ['error', 'Regel']], 3: ['rejected'] });
  expect(run.summary.groupsCreated).toBe(0);
});

test('a guard counts the rows that match, stops the plan, and is raised by its own name alone', async () => {
  const engine = await freshEngine();
  const { useCases } = engine;
  const both = [check('guard', 'field:email', 'Eén'), check('guard', 'outcome:unchanged', 'Twee')];
  const { run, guards } = await planned(engine, [JAN, BEA], ...both);
  expect(guards.filter(({ guard }) => guard === 'check')).toEqual([
    { guard: 'check', check: 'Eén', limit: 0, allowed: 0, count: 1, tripped: true },
    { guard: 'check', check: 'Twee', limit: 0, allowed: 0, count: 1, tripped: true },
  ]);
  expect(await stopOf(useCases.apply({ run: run.id }))).toMatchObject({ kind: 'guarded', key: 'apply.guarded' });
  expect(await stopOf(useCases.apply({ run: run.id, guards: { acceptChecks: ['Een'] } }))).toMatchObject({
    kind: 'wrongUse',
    key: 'check.unknown',
  });
  expect(await stopOf(useCases.apply({ run: run.id, guards: { acceptChecks: ['eén'] } }))).toMatchObject({
    details: [{ key: 'check.guarded', params: { check: 'Twee' } }],
  });
  const again = await useCases.planAgain(run.id, { raised: { acceptChecks: ['TWEE'] } });
  expect(
    again.guards.map(({ check: name, tripped }) => [name, tripped]).filter(([name]) => name !== undefined),
  ).toEqual([
    ['Eén', true],
    ['Twee', false],
  ]);
  const applied = await useCases.apply({ run: again.run.id, guards: { acceptChecks: ['Eén'] } });
  expect(applied.run.status).toBe('applied');
  expect(applied.guards.filter(({ guard }) => guard === 'check')).toMatchObject([
    { limit: 'accepted' },
    { limit: 'accepted' },
  ]);
});

test('rows that are left out, or mended so that it does not hold, trip nothing', async () => {
  const engine = await freshEngine();
  const { useCases } = engine;
  const { run } = await planned(engine, [JAN, BEA], check('guard', 'email~@anders'));
  const tripped = ({ guards }: RunAnswer): number => guards.filter((guard) => guard.tripped).length;
  expect(tripped(await useCases.exclude(run.id, { out: [2] }))).toBe(0);
  expect(tripped(await useCases.exclude(run.id, { back: [2] }))).toBe(1);
  expect(
    tripped(await useCases.mend(run.id, { rows: [2], values: [{ place: 'email', value: 'jan@voorbeeld.nl' }] })),
  ).toBe(0);
});

test.each(['Regel', 'an%_"\\x', 'é', '%'])(
  'the rows for which a check holds are found by its name: %s',
  async (name) => {
    const engine = await freshEngine();
    const { run } = await planned(
      engine,
      [JAN, BEA, { ...JAN, user: 'PIET' }],
      check('warning', 'user:JBO', name),
      check('reject', 'outcome:create', `${name}2`),
      check('guard', 'user:niemand', 'Anders'),
    );
    const found = (of: string): Promise<Uint32Array> => engine.useCases.rowNumbers(run.id, { check: of });
    expect([...(await found(name))]).toEqual([2]);
    expect([...(await found(`${name}2`))]).toEqual([4]);
    expect([...(await found('Anders'))]).toEqual([]);
    expect(run.counts.checks?.map(({ rows }) => rows)).toEqual([1, 1, 0]);
  },
);

test('a second person is asked where it holds for a row, and not otherwise', async () => {
  const engine = await freshEngine();
  const { useCases, as } = engine;
  const { run, approvalNeeded } = await planned(engine, [JAN, BEA], check('second-person', 'user:JBO field:email'));
  expect(approvalNeeded).toBe(true);
  expect(await stopOf(useCases.apply({ run: run.id }))).toMatchObject({ kind: 'guarded', key: 'apply.approvalNeeded' });
  expect(await stopOf(useCases.approve({ run: run.id }))).toMatchObject({ key: 'approve.sameOperator' });
  await as('bea').approve({ run: run.id });
  const without = await useCases.exclude(run.id, { out: [2] });
  expect(without.approvalNeeded).toBe(false);
  const back = await useCases.exclude(run.id, { back: [2] });
  expect(back.approvalNeeded).toBe(true);
  await as('bea').approve({ run: run.id });
  expect((await useCases.apply({ run: run.id })).run.status).toBe('applied');
});

test('a row that is rejected for another reason carries it too', async () => {
  const engine = await freshEngine();
  const { run } = await planned(
    engine,
    [{ ...JAN, mutationCode: '9' }],
    check('second-person', 'message:CODE_INVALID groep:HRM'),
  );
  expect(await rowsOf(engine, run.id)).toEqual({ 2: ['rejected', ['warning', 'Regel']] });
});

test('a second pass that follows at once is not stopped by what was accepted for the file', async () => {
  const engine = await freshEngine();
  const news = { ...JAN, user: 'NIEUW', upn: 'nieuw@voorbeeld.nl' };
  const { run } = await planned(engine, [news], check('guard', 'outcome:create'));
  const { run: applied } = await engine.useCases.apply({
    run: run.id,
    guards: { acceptChecks: ['Regel'] },
    secondPass: true,
  });
  expect(applied.status).toBe('applied');
  expect((await engine.useCases.runs({})).map(({ kind, status }) => [kind, status])).toEqual([
    ['second-pass', 'applied'],
    ['import', 'applied'],
  ]);
});
