import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { administratorGuard } from '../../src/domain/guards/administrators.js';
import { NO_RULES } from '../../src/domain/environmentRules.js';
import { freezeGuard } from '../../src/domain/guards/freeze.js';
import { licenceGuard } from '../../src/domain/guards/licences.js';
import { evaluateGuards, raisingSettings } from '../../src/domain/guards/evaluateGuards.js';
import { GUARDS, type Guard, type GuardName } from '../../src/domain/guards/guard.js';
import { importedIdentity, lostUnmapped, usersLosing, type GuardCounts } from '../../src/domain/guards/guardCounts.js';
import { LIMIT_SETTINGS, readLimit } from '../../src/domain/guards/limits.js';
import type { GuardSettings } from '../../src/domain/guards/guardSettings.js';

const NOTHING: GuardCounts = {
  emptyCodes: 0,
  cleared: [],
  importedIdentity: ['description', 'email', 'upn'],
  blocks: 0,
  renames: 0,
  rejected: 0,
  creates: 0,
  updates: 0,
  rows: 10,
  activeUsers: 100,
};

function guard(name: GuardName, counts: Partial<GuardCounts>, ...settings: readonly GuardSettings[]): Guard {
  return evaluateGuards({ ...NOTHING, ...counts }, ...settings).find((one) => one.guard === name)!;
}

describe('a limit is a number or a percentage', () => {
  test.each([
    ['25', 25],
    ['0', 0],
    [' 10% ', '10%'],
    ['100%', '100%'],
  ])('%s', (text, limit) => expect(readLimit(text)).toBe(limit));
  test.each(['', '%', '-1', '1.5', '101%', '10 %', 'tien', '1e3', '9999999999'])('not %s', (text) =>
    expect(readLimit(text)).toBeUndefined(),
  );
});

test('a percentage is rounded down, and trips when the count is over it', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(100), fc.nat(600), (activeUsers, share, blocks) => {
      const { allowed, tripped } = guard('blocks', { activeUsers, blocks }, { maxBlocks: `${share}%` });
      expect(allowed).toBe(Math.floor((activeUsers * share) / 100));
      expect(tripped).toBe(blocks > allowed);
    }),
  );
});

test('at least 5 belongs to the default alone', () => {
  expect(guard('blocks', { activeUsers: 3 }).allowed).toBe(5);
  expect(guard('blocks', { activeUsers: 3 }, {}, { maxBlocks: '10%' }).allowed).toBe(0);
  expect(guard('blocks', { activeUsers: 3 }, {}, { maxBlocks: 2 }).allowed).toBe(2);
});

test('the first setting wins, each guard for itself', () => {
  const settings = [
    { maxBlocks: 1 },
    { maxBlocks: 2, maxRenames: 2 },
    { maxBlocks: 3, maxRenames: 3, maxClears: 3 },
  ] as const;
  const allowed = (name: GuardName): number => guard(name, {}, ...settings).allowed;
  expect([allowed('blocks'), allowed('renames'), allowed('clears'), allowed('rejected')]).toEqual([1, 2, 3, 5]);
});

test('who loses a value because its field is not imported is counted apart from who loses it to an empty cell', () => {
  const counts: Partial<GuardCounts> = {
    importedIdentity: ['description', 'email'],
    cleared: [
      { fields: ['email'], users: 10 },
      { fields: ['upn'], users: 20 },
      { fields: ['email', 'upn'], users: 1 },
      { fields: ['description', 'email', 'upn'], users: 2 },
    ],
  };
  expect(guard('clears', counts)).toMatchObject({ count: 13 });
  expect(guard('unmapped-identity', counts)).toMatchObject({ count: 23, allowed: 0, tripped: true });
  expect(guard('unmapped-identity', counts, { allowClear: ['email'] })).toMatchObject({ tripped: true });
  expect(guard('unmapped-identity', counts, { allowClear: ['upn'] })).toMatchObject({ count: 23, tripped: false });
});

test('rejected is a share of all rows', () => {
  expect(guard('rejected', { rejected: 5 })).toMatchObject({ allowed: 5, tripped: false });
  expect(guard('rejected', { rejected: 6 })).toMatchObject({ tripped: true });
  expect(guard('rejected', { rejected: 6 }, { maxRejected: '60%' })).toMatchObject({ tripped: false });
});

