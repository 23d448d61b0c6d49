import { test } from 'vitest';
import { Faults } from '../support/breakFaults.js';
import { fillTheDisk } from './disk.js';

const faults = new Faults('disk full');

test('a disk that is full at any moment leaves nothing half', { timeout: 300_000 }, async () => {
  await fillTheDisk(faults, { rows: 400, steps: 4 });
  faults.expectNoneLost();
});
