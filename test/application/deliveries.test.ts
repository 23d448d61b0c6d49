/** A plan that is delivered: the file does what the plan says, and nothing besides. */
import { expect, test } from 'vitest';
import { checkDeliveries, checkOtherDeliveries } from '../support/deliveries.js';

test('imported into the directory as it was, a delivered file gives the directory that applying the plan gives', async () => {
  const tally = await checkDeliveries(Number(process.env['RUNS'] ?? 40));
  expect(tally.user.whole).toBeGreaterThan(0);
  expect(tally.seconds).toBeGreaterThan(0);
});

test('so does the file of an act, of an undo, and of bringing environments in line', async () => {
  const tally = await checkOtherDeliveries(Number(process.env['RUNS'] ?? 30));
  for (const [kind, files] of Object.entries(tally)) expect(files, kind).toBeGreaterThan(0);
});