test('empty codes are accepted all or not at all', () => {
  expect(guard('empty-code', { emptyCodes: 1 })).toMatchObject({ limit: 0, allowed: 0, tripped: true });
  expect(guard('empty-code', { emptyCodes: 9 }, { acceptEmptyCode: true })).toMatchObject({ tripped: false });
});

describe('new and changed users', () => {
  test('a tenth may be new, and 25 at least; in an environment that has nobody yet everybody is', () => {
    expect(guard('creates', { creates: 25 })).toMatchObject({ limit: '10%', allowed: 25, tripped: false });
    expect(guard('creates', { creates: 26 }).tripped).toBe(true);
    expect(guard('creates', { activeUsers: 1000, creates: 101 })).toMatchObject({ allowed: 100, tripped: true });
    expect(guard('creates', { activeUsers: 0, creates: 500 }).tripped).toBe(false);
    expect(guard('creates', { activeUsers: 0, creates: 500 }, { maxCreates: '50%' }).tripped).toBe(false);
    expect(guard('creates', { activeUsers: 0, creates: 500 }, { maxCreates: 100 }).tripped).toBe(true);
    expect(guard('creates', { creates: 150 }, { maxCreates: '150%' })).toMatchObject({ allowed: 150, tripped: false });
  });
  test('changed users are guarded where a limit is set', () => {
    expect(guard('updates', { updates: 5000 })).toMatchObject({ limit: 'none', tripped: false });
    expect(guard('updates', { updates: 51 }, {}, { maxUpdates: '50%' })).toMatchObject({ allowed: 50, tripped: true });
  });
  test('what raises a guard raises it to what was counted', () => {
    const raised = raisingSettings(
      evaluateGuards({ ...NOTHING, creates: 40, blocks: 20, emptyCodes: 2 }).filter(({ tripped }) => tripped),
      NOTHING,
    );
    expect(raised).toEqual({ acceptEmptyCode: true, maxBlocks: 20, maxCreates: 40 });
  });
});

describe('the guards', () => {
  test('are these, in the order in which they are told', () => {
    expect(GUARDS.join(' ')).toBe(
      'empty-code unmapped-identity clears blocks renames rejected creates updates absent shrunk check administrators licences freeze',
    );
    const all = evaluateGuards({ ...NOTHING, absent: 0, checks: [{ name: 'Domein', then: 'guard', rows: 0 }] });
    const lost = [administratorGuard({ environment: 'T12345AA', before: 2, after: 1 }, 1)];
    const frozen = freezeGuard(
      { code: 'T12345AA', rules: { ...NO_RULES, freeze: '2026-12-19' } },
      { users: 1, creates: 0 },
      new Date('2026-12-19T12:00:00Z'),
    );
    const used = licenceGuard({ environment: 'T12345AA', before: 1, after: 1 }, 1);
    expect([...all, ...lost, used, frozen].map((one) => one?.guard)).toEqual(GUARDS);
    // Who is not in the file, checks and what each environment has for itself are told of where the plan has to do with them.
    expect(evaluateGuards(NOTHING).map((one) => one.guard)).toEqual(GUARDS.slice(0, 8));
  });
  test('take a percentage up to 100, or beyond where there may be more than there are now', () =>
    expect(LIMIT_SETTINGS.map(({ setting, highest }) => `${setting} ${highest}`)).toEqual([
      'maxClears 100',
      'maxBlocks 100',
      'maxRenames 100',
      'maxRejected 100',
      'maxCreates 10000',
      'maxUpdates 10000',
      'maxAbsent 100',
    ]));
  const counts = { activeUsers: 1000, rows: 10, blocks: 1, renames: 2, rejected: 3, creates: 4, updates: 5 };
  test.each([
    ['clears', 0, 100, '10%'],
    ['blocks', 1, 100, '10%'],
    ['renames', 2, 100, '10%'],
    ['rejected', 3, 5, '50%'],
    ['creates', 4, 100, '10%'],
    ['updates', 5, 5, 'none'],
  ] as const)('%s: %i of %i by default (%s)', (name, count, allowed, limit) =>
    expect(guard(name, counts)).toEqual({ guard: name, count, allowed, limit, tripped: false }),
  );
  test.each([
    ['clears', 5],
    ['blocks', 5],
    ['renames', 5],
    ['rejected', 0],
    ['creates', 25],
  ] as const)('%s allow at least %i by default', (name, allowed) =>
    expect(guard(name, { ...counts, activeUsers: 1, rows: 1, updates: 0 }).allowed).toBe(allowed),
  );
  test('empty codes are accepted all, or none', () => {
    const none = { guard: 'empty-code', count: 2, allowed: 0, limit: 0, tripped: true };
    expect(guard('empty-code', { emptyCodes: 2 })).toEqual(none);
    expect(guard('empty-code', { emptyCodes: 2 }, { acceptEmptyCode: false })).toEqual(none);
    const all = { ...none, allowed: 2, limit: 'accepted', tripped: false };
    expect(guard('empty-code', { emptyCodes: 2 }, { acceptEmptyCode: true })).toEqual(all);
  });
});

