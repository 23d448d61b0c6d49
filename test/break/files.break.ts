import { describe, test } from 'vitest';
import { Faults } from '../support/breakFaults.js';
import { changeWhileRead, prepareFiles, takeAwayAtRandom } from './files.js';

const faults = new Faults('files');

describe('nothing is half, and one sentence says why, when', { timeout: 60 * 60_000 }, () => {
  test('the database is taken away', async () => {
    await takeAwayAtRandom(faults, await prepareFiles(5000), 60);
    faults.expectNoneLost();
  });

  test('the file changes while it is read', async () => {
    await changeWhileRead(faults, await prepareFiles(40), 60);
    faults.expectNoneLost();
  });
});
