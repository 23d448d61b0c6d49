import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  evaluateGuards,
  raisingSettings,
  readLimit,
  type Guard,
  type GuardCounts,
  type GuardName,
  type GuardSettings,
} from '../../src/domain/guards.js';

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