describe('identity fields that users lose', () => {
  const cleared = [
    { fields: ['email'], users: 2 },
    { fields: ['upn'], users: 3 },
    { fields: ['email', 'upn'], users: 4 },
  ] as const;
  test('are counted once a user', () => {
    expect([usersLosing(cleared, ['email']), usersLosing(cleared, ['upn'])]).toEqual([6, 7]);
    expect([usersLosing(cleared, ['email', 'upn']), usersLosing(cleared, ['description'])]).toEqual([9, 0]);
  });
  test('trip where they are not imported, unless it is meant', () => {
    const counts = { cleared, importedIdentity: ['email'] } as const;
    const lost = { guard: 'unmapped-identity', count: 7, allowed: 0, limit: 0, tripped: true };
    expect(guard('unmapped-identity', counts)).toEqual(lost);
    expect(guard('unmapped-identity', counts, { allowClear: ['upn', 'description'] })).toEqual({
      ...lost,
      allowed: 7,
      limit: 'upn,description',
      tripped: false,
    });
    expect(guard('clears', counts).count).toBe(6);
    expect(lostUnmapped({ ...NOTHING, ...counts })).toEqual(['upn']);
    expect(lostUnmapped({ ...NOTHING, cleared, importedIdentity: [] })).toEqual(['email', 'upn']);
  });
  test('are imported where the mapping has a source for them', () =>
    expect(importedIdentity({ upn: { kind: 'fixed', value: '' }, profit: { kind: 'fixed', value: 'J' } })).toEqual([
      'upn',
    ]));
});

describe('a file that says who there are', () => {
  const WHOLE = { rowsBefore: 10, endsOpen: true, endedOpen: true, isOlder: false };
  test.each([
    ['ends as the one before', {}, false, false],
    ['ends so with a row that is not right', {}, true, 'cut'],
    ['has no line break at its end, as the one before had', { endedOpen: false }, false, 'cut'],
    ['has one at its end', { endsOpen: false, endedOpen: false }, true, false],
    ['is the first one, of which the last row is right', { endedOpen: null, rowsBefore: null }, false, false],
    ['was applied before another one', { isOlder: true }, false, 'older'],
  ] as const)('%s', (_name, file, lastRejected, limit) => {
    const counts = { absent: 0, lastRejected, wholeFile: { ...WHOLE, ...file } };
    expect(guard('shrunk', counts)).toMatchObject(limit === false ? { tripped: false } : { tripped: true, limit });
    expect(guard('shrunk', counts, { acceptShrunk: true })).toMatchObject({ tripped: false });
  });
});

test('guards are raised to what they count, and no further', () => {
  const counts: GuardCounts = {
    ...NOTHING,
    emptyCodes: 1,
    cleared: [{ fields: ['upn'], users: 2 }],
    importedIdentity: ['email'],
    blocks: 60,
    renames: 7,
    updates: 8,
  };
  const tripped = evaluateGuards(counts, { maxUpdates: 1 }).filter((one) => one.tripped);
  expect(raisingSettings(tripped, counts)).toEqual({
    acceptEmptyCode: true,
    allowClear: ['upn'],
    maxBlocks: 60,
    maxUpdates: 8,
  });
  const raised = evaluateGuards(counts, raisingSettings(tripped, counts));
  expect(raised.filter((one) => one.tripped)).toEqual([]);
  const more = { ...counts, blocks: 61, updates: 9, cleared: [{ fields: ['description'] as const, users: 1 }] };
  expect(
    evaluateGuards(more, raisingSettings(tripped, counts))
      .filter((one) => one.tripped)
      .map((one) => one.guard),
  ).toEqual(['unmapped-identity', 'blocks', 'updates']);
});
