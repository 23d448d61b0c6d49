/** Nobody is blocked in silence because of a file that is at fault, or that was applied before. */
import { describe, expect, test } from 'vitest';
import { absentOf, BLOCK, BLOCK_NUMBERED, companyOf, namedRows, trippedIn } from '../support/absent.js';
import { TARGET } from '../support/engineArbitraries.js';
import { rowsOf, stopOf, type Engine } from '../support/engine.js';
import { planRows, type RowTexts } from '../support/engineRows.js';
import { freshEngine, manyRow } from '../support/engineTest.js';

describe('the guard on a file that shrank', () => {
  const isTripped = async (engine: Engine, rows: readonly RowTexts[]): Promise<readonly string[]> => {
    const { guards } = await planRows(engine.useCases, {
      rows,
      settings: { absent: BLOCK_NUMBERED },
      raised: { maxAbsent: 1000, maxBlocks: 1000 },
    });
    return trippedIn(guards);
  };

  test('compares it with the last one of its kind that was applied', async () => {
    const engine = await companyOf(100);
    expect(await isTripped(engine, namedRows(10))).toEqual([]);
    const { run } = await planRows(engine.useCases, { rows: namedRows(100) });
    await engine.useCases.apply({ run: run.id });
    expect(await isTripped(engine, namedRows(50))).toEqual([]);
    expect(await isTripped(engine, namedRows(49))).toEqual(['shrunk']);
  });

  test('stops one of which more than a tenth is rejected', async () => {
    const engine = await companyOf(20);
    const faulty = (count: number): RowTexts[] =>
      namedRows(20).map((row, at) => (at < count ? { ...row, mutationCode: '9' } : row));
    expect(await isTripped(engine, faulty(2))).toEqual([]);
    expect(await isTripped(engine, faulty(3))).toEqual(['shrunk']);
  });

  test('stops one with a rejected row that may be about anybody', async () => {
    const engine = await companyOf(20);
    const rows = (user: RowTexts['user'] = ''): RowTexts[] => [
      ...namedRows(19),
      { ...manyRow(19, { mutationCode: '6' }), user },
    ];
    expect(await isTripped(engine, rows('12345.M019'))).toEqual([]);
    expect(await isTripped(engine, rows(''))).toEqual(['shrunk']);
    expect(await isTripped(engine, rows('12345.M01O'))).toEqual(['shrunk']);
    expect(await isTripped(engine, rows({ kind: 'decimal', text: '12345.1' }))).toEqual(['shrunk']);
    const made = [...namedRows(20), manyRow(30, { mutationCode: '1', email: 'geen adres' })];
    expect(await isTripped(engine, made)).toEqual([]);
  });
});

describe('a file that was applied before', () => {
  const settings = { absent: BLOCK_NUMBERED };
  const apply = async (engine: Engine, count: number): Promise<void> => {
    const { run } = await planRows(engine.useCases, { rows: namedRows(count), settings });
    await engine.useCases.apply({ run: run.id });
  };

  test('is imported already as long as it would block nobody', async () => {
    const engine = await companyOf(20);
    await apply(engine, 20);
    const stop = await stopOf(planRows(engine.useCases, { rows: namedRows(20), settings }));
    expect(stop).toMatchObject({ kind: 'alreadyImported' });
    const added = await engine.useCases.act({
      act: 'add',
      users: ['M099'],
      environment: TARGET,
      values: { description: 'Nieuw' },
    });
    await engine.useCases.apply({ run: added.run.id });
    const { run, guards } = await planRows(engine.useCases, { rows: namedRows(20), settings });
    expect(absentOf(await rowsOf(engine, run.id))).toEqual(['12345.M099 block']);
    expect(trippedIn(guards)).toEqual([]);
  });

  test('stops where another one was applied since, unless it is asked for', async () => {
    const engine = await companyOf(20);
    await apply(engine, 19);
    const more = [...namedRows(19), manyRow(30, { mutationCode: '1', upn: '' })];
    const { run } = await planRows(engine.useCases, { rows: more, settings });
    await engine.useCases.apply({ run: run.id });
    const { guards, importedBefore, ...again } = await planRows(engine.useCases, { rows: namedRows(19), settings });
    expect(absentOf(await rowsOf(engine, again.run.id))).toEqual(['12345.M030 block']);
    expect(trippedIn(guards)).toEqual(['shrunk']);
    expect(importedBefore).toMatchObject({ run: run.id - 1 });
    expect(trippedIn((await engine.useCases.planAgain(again.run.id, {})).guards)).toEqual(['shrunk']);
    const asked = await planRows(engine.useCases, { rows: namedRows(19), settings, importAgain: true });
    expect(trippedIn(asked.guards)).toEqual([]);
  });
});

test.each([
  ['a number without its zeros', { user: '7', upn: '', email: '' }],
  ['a number without its zeros, rejected', { user: '7', mutationCode: '9' }],
  ['its UPN', { user: 'ANDERS', upn: 'zeven@voorbeeld.nl' }],
  ['its e-mail address', { user: 'ANDERS', upn: '', email: 'Zeven@Voorbeeld.nl' }],
  ['a code that looks the same', { user: '0O7', upn: '', email: '' }],
])('nobody is blocked in silence whom the file seems to have under another code: %s', async (_name, other) => {
  const engine = await freshEngine({
    users: {
      'T12345AA 12345.007': { email: 'zeven@voorbeeld.nl', upn: 'zeven@voorbeeld.nl' },
      'T12345AA 12345.M008': {},
    },
  });
  const settings = { absent: { ...BLOCK, where: 'user:007' } };
  const named = Array.from({ length: 19 }, (_, at) => manyRow(at, { mutationCode: '1', upn: '' }));
  const planned = (more: Readonly<Record<string, string>>): ReturnType<typeof planRows> =>
    planRows(engine.useCases, { rows: [...named, manyRow(40, { mutationCode: '1', ...more })], settings });
  expect(trippedIn((await planned({ user: 'M008', upn: '', email: '' })).guards)).toEqual([]);
  expect(trippedIn((await planned(other)).guards)).toEqual(['shrunk']);
});

test('where rows are missing at its end, nobody beyond what leaves in a day is blocked but by a guard that is raised', async () => {
  const engine = await companyOf(60);
  const whole = await planRows(engine.useCases, {
    rows: namedRows(60),
    settings: { absent: BLOCK_NUMBERED },
  });
  await engine.useCases.apply({ run: whole.run.id });
  for (let share = 0.05; share < 1; share += 0.05) {
    const left = Math.round(60 * share);
    const { guards, run } = await planRows(engine.useCases, {
      rows: namedRows(left),
      settings: { absent: BLOCK_NUMBERED },
    });
    expect(run.summary.outcomes.block).toBe(60 - left);
    // As many as leave a company in a day are allowed.
    expect(guards.some(({ tripped }) => tripped)).toBe(60 - left > 3);
  }
});
