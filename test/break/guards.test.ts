import { describe, test } from 'vitest';
import { Faults } from '../support/breakFaults.js';
import { DEFAULTS, GIVEN, GIVEN_REJECTED, tryLimit } from './guards.js';

const faults = new Faults('guards');

/** Each guard by default, and each way of giving a limit; `npm run break` tries them all. */
const SOME = [...DEFAULTS, ...GIVEN.filter(({ guard }) => guard === 'blocks').slice(2), ...GIVEN_REJECTED.slice(-1)];

describe('a guard at its limit', { timeout: 300_000 }, () => {
  // What it stops is then applied by `apply` with the limit raised: each guard meets both commands.
  test.each(SOME)('$guard: $value by $by', async (limit) => {
    await tryLimit(faults, limit, ['import --yes']);
    faults.expectNoneLost();
  });

  test('apply asks the same', async () => {
    await tryLimit(faults, DEFAULTS[1]!, ['apply']);
    faults.expectNoneLost();
  });
});
