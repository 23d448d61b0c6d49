/** What is counted over the rows of a plan: each user once, however many rows are about it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { message, type MessageCode } from '../../src/domain/messages.js';
import { NumberSet } from '../../src/domain/numberSet.js';
import { changesOf, noOutcomes, OUTCOMES, type Outcome } from '../../src/domain/outcomes.js';
import { NOTHING_PLANNED, type PlannedRow } from '../../src/domain/plannedRow.js';
import { PlanTally } from '../../src/domain/planTally.js';
import { activeElsewhere, decidesBlock, StayTally } from '../../src/domain/stays.js';

const rowOf = (outcome: Outcome, more: Partial<PlannedRow> = {}): PlannedRow => ({
  ...NOTHING_PLANNED,
  row: 2,
  user: '12345.BEA',
  code: '1',
  outcome,
  ...more,
});

/** A row of this user with this code, which tells such a message. */
function staying(planUser: number, code: string, told?: MessageCode, environments = ''): PlannedRow {
  return rowOf('update', { planUser, code, messages: told ? [message(told, null, { environments })] : [] });
}

test('a set of numbers holds what was added and not deleted since', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(3000))), (steps) => {
      const numbers = new NumberSet();
      const expected = new Set<number>();
      for (const [adds, number] of steps) {
        if (adds) numbers.add(number);
        else numbers.delete(number);
        if (adds) expected.add(number);
        else expected.delete(number);
        expect(numbers.size).toBe(expected.size);
      }
    }),
  ));

test('a set of numbers grows over its bounds, and keeps what is in it', () => {
  const numbers = new NumberSet();
  for (const number of [0, 7, 8, 511, 512, 1023, 1024, 100_000]) {
    numbers.add(number);
    numbers.add(number);
  }
  expect(numbers.size).toBe(8);
  for (const number of [0, 7, 8, 9, 511, 512, 1023, 1024, 100_000, 200_000]) numbers.delete(number);
  expect(numbers.size).toBe(0);
});

describe('who stays active elsewhere, or blocked', () => {
  test.each<[string, boolean, Partial<PlannedRow>]>([
    ['code 0', true, { code: '0', outcome: 'block' }],
    ['code 2', true, { code: '2', outcome: 'update' }],
    ['code 6', true, { code: '6', outcome: 'unblock' }],
    ['code 1', false, { code: '1', outcome: 'update' }],
    ['a rejected row', false, { code: '0', outcome: 'rejected' }],
    ['an excluded row', false, { code: '0', outcome: 'excluded' }],
    ['type mutation', false, { code: null, outcome: 'update' }],
    ['a code that does not exist', false, { code: '9', outcome: 'update' }],
  ])('%s decides on the block: %j', (_what, decides, row) =>
    expect(decidesBlock({ ...rowOf('update'), ...row })).toBe(decides),
  );

  test('is told by the row, by environment', () => {
    expect(activeElsewhere(staying(1, '0', 'STAYS_ACTIVE', 'AB, AC'))).toEqual(['AB', 'AC']);
    expect(activeElsewhere(staying(1, '0', 'STAYS_BLOCKED', 'AB'))).toEqual([]);
  });

  test.each<[string, readonly PlannedRow[], Readonly<Record<string, number>>, number]>([
    ['each user once', [staying(1, '0', 'STAYS_ACTIVE', 'AB'), staying(1, '0', 'STAYS_ACTIVE', 'AB')], { AB: 1 }, 0],
    [
      'by environment',
      [staying(1, '0', 'STAYS_ACTIVE', 'AB, AC'), staying(2, '0', 'STAYS_ACTIVE', 'AC')],
      { AB: 1, AC: 2 },
      0,
    ],
    ['until a row decides otherwise', [staying(1, '0', 'STAYS_ACTIVE', 'AB'), staying(1, '6')], {}, 0],
    ['which a row of code 1 does not', [staying(1, '0', 'STAYS_ACTIVE', 'AB'), staying(1, '1')], { AB: 1 }, 0],
    ['nor a row of somebody else', [staying(1, '0', 'STAYS_ACTIVE', 'AB'), staying(2, '6')], { AB: 1 }, 0],
    ['blocked', [staying(1, '1', 'STAYS_BLOCKED'), staying(1, '1', 'STAYS_BLOCKED'), staying(2, '1')], {}, 1],
    ['blocked until unblocked', [staying(1, '1', 'STAYS_BLOCKED'), staying(1, '6')], {}, 0],
    ['of rows that rely on somebody', [{ ...staying(1, '0', 'STAYS_ACTIVE', 'AB'), planUser: null }], {}, 0],
  ])('counts %s', (_what, rows, active, blocked) => {
    const tally = new StayTally();
    for (const row of rows) tally.add(row);
    expect(tally.staysActive).toEqual(active);
    expect(tally.staysBlocked).toBe(blocked);
  });
});

