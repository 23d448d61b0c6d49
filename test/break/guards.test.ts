import { describe, test } from 'vitest';
import { Faults } from '../support/breakFaults.js';
import { DEFAULTS, GIVEN, GIVEN_REJECTED, tryLimit } from './guards.js';

const faults = new Faults('guards');

/** Each guard by default, and each way of giving a limit; `npm run break` tries them all. */
const SOME = [...DEFAULTS, ...GIVEN.filter(({ guard }) => guard === 'blocks').slice(2), ...GIVEN_REJECTED.slice(-1)];

describe('a guard at its limit', { timeout: 300_000 }, () => {
  test.each(SOME)('$guard: $value by $by', async (limit) => {
    await tryLimit(faults, limit, ['apply']);
    faults.expectNoneLost();
  });

  test('import --yes asks the same', async () => {
    await tryLimit(faults, DEFAULTS[1]!, ['import --yes']);
    faults.expectNoneLost();
  });
});
