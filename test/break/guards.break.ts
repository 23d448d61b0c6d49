import { describe, test } from 'vitest';
import { Faults } from '../support/breakFaults.js';
import { DEFAULTS, GIVEN, GIVEN_REJECTED, tryLimit } from './guards.js';

const faults = new Faults('guards');

describe('a guard at its limit', () => {
  test.each([...DEFAULTS, ...GIVEN, ...GIVEN_REJECTED])('$guard: $value by $by', async (limit) => {
    await tryLimit(faults, limit, ['apply', 'import --yes']);
    faults.expectNoneLost();
  });
});
