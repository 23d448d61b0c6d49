/** Guards as people are told of them, with what lets the plan through. */
import { expect, test } from 'vitest';
import type { Guard } from '../../src/domain/guards/guard.js';
import { licenceTexts, trippedLines } from '../../src/presentation/guardLines.js';
import { textOf } from '../../src/presentation/lines.js';
import { madeRun } from '../tui/support/madeRun.js';

const licences = (count: number): Guard => ({
  guard: 'licences',
  environment: 'T12345AA',
  limit: 250,
  allowed: 250,
  count,
  tripped: count > 250,
});
const frozen: Guard = {
  guard: 'freeze',
  environment: 'T12345AA',
  limit: '2026-12-19..2027-01-04',
  allowed: 0,
  count: 3,
  tripped: true,
};

test('licences are told as so many of so many, and stopped with the setting that would be enough', () => {
  const { run } = madeRun();
  const told = (guard: Guard): string =>
    trippedLines('en', run, [guard])
      .map((line) => line.map(textOf).join('').trim())
      .join(' ');
  expect(licenceTexts('en', [licences(240), licences(251)])).toEqual(['Licences in T12345AA: 240 of 250.']);
  expect(told(licences(240))).toBe('');
  expect(told(licences(251))).toMatch(/\(T12345AA\): 251 of 250: instroom env set T12345AA --licences 251$/u);
  expect(told(frozen)).toMatch(/\(T12345AA, 2026-12-19\.\.2027-01-04\): 3, and 0 allowed: --during-freeze$/u);
});
