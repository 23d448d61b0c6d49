/** Days of a freeze: how they are written, and when they begin and end. */
import { describe, expect, test } from 'vitest';
import { frozenOn, NO_RULES, readPeriod, timeZoneNamed } from '../../src/domain/environmentRules.js';

test.each([
  ['2026-12-19..2027-01-04', { first: '2026-12-19', last: '2027-01-04' }],
  ['2026-12-19', { first: '2026-12-19', last: '2026-12-19' }],
  ['2027-01-04..2026-12-19', undefined],
  ['2026-02-30..2026-03-02', undefined],
  ['19-12-2026..04-01-2027', undefined],
  ['2026-12-19..', undefined],
  ['', undefined],
])('%s', (text, days) => {
  expect(readPeriod(text)).toEqual(days);
});

describe('a day in a time zone', () => {
  const frozen = (freeze: string, timeZone: string, at: string): boolean =>
    frozenOn({ ...NO_RULES, freeze, timeZone }, new Date(at)) !== undefined;
  test.each([
    ['begins at midnight there', '2026-12-19', 'Europe/Amsterdam', '2026-12-18T22:59:59Z', '2026-12-18T23:00:00Z'],
    ['begins earlier farther east', '2026-12-19', 'Pacific/Kiritimati', '2026-12-18T09:59:59Z', '2026-12-18T10:00:00Z'],
    [
      'of 23 hours begins in winter time',
      '2026-03-29',
      'Europe/Amsterdam',
      '2026-03-28T22:59:59Z',
      '2026-03-28T23:00:00Z',
    ],
    [
      'after it begins in summer time',
      '2026-03-30',
      'Europe/Amsterdam',
      '2026-03-29T21:59:59Z',
      '2026-03-29T22:00:00Z',
    ],
    [
      'of 25 hours begins in summer time',
      '2026-10-25',
      'Europe/Amsterdam',
      '2026-10-24T21:59:59Z',
      '2026-10-24T22:00:00Z',
    ],
    [
      'after it begins in winter time',
      '2026-10-26',
      'Europe/Amsterdam',
      '2026-10-25T22:59:59Z',
      '2026-10-25T23:00:00Z',
    ],
  ])('%s', (_name, day, zone, before, at) => {
    expect([frozen(day, zone, before), frozen(day, zone, at)]).toEqual([false, true]);
  });
  test('lasts until midnight there, the hour that is twice included', () => {
    const at = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'];
    expect(at.map((moment) => frozen('2026-10-25', 'Europe/Amsterdam', moment))).toEqual([true, true, true, false]);
  });
});

test('a time zone is known by its name, in any letter case', () => {
  expect([timeZoneNamed('europe/amsterdam'), timeZoneNamed('Europe/Utrecht')]).toEqual(['Europe/Amsterdam', undefined]);
});
