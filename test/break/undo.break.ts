import { test } from 'vitest';
import { Faults } from '../support/breakFaults.js';
import { undoHistories } from './undo.js';

const faults = new Faults('undo');

test('a history is undone, last first', { timeout: 60 * 60_000 }, async () => {
  await undoHistories(faults, 1000);
  faults.expectNoneLost();
});
