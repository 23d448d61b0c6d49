/** Who is not in the file: counted always, blocked where that was asked, and never because of a file that is at fault. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRowFilter } from '../../src/application/readFilter.js';
import type { PagePlace } from '../../src/application/userUseCases.js';
import { isAbsentRow, type AbsentSettings } from '../../src/domain/absent.js';
import type { Guard } from '../../src/domain/guards/guard.js';
import type { PlannedRow } from '../../src/domain/plannedRow.js';
import { caseKey } from '../../src/domain/sourceRow.js';
import { completeUserCode } from '../../src/domain/userCode.js';
import { directories, imports, protections, TARGET } from '../support/engineArbitraries.js';
import { directoryOf, fullOf, readDirectory, type FullDirectory } from '../support/engineDirectory.js';
import { openEngine, rowsOf, stopOf, type Engine } from '../support/engine.js';
import { ABSENT_RAISED, madeFiles, planRows, type RowTexts } from '../support/engineRows.js';
import { freshEngine, manyRow, manyUsers } from '../support/engineTest.js';
import { isProtected } from '../support/naiveModel.js';
import { PostgresServer } from '../support/postgres.js';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 60) };

const BLOCK: AbsentSettings = { action: 'block' };

/** The first so many of a hundred users, each as they are. */
const namedRows = (count: number): RowTexts[] =>
  Array.from({ length: count }, (_, at) => manyRow(at, { mutationCode: '1' }));

const absentOf = (rows: readonly PlannedRow[]): string[] =>
  rows.filter(({ row }) => isAbsentRow(row)).map(({ user, outcome }) => `${user} ${outcome}`);

const companyOf = (count: number): Promise<Engine> =>
  freshEngine({
    users: {
      ...manyUsers(count),
      'T12345AA 12345.SYS': { system: true },
      'T12345AA 12345.DICHT': { blocked: true },
      'T12345AB 12345.ELDERS': {},
    },
  });

async function usersOf(engine: Engine): Promise<readonly string[]> {
  const { users } = await readDirectory(engine.store.directory);
  return Object.entries(users).flatMap(([key, { blocked, system }]) =>
    key.startsWith('T12345AA ') && !blocked && !system && users[key.replace('AA', 'AB')]?.system !== true
      ? [key.slice('T12345AA '.length)]
      : [],
  );
}

describe('a plan of a file', () => {
  test('counts the active users whom no row names, and does nothing to them unasked', async () => {
    const engine = await companyOf(20);
    const active = await usersOf(engine);
    const { run, guards } = await planRows(engine.useCases, { rows: namedRows(5) });
    expect(run.summary.absent).toEqual({ users: active.length - 5, action: 'none' });
    expect(absentOf(await rowsOf(engine, run.id))).toEqual([]);
    expect(guards.map(({ guard }) => guard)).not.toContain('absent');
  });

  test('blocks them where it was asked, with the groups or without', async () => {
    const groups = { users: { ...manyUsers(2), 'T12345AA 12345.WEG': { groups: ['INKOOP'] } } };
    for (const [action, left] of [
      ['block', []],
      ['block-keep-groups', ['INKOOP']],
    ] as const) {
      const engine = await freshEngine(groups);
      const { run } = await planRows(engine.useCases, {
        rows: namedRows(2),
        settings: { absent: { action, where: 'user:WEG' } },
      });
      expect(absentOf(await rowsOf(engine, run.id))).toEqual(['12345.WEG block']);
      await engine.useCases.apply({ run: run.id, guards: ABSENT_RAISED });
      const { users } = await readDirectory(engine.store.directory);
      expect(users['T12345AA 12345.WEG']).toMatchObject({ blocked: true, groups: left });
      expect((await engine.useCases.userHistory('12345.WEG'))[0]).toMatchObject({ run: run.id, row: null });
    }
  });

  test('a row that is rejected or left out names its user, in any script', async () => {
    const engine = await freshEngine({ users: { 'T12345AA 12345.ÉÉN': {}, 'T12345AA 12345.TWEE': {} } });
    const rows = [
      manyRow(0, { user: '12345.één', mutationCode: '1', upn: '', email: 'geen adres' }),
      manyRow(0, { user: 'twee', mutationCode: '0', upn: '' }),
    ];
    const before = await usersOf(engine);
    const { run } = await planRows(engine.useCases, { rows, settings: { absent: BLOCK } });
    const { run: without } = await engine.useCases.exclude(run.id, { out: [3] });
    expect(without.summary.outcomes).toMatchObject({ rejected: 1, excluded: 1 });
    expect(without.summary.absent).toEqual({ users: before.length - 2, action: 'block' });
    expect((await rowsOf(engine, run.id)).map(({ user, outcome }) => [caseKey(user), outcome])).not.toContainEqual([
      '12345.één',
      'block',
    ]);
  });

  test('who is left out stays left out when the plan is worked out again, and can be taken back', async () => {
    const engine = await companyOf(4);
    const { run } = await planRows(engine.useCases, {
      rows: namedRows(2),
      settings: { absent: { ...BLOCK, where: 'user:M0*' } },
    });
    const [first] = (await rowsOf(engine, run.id)).filter(({ row }) => isAbsentRow(row));
    await engine.useCases.exclude(run.id, { out: [first!.row] });
    expect(absentOf(await rowsOf(engine, run.id))).toEqual(['12345.M002 excluded', '12345.M003 block']);
    await engine.useCases.mend(run.id, { rows: [2], values: [{ place: 'description', value: 'Anders' }] });
    expect(absentOf(await rowsOf(engine, run.id))).toEqual(['12345.M002 excluded', '12345.M003 block']);
    const again = await engine.useCases.planAgain(run.id, {});
    expect(absentOf(await rowsOf(engine, again.run.id))).toEqual(['12345.M002 excluded', '12345.M003 block']);
    expect(again.differences).toEqual([]);
    await engine.useCases.exclude(again.run.id, { back: [first!.row] });
    expect(absentOf(await rowsOf(engine, again.run.id))).toEqual(['12345.M002 block', '12345.M003 block']);
  });
});

