/** Moments as people read them: on the day that it is here, also when the clock is set back or forward. */
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { dateAndTime, momentText, tellTimeBy } from '../../src/language/localTime.js';
import { translate, type Language } from '../../src/language/index.js';
import { say } from '../../src/presentation/theme.js';

const AMSTERDAM = 'Europe/Amsterdam';

function at(now: string, timeZone = AMSTERDAM): void {
  tellTimeBy({ now: () => new Date(now), timeZone });
}

afterEach(() => tellTimeBy());

describe('a moment', () => {
  it.each<[Language, string, string]>([
    ['nl', '2026-11-26T07:01:09.123Z', 'vandaag 08:01'],
    ['en', '2026-11-26T07:01:09.123Z', 'today 08:01'],
    ['nl', '2026-11-25T15:40:00.000Z', 'gisteren 16:40'],
    ['en', '2026-11-25T15:40:00.000Z', 'yesterday 16:40'],
    ['nl', '2026-11-27T07:01:00Z', 'morgen 08:01'],
    ['nl', '2026-11-12T08:12:00Z', '12 nov 09:12'],
    ['en', '2026-11-12T08:12:00Z', '12 Nov 09:12'],
    ['nl', '2025-03-03T07:30:00Z', '3 mrt 2025 08:30'],
    ['en', '2025-05-03T07:30:00Z', '3 May 2025 09:30'],
    ['nl', '2027-01-04T09:00:00Z', '4 jan 2027 10:00'],
  ])('in %s: %s is %s', (language, iso, told) => {
    at('2026-11-26T12:00:00Z');
    expect(momentText(language, iso)).toBe(told);
  });

  it('is of the day that it is here, not of the day in UTC', () => {
    at('2026-11-26T23:30:00Z'); // 00:30 on the 27th
    expect(momentText('nl', '2026-11-26T23:15:00Z')).toBe('vandaag 00:15');
    expect(momentText('nl', '2026-11-26T22:59:00Z')).toBe('gisteren 23:59');
    at('2026-12-31T23:30:00Z'); // 2027 here
    expect(momentText('nl', '2026-12-31T22:59:00Z')).toBe('gisteren 23:59');
    expect(momentText('nl', '2026-12-30T22:59:00Z')).toBe('30 dec 2026 23:59');
  });

  it('is right on the days on which the clock is set', () => {
    at('2026-03-29T10:00:00Z'); // of 23 hours
    expect(momentText('nl', '2026-03-29T00:59:00Z')).toBe('vandaag 01:59');
    expect(momentText('nl', '2026-03-29T01:00:00Z')).toBe('vandaag 03:00');
    expect(momentText('nl', '2026-03-27T23:00:00Z')).toBe('gisteren 00:00');
    at('2026-10-25T23:30:00Z'); // 00:30 after a day of 25 hours
    expect(momentText('nl', '2026-10-24T22:00:00Z')).toBe('gisteren 00:00');
    expect(momentText('nl', '2026-10-25T00:30:00Z')).toBe('gisteren 02:30');
    expect(momentText('nl', '2026-10-25T01:30:00Z')).toBe('gisteren 02:30');
    expect(momentText('nl', '2026-10-24T21:59:00Z')).toBe('24 okt 23:59');
  });

  it('follows the zone', () => {
    at('2026-11-26T12:00:00Z', 'America/Curacao');
    expect(momentText('nl', '2026-11-26T02:00:00Z')).toBe('gisteren 22:00');
    at('2026-11-26T12:00:00Z', 'UTC');
    expect(momentText('nl', '2026-11-26T02:00:00Z')).toBe('vandaag 02:00');
  });

  it('has its date where the date always counts', () => {
    at('2026-11-26T12:00:00Z');
    expect(dateAndTime('2026-11-26T07:01:00.000Z')).toBe('2026-11-26 08:01');
    expect(dateAndTime('2026-07-05T22:01:00.000Z')).toBe('2026-07-06 00:01');
  });

  it('is told so in every text that has one; what is no moment stays as it is', () => {
    at('2026-11-26T12:00:00Z');
    const params = { operator: 'jan', run: 3, at: '2026-11-25T07:10:00.000Z' };
    expect(translate('nl', 'import.already', params)).toContain('(run 3, gisteren 08:10)');
    expect(say({ language: 'nl' }, 'wizard.ask.importAgain', params)).toContain('(run 3, gisteren 08:10)');
    expect(momentText('nl', 'O12345AB')).toBe('O12345AB');
  });

  it('is told in the zone of the machine as in one that is named', () => {
    onTestFinished(() => void vi.unstubAllEnvs());
    const moments = ['2026-03-29T00:59:00Z', '2026-03-29T01:00:00Z', '2026-10-25T00:30:00Z', '2026-12-31T23:30:00Z'];
    for (const timeZone of [AMSTERDAM, 'America/St_Johns', 'Pacific/Kiritimati', 'UTC']) {
      vi.stubEnv('TZ', timeZone);
      const told = (zoned: boolean): readonly string[] => {
        tellTimeBy({ now: () => new Date('2026-10-24T22:30:00Z'), ...(zoned && { timeZone }) });
        return moments.flatMap((moment) => [momentText('nl', moment), dateAndTime(moment)]);
      };
      expect(told(false)).toEqual(told(true));
    }
  });
});
