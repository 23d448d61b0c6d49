import { describe, test } from 'vitest';
import { Faults } from '../support/breakFaults.js';
import { hostileFields, hostileNames, PAYLOADS } from './hostile.js';
import { hostileShapes, lookAlikes } from './shapes.js';

const faults = new Faults('hostile input');
const SOME = ['clears the screen', 'a path', 'a prototype'];

describe('hostile texts have no effect', { timeout: 300_000 }, () => {
  test('in every field', async () => {
    await hostileFields(faults, { payloads: Object.keys(PAYLOADS) });
    faults.expectNoneLost();
  });

  test('as names', async () => {
    await hostileNames(faults, { payloads: SOME });
    faults.expectNoneLost();
  });

  test('as files of an odd shape', async () => {
    await hostileShapes(faults);
    faults.expectNoneLost();
  });

  test('as user codes that look like others', async () => {
    await lookAlikes(faults);
    faults.expectNoneLost();
  });
});