describe('a plan', () => {
  const rows: readonly PlannedRow[] = [
    rowOf('create', { code: '3', groups: { added: ['G'], removed: [], created: ['G'] } }),
    rowOf('block', { code: '0', codeDefaulted: true, tokensRevoked: 2 }),
    rowOf('rejected', { code: '0', codeDefaulted: true }),
    rowOf('excluded', { code: '0', codeDefaulted: true }),
    rowOf('rejected', { code: '9' }),
    rowOf('update', { code: null, tokensRevoked: 3 }),
    staying(1, '0', 'STAYS_ACTIVE', 'AB'),
    staying(2, '1', 'STAYS_BLOCKED'),
  ];
  const tallied = (name: 'user' | 'mutation' | 'undo'): PlanTally => {
    const tally = new PlanTally(name);
    for (const row of rows) tally.add(row);
    return tally;
  };

  test('is counted by outcome and by code', () => {
    const cleared = [{ fields: ['email'] as const, users: 4 }];
    const environments = { T12345AA: { users: 5 } };
    const summary = tallied('user').summary(cleared, environments);
    expect(summary).toMatchObject({
      outcomes: { ...noOutcomes(), create: 1, block: 1, rejected: 2, excluded: 1, update: 3 },
      cleared: { description: 0, email: 4, upn: 0 },
      environments,
      tokensRevoked: 5,
      groupsCreated: 1,
      newGroups: ['G'],
      staysActive: { AB: 1 },
      staysBlocked: 1,
    });
    expect(Object.keys(summary.codes)).toEqual(['0', '1', '2', '3', '4', '5', '6', 'invalid']);
    expect(summary.codes['invalid']).toEqual({ ...noOutcomes(), rejected: 1, update: 1 });
    expect(summary.codes['0']).toEqual({ ...noOutcomes(), block: 1, rejected: 1, excluded: 1, update: 1 });
  });

  test.each(['mutation', 'undo'] as const)('of kind %s is counted under one name', (name) => {
    expect(Object.keys(tallied(name).summary([], {}).codes)).toEqual([name]);
    expect(tallied(name).summary([], {}).codes[name]).toMatchObject({ rejected: 2, update: 3 });
  });

  test('gives the guards what they count: an empty code where the row does something', () => {
    const users = { cleared: [], blocks: 1, renames: 2, creates: 3, updates: 4, activeUsers: 5 };
    expect(tallied('user').guardCounts(users, ['email'])).toEqual({
      ...users,
      importedIdentity: ['email'],
      emptyCodes: 1,
      rejected: 2,
      rows: rows.length,
    });
  });

  test('names a thousand new groups, and counts them all', () => {
    const tally = new PlanTally('user');
    const groups = (from: number): PlannedRow['groups'] => ({
      added: [],
      removed: [],
      created: Array.from({ length: 600 }, (_, at) => `G${from + at}`),
    });
    for (const from of [0, 600, 1200]) tally.add(rowOf('create', { groups: groups(from) }));
    const { groupsCreated, newGroups } = tally.summary([], {});
    expect(groupsCreated).toBe(1800);
    expect(newGroups).toHaveLength(1000);
    expect(newGroups?.at(-1)).toBe('G999');
  });

  test('knows ten outcomes, in the order in which they are told', () =>
    expect(OUTCOMES.join(' ')).toBe('create update block unblock rename password delete unchanged rejected excluded'));
});

test('rows that change something are those that are neither unchanged, rejected nor left out', () => {
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome, at) => [outcome, 10 ** at])) as Record<Outcome, number>;
  const nothing = outcomes.unchanged + outcomes.rejected + outcomes.excluded;
  const all = OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome], 0);
  expect(changesOf({ outcomes })).toBe(all - nothing);
  expect(changesOf({ outcomes: noOutcomes() })).toBe(0);
  // Runs of before there was such an outcome do not have it.
  expect(changesOf({ outcomes: { create: 2, unchanged: 7 } })).toBe(2);
});