describe('the guard on a file that shrank', () => {
  const isTripped = async (engine: Engine, rows: readonly RowTexts[]): Promise<readonly string[]> => {
    const { guards } = await planRows(engine.useCases, {
      rows,
      settings: { absent: { ...BLOCK, where: 'user:M0*' } },
      raised: { maxAbsent: 1000, maxBlocks: 1000 },
    });
    return guards.flatMap(({ guard, tripped }) => (tripped ? [guard] : []));
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
  const settings = { absent: { ...BLOCK, where: 'user:M0*' } };
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

const trippedIn = (guards: readonly Guard[]): readonly string[] =>
  guards.flatMap(({ guard, tripped }) => (tripped ? [guard] : []));

test('where rows are missing at its end, nobody beyond what leaves in a day is blocked but by a guard that is raised', async () => {
  const engine = await companyOf(60);
  const whole = await planRows(engine.useCases, {
    rows: namedRows(60),
    settings: { absent: { ...BLOCK, where: 'user:M0*' } },
  });
  await engine.useCases.apply({ run: whole.run.id });
  for (let share = 0.05; share < 1; share += 0.05) {
    const left = Math.round(60 * share);
    const { guards, run } = await planRows(engine.useCases, {
      rows: namedRows(left),
      settings: { absent: { ...BLOCK, where: 'user:M0*' } },
    });
    expect(run.summary.outcomes.block).toBe(60 - left);
    // As many as leave a company in a day are allowed.
    expect(guards.some(({ tripped }) => tripped)).toBe(60 - left > 3);
  }
});

test('with it applied, nobody active and unnamed is left there, nobody else was touched, and undo gives all back', async () => {
  await fc.assert(
    fc.asyncProperty(directories, imports({ type: 'user' }), protections, async (note, file, protect) => {
      const engine = await openEngine({ directory: directoryOf(note), files: madeFiles(), protect });
      try {
        const before = await readDirectory(engine.store.directory);
        const settings = { emptyRules: file.empty };
        const plain = await planRows(engine.useCases, { ...file, settings });
        const { run } = await planRows(engine.useCases, { ...file, settings: { ...settings, absent: BLOCK } });
        const named = new Set(
          (await rowsOf(engine, plain.run.id)).map(({ user }) => caseKey(completeUserCode(user, '12345'))),
        );
        const isAbsent = (key: string): boolean => {
          const [environment, code = ''] = key.split(' ');
          const user = before.users[key];
          if (environment !== TARGET || user?.blocked !== false || isProtected(protect[TARGET], code, user))
            return false;
          return code !== '12345.SYS' && !named.has(caseKey(code));
        };
        const absent = Object.keys(fullOf(note).users).filter(isAbsent);
        expect(plain.run.summary.absent).toEqual({ users: absent.length, action: 'none' });
        expect(run.summary.absent).toEqual({ users: absent.length, action: 'block' });
        const { guards } = await engine.useCases.apply({ run: run.id, guards: ABSENT_RAISED });
        const after = await readDirectory(engine.store.directory);
        for (const key of absent) expect(after.users[key]?.blocked, key).toBe(true);
        const ofFile = await rowsOf(engine, plain.run.id);
        expect((await rowsOf(engine, run.id)).slice(0, ofFile.length)).toEqual(ofFile);
        const touched = new Set(
          ofFile.flatMap(({ changes }) => changes.map((one) => `${one.environment} ${one.user}`)),
        );
        for (const [key, user] of Object.entries(before.users))
          if (!touched.has(key) && !absent.includes(key)) expect(after.users[key], key).toEqual(user);
        if (run.summary.outcomes.rename === 0) expect(countsOf(guards)).toMatchObject(counted(before, after, absent));
        if (absent.length === 0) return;
        const undo = await engine.useCases.undo(run.id);
        await engine.useCases.apply({ run: undo.run.id, guards: ABSENT_RAISED });
        const restored = await readDirectory(engine.store.directory);
        for (const key of absent)
          expect(restored.users[key]).toEqual({ ...before.users[key], tokens: expect.anything() });
      } finally {
        await engine.close();
      }
    }),
    RUNS,
  );
});

const countsOf = (guards: readonly Guard[]): object =>
  Object.fromEntries(guards.map(({ guard, count }) => [guard, count]));

/** What the guards are to count, over what two exports of the directory hold; nobody was renamed between them. */
function counted(before: FullDirectory, after: FullDirectory, absent: readonly string[]): object {
  const ours = Object.entries(after.users).filter(([key]) => key.startsWith(TARGET));
  const made = ours.filter(([key]) => before.users[key] === undefined);
  const blocked = ours.filter(([key, user]) => user.blocked && before.users[key]?.blocked === false);
  const changed = ours.filter(([key, user]) => {
    const was = before.users[key];
    return was !== undefined && JSON.stringify(was) !== JSON.stringify(user);
  });
  const blockedAbsent = absent.filter((key) => after.users[key]?.blocked === true).length;
  return { creates: made.length, blocks: blocked.length, updates: changed.length, absent: blockedAbsent, renames: 0 };
}

describe('on PostgreSQL', () => {
  let server: PostgresServer | undefined;
  beforeAll(async () => {
    server = await PostgresServer.start();
  }, 60_000);
  afterAll(() => server?.remove());

  test('the same users are absent', async () => {
    const engine = await openEngine({
      directory: directoryOf({
        environments: { T12345AA: {}, T12345AB: {} },
        users: {
          ...manyUsers(6),
          'T12345AA 12345.ÉÉN': {},
          'T12345AA 12345.SYS': { system: true },
          'T12345AA 12345.HALF': {},
          'T12345AB 12345.HALF': { system: true },
        },
      }),
      files: madeFiles(),
      path: (await server?.createEmpty()) ?? '',
    });
    try {
      const rows = [...namedRows(3), manyRow(9, { user: '12345.één', mutationCode: '9' })];
      const { run } = await planRows(engine.useCases, {
        rows,
        settings: { absent: { ...BLOCK, where: '-user:M005' } },
      });
      expect(run.summary.absent).toEqual({ users: 3, action: 'block' });
      expect(absentOf(await rowsOf(engine, run.id))).toEqual(['12345.M003 block', '12345.M004 block']);
      const where = readRowFilter('row: user:M*');
      const { users } = await engine.useCases.absentPage(run.id, where, { place: { from: 'last' }, size: 2 });
      expect(users.map(({ user }) => user)).toEqual(['12345.M005']);
      expect((await engine.useCases.lastChanges(run.id, ['12345.M005'])).size).toBe(0);
      await engine.useCases.setEnvironment('T12345AA', { protect: 'omschrijving~"nummer 003" -token:ja' });
      expect((await stopOf(engine.useCases.apply({ run: run.id, guards: ABSENT_RAISED }))).kind).toBe('stale');
      const { run: without } = await engine.useCases.planAgain(run.id, {});
      expect(without.summary.absent).toEqual({ users: 2, action: 'block' });
      expect(absentOf(await rowsOf(engine, without.id))).toEqual(['12345.M004 block']);
    } finally {
      await engine.close();
    }
  });
});

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
    const settings = { absent: { ...BLOCK, where: 'user:M0*' } };
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
    const again = await engine.useCases.planAgain(run.id, { absent: { ...BLOCK, where: 'user:M0*' } });
    expect(again.run.summary).toMatchObject({ absent: { action: 'block' }, outcomes: { block: 2 } });
    expect(again.differences).toEqual([]);
    await engine.useCases.apply({ run: again.run.id, guards: ABSENT_RAISED });
    const short = await planRows(engine.useCases, { rows: namedRows(3) });
    const held = await engine.useCases.planAgain(short.run.id, { absent: { ...BLOCK, where: 'user:M0*' } });
    expect(held.guards.filter(({ tripped }) => tripped).map(({ guard }) => guard)).toContain('shrunk');
    const back = await engine.useCases.planAgain(held.run.id, { absent: null });
    expect(back.run.summary).toMatchObject({ absent: short.run.summary.absent, outcomes: { block: 0 } });
  });
});
