import { expect, test } from 'vitest';
import { Faults } from '../support/breakFaults.js';
import { killAtRandomMoments } from './crash.js';

const faults = new Faults('crash');

test('killed at random moments, nothing is ever half', { timeout: 300_000 }, async () => {
  await killAtRandomMoments(faults, { kills: 10, rows: 1000 });
  faults.expectNoneLost();
  expect(faults.count).toBe(10);
});
