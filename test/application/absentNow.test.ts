/** Who is not in the file of a plan, listed as they are now: by page, narrowed by a filter, with what was changed last. */
import { describe, expect, test } from 'vitest';
import { readRowFilter } from '../../src/application/readFilter.js';
import type { PagePlace } from '../../src/application/userUseCases.js';
import { BLOCK_NUMBERED, companyOf, namedRows, trippedIn } from '../support/absent.js';
import type { Engine } from '../support/engine.js';
import { ABSENT_RAISED, planRows } from '../support/engineRows.js';
import { manyRow } from '../support/engineTest.js';

describe('who is not in the file, as it is now', () => {
  const codes = async (engine: Engine, run: number, where?: string): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const users of engine.useCases.absentNow(run, where === undefined ? undefined : readRowFilter(where)))
      found.push(...users.map(({ user }) => user));
    return found;
  };

  test('is read by page from either end, and a filter narrows it', async () => {
    const engine = await companyOf(250);
    const { run } = await planRows(engine.useCases, {
      rows: [...namedRows(9), { ...manyRow(9, {}), mutationCode: '9' }],
    });
    const users = await codes(engine, run.id);
    expect(users).toHaveLength(run.summary.absent?.users ?? 0);
    expect(await engine.useCases.countAbsentNow(run.id)).toBe(users.length);
    const page = async (place: PagePlace): Promise<readonly (readonly [string, string])[]> =>
      (await engine.useCases.absentPage(run.id, undefined, { place, size: 100 })).users.map((user) => [
        user.user,
        user.place,
      ]);
    const first = await page({ from: 'first' });
    const second = await page({ after: first.at(-1)?.[1] ?? '' });
    expect([...first, ...second].map(([user]) => user)).toEqual(users.slice(0, 200));
    expect(await page({ before: second[0]?.[1] ?? '' })).toEqual(first);
    expect((await page({ from: 'last' })).map(([user]) => user)).toEqual(users.slice(-100));
    expect(await codes(engine, run.id, 'rij: gebruiker:M24*')).toHaveLength(10);
    for (const [where, count] of [
      ['-rij: ', 0],
      ['outcome:block', 0],
      ['field:upn', 0],
      ['-field:upn env:T12345AA', users.length],
    ] as const)
      expect(await codes(engine, run.id, where), where).toHaveLength(count);
  });

  test('leaves out who is named since, and tells the last run that changed somebody, of an applied one before it', async () => {
    const engine = await companyOf(4);
    const { run: changed } = await planRows(engine.useCases, {
      rows: [manyRow(3, { mutationCode: '1', description: 'Anders' })],
    });
    await engine.useCases.apply({ run: changed.id });
    const settings = { absent: BLOCK_NUMBERED };
    const { run } = await planRows(engine.useCases, {
      rows: [...namedRows(2), manyRow(9, { mutationCode: '1' })],
      settings,
    });
    const users = ['12345.M002', '12345.M003'];
    const told = new Map([['12345.M003', expect.objectContaining({ run: changed.id, operator: changed.operator })]]);
    expect(await engine.useCases.lastChanges(run.id, users)).toEqual(told);
    await engine.useCases.apply({ run: run.id, guards: ABSENT_RAISED });
    expect(await engine.useCases.lastChanges(run.id, users)).toEqual(told);
    // Blocked by now, and the one whom the plan made is named by it.
    expect(await codes(engine, run.id, 'user:M0*')).toEqual([]);
  });

  test('is planned by a plan that is made again', async () => {
    const engine = await companyOf(10);
    const { run } = await planRows(engine.useCases, { rows: namedRows(8) });
    const again = await engine.useCases.planAgain(run.id, { absent: BLOCK_NUMBERED });
    expect(again.run.summary).toMatchObject({ absent: { action: 'block' }, outcomes: { block: 2 } });
    expect(again.differences).toEqual([]);
    await engine.useCases.apply({ run: again.run.id, guards: ABSENT_RAISED });
    const short = await planRows(engine.useCases, { rows: namedRows(3) });
    const held = await engine.useCases.planAgain(short.run.id, { absent: BLOCK_NUMBERED });
    expect(trippedIn(held.guards)).toContain('shrunk');
    const back = await engine.useCases.planAgain(held.run.id, { absent: null });
    expect(back.run.summary).toMatchObject({ absent: short.run.summary.absent, outcomes: { block: 0 } });
  });
});
