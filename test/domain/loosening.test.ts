/** Which changes of settings let more through than before, and so wait for a second person. */
import { describe, expect, test } from 'vitest';
import { NO_RULES, type EnvironmentRules } from '../../src/domain/environmentRules.js';
import { isLoosening, type LoosenedEnvironment } from '../../src/domain/loosening.js';
import type { LimitSetting } from '../../src/domain/guards/guardSettings.js';
import type { Limit } from '../../src/domain/guards/guard.js';
import { inverseOf, settingsChange, startsFrom, type WholeSettings } from '../../src/domain/settingsChange.js';

const NOW: WholeSettings = {
  type: 'test',
  name: 'Oefenen',
  participant: '12345',
  approval: 'second-person',
  deleted: false,
  connection: null,
  ...NO_RULES,
  guards: { maxBlocks: '20%', maxRenames: 3 },
};

function withUsers(activeUsers: number, rules: Partial<EnvironmentRules> = {}): LoosenedEnvironment {
  return { activeUsers, rules: { ...NO_RULES, ...rules }, at: new Date('2026-12-20T12:00:00Z') };
}

function limit(
  setting: LimitSetting | 'minAdmins',
  before: Limit | null,
  after: Limit | null,
  activeUsers: number,
): boolean {
  const change = { environment: 'T', old: { guards: { [setting]: before } }, new: { guards: { [setting]: after } } };
  return isLoosening(change, withUsers(activeUsers));
}

describe('a limit', () => {
  test('fewer administrators are enough from now on', () => {
    const change = (before: number | null, after: number | null): boolean => limit('minAdmins', before, after, 100);
    expect([change(null, 0), change(2, 1), change(2, null)]).toEqual([true, true, true]);
    expect([change(null, 2), change(0, null), change(1, 1)]).toEqual([false, false, false]);
  });
  test.each<[string, LimitSetting, Limit | null, Limit | null, number, boolean]>([
    ['that allows more', 'maxBlocks', '20%', '30%', 100, true],
    ['that allows less', 'maxBlocks', '30%', '20%', 100, false],
    ['that allows more than the standard', 'maxBlocks', null, '11%', 100, true],
    ['that allows as much as the standard', 'maxBlocks', null, '10%', 100, false],
    ['under what the standard allows, relaxed to that', 'maxRenames', 1, 10, 100, false],
    ['under what the standard allows, relaxed beyond that', 'maxRenames', 1, 11, 100, true],
    ['that with the users of now allows no more than the standard', 'maxBlocks', null, '20%', 20, false],
    ['that with one user more than that does', 'maxBlocks', null, '20%', 30, true],
    ['as a number where it was a percentage', 'maxBlocks', '20%', 3, 100, true],
    ['as a percentage where it was a number', 'maxBlocks', 30, '1%', 100, true],
    ['as a number where it was the standard percentage', 'maxBlocks', null, 3, 100, true],
    ['that is left to the standard again, which allows less', 'maxBlocks', '50%', null, 100, false],
    ['of all, where it was a share', 'maxBlocks', '99%', '100%', 1, true],
    ['of all and more, where it was of all', 'maxCreates', '100%', '200%', 100, false],
    ['of rejected rows, over the standard half', 'maxRejected', null, '51%', 0, true],
    ['of rejected rows, within it', 'maxRejected', '10%', '50%', 0, false],
    ['of rejected rows, in numbers', 'maxRejected', 5, 6, 0, true],
    ['of updates, where nothing was limited', 'maxUpdates', null, 50, 100, false],
    ['of updates, given up', 'maxUpdates', '10%', null, 100, true],
    ['of updates, raised', 'maxUpdates', '10%', '50%', 100, true],
    ['of new users, where nobody is yet', 'maxCreates', null, '50%', 0, false],
  ])('%s', (_name, setting, before, after, activeUsers, raised) => {
    expect(limit(setting, before, after, activeUsers)).toBe(raised);
  });
});

