import { describe, test } from 'vitest';
import { Faults } from '../support/breakFaults.js';
import { planAndApplyAtOnce } from './concurrency.js';

const faults = new Faults('concurrency');

describe('on one SQLite file, 8 processes at once', () => {
  test.each([
    { name: 'many small files', processes: 8, files: 12, users: 200, rows: 8 },
    { name: 'large files', processes: 8, files: 3, users: 10_000, rows: 2000 },
    { name: 'all about the same users', processes: 8, files: 6, users: 10, rows: 20 },
  ])('$name', { timeout: 30 * 60_000 }, async (sizes) => {
    await planAndApplyAtOnce(faults, sizes);
    faults.expectNoneLost();
  });
});
