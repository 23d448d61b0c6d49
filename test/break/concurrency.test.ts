import { describe, test } from 'vitest';
import { Faults } from '../support/breakFaults.js';
import { planAndApplyAtOnce } from './concurrency.js';
import { holdTheLock } from './lock.js';

const faults = new Faults('concurrency');

describe('on one SQLite file', () => {
  test('8 processes at once', { timeout: 300_000 }, async () => {
    await planAndApplyAtOnce(faults, { processes: 8, files: 1, users: 60, rows: 6 });
    faults.expectNoneLost();
  });

  test('somebody who never lets go is not waited for', { timeout: 300_000 }, async () => {
    await holdTheLock(faults);
    faults.expectNoneLost();
  });
});
