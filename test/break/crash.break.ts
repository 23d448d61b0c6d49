import { expect, test } from 'vitest';
import { Faults } from '../support/breakFaults.js';
import { killAtRandomMoments } from './crash.js';

const faults = new Faults('crash');

test('killed 200 times in 20,000 rows over three environments', { timeout: 120 * 60_000 }, async () => {
  await killAtRandomMoments(faults, { kills: 200, rows: 20_000 });
  faults.expectNoneLost();
  expect(faults.count).toBe(200);
});
