import { test } from 'vitest';
import { Faults } from '../support/breakFaults.js';
import { hostileNames, PAYLOADS } from './hostile.js';

const faults = new Faults('hostile input');

test('hostile texts have no effect as names', async () => {
  await hostileNames(faults, { payloads: Object.keys(PAYLOADS) });
  faults.expectNoneLost();
});
