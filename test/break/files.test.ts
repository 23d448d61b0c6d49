import { describe, test } from 'vitest';
import { Faults } from '../support/breakFaults.js';
import { changeWhileRead, lockOut, prepareFiles, takeAwayAtRandom, takeAwayWhileOpen } from './files.js';

const faults = new Faults('files');

describe('nothing is half, and one sentence says why, when', { timeout: 300_000 }, () => {
  test.runIf(process.getuid?.() === 0)('the database may not be written', async () => {
    await lockOut(faults, await prepareFiles(40));
    faults.expectNoneLost();
  });

  test('the database is taken away', async () => {
    const stage = await prepareFiles(40);
    await takeAwayWhileOpen(faults, stage);
    await takeAwayAtRandom(faults, stage, 3);
    faults.expectNoneLost();
  });

  test('the file changes while it is read', async () => {
    await changeWhileRead(faults, await prepareFiles(40), 4);
    faults.expectNoneLost();
  });
});
