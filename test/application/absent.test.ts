/** Who is not in the file: counted always, blocked where that was asked, and given back by an undo. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRowFilter } from '../../src/application/readFilter.js';
import { isAbsentRow } from '../../src/domain/absent.js';
import type { Guard } from '../../src/domain/guards/guard.js';
import { caseKey } from '../../src/domain/sourceRow.js';
import { completeUserCode } from '../../src/domain/userCode.js';
import { absentOf, BLOCK, BLOCK_NUMBERED, companyOf, namedRows } from '../support/absent.js';
import { directories, imports, protections, TARGET } from '../support/engineArbitraries.js';
import { directoryOf, fullOf, readDirectory, type FullDirectory } from '../support/engineDirectory.js';
import { openEngine, rowsOf, stopOf, type Engine } from '../support/engine.js';
import { ABSENT_RAISED, madeFiles, planRows } from '../support/engineRows.js';
import { freshEngine, manyRow, manyUsers } from '../support/engineTest.js';
import { isProtected } from '../support/naiveModel.js';
import { PostgresServer } from '../support/postgres.js';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 60) };

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
      settings: { absent: BLOCK_NUMBERED },
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