test('ending approval and removing loosen; asking for it, names and participant numbers do not', () => {
  const loosens = (wanted: Parameters<typeof settingsChange>[2], now = NOW): boolean =>
    isLoosening(settingsChange('T', now, wanted), withUsers(100));
  expect(loosens({ approval: 'none' })).toBe(true);
  expect(loosens({ deleted: true })).toBe(true);
  expect(loosens({ approval: 'second-person' }, { ...NOW, approval: 'none' })).toBe(false);
  expect(loosens({ name: 'Anders', participant: '1', type: 'accept', guards: { maxBlocks: '5%' } })).toBe(false);
  expect(loosens({ name: 'Anders', guards: { maxBlocks: '90%' } })).toBe(true);
});

test('another participant number does where users are protected, whose codes it completes', () => {
  const loosens = (participant: string, protect: string | null): boolean =>
    isLoosening(settingsChange('T', NOW, { participant }), withUsers(100, { protect }));
  expect([loosens('1', 'user:A'), loosens('1', null), loosens(NOW.participant, 'user:A')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('a change names what differs, on both sides', () => {
  const change = settingsChange('T', NOW, {
    name: 'Oefenen',
    approval: 'none',
    guards: { maxBlocks: '20%', maxRenames: 9, maxClears: 1 },
  });
  expect(change).toEqual({
    environment: 'T',
    old: { approval: 'second-person', guards: { maxRenames: 3, maxClears: null } },
    new: { approval: 'none', guards: { maxRenames: 9, maxClears: 1 } },
  });
  expect(startsFrom(NOW, change)).toBe(true);
  expect(startsFrom({ ...NOW, name: 'Anders' }, change)).toBe(true);
  expect(startsFrom({ ...NOW, guards: { ...NOW.guards, maxClears: 2 } }, change)).toBe(false);
  expect(startsFrom(NOW, inverseOf(change))).toBe(false);
  expect(startsFrom({ ...NOW, approval: 'none', guards: { maxRenames: 9, maxClears: 1 } }, inverseOf(change))).toBe(
    true,
  );
});

describe('a rule', () => {
  const UTC = { timeZone: 'UTC' } as const;
  const YEAR_END = { freeze: '2026-12-19..2027-01-04', ...UTC } as const;
  test.each<[string, Partial<EnvironmentRules>, Partial<EnvironmentRules>, boolean]>([
    ['protects somebody at last', {}, { protect: 'group:DIRECTIE' }, false],
    ['protects nobody any more', { protect: 'group:DIRECTIE' }, { protect: null }, true],
    ['protects others', { protect: 'group:DIRECTIE' }, { protect: 'group:DIRECTIE description~dienst' }, true],
    ['allows fewer licences', { licences: 250 }, { licences: 240 }, false],
    ['allows more licences', { licences: 250 }, { licences: 251 }, true],
    ['allows any number of licences', { licences: 250 }, { licences: null }, true],
    ['asks for a reason', {}, { requireReason: true }, false],
    ['asks for no reason any more', { requireReason: true }, { requireReason: false }, true],
    ['freezes', {}, YEAR_END, false],
    ['freezes longer', YEAR_END, { freeze: '2026-12-18..2027-01-05' }, false],
    ['freezes what is left of it', YEAR_END, { freeze: '2026-12-20..2027-01-04' }, false],
    ['thaws earlier', YEAR_END, { freeze: '2026-12-19..2027-01-03' }, true],
    ['freezes later', YEAR_END, { freeze: '2026-12-21..2027-01-04' }, true],
    ['freezes no more', YEAR_END, { freeze: null }, true],
    ['freezes all but new users', YEAR_END, { freezeAllow: 'creates' }, true],
    ['freezes new users too', { ...YEAR_END, freezeAllow: 'creates' }, { freezeAllow: null }, false],
    ['freezes elsewhere on earth', YEAR_END, { timeZone: 'Asia/Tokyo' }, true],
    ['ends a freeze that is over', { freeze: '2026-12-01..2026-12-19', ...UTC }, { freeze: null }, false],
  ])('that %s', (_name, before, wanted, loosens) => {
    const change = settingsChange('T', { ...NOW, ...before }, wanted);
    expect(isLoosening(change, withUsers(100, before))).toBe(loosens);
  });
});
