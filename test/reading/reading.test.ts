/** A smaller number of each kind than `npm run reading` reads; INSTROOM_SEED chooses others. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allKinds } from './kinds.js';
import { measure } from './measure.js';
import { openWorkplace, type Workplace } from './workplace.js';

const MOST = 8;
const seed = Number(process.env['INSTROOM_SEED'] ?? 7);

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.close());

test.each(allKinds)('$name: read right, or told', async (kind) => {
  const [count] = await measure(workplace, [kind], { most: MOST, seed });
  expect(count?.cases).toBeGreaterThan(0);
  expect(count?.silent).toEqual([]);
  expect(count?.falseAlarms).toEqual([]);
  if (kind.honest) expect(count?.warned).toBeLessThan((count?.right ?? 0) / 100 + 1);
});
