import { expect, test } from 'vitest';
import type { Environment } from '../../src/domain/directory.js';
import { STANDARD_DEFAULTS } from '../../src/domain/fields.js';
import { planRow } from '../../src/domain/planRow.js';
import { RowReader } from '../../src/domain/readRow.js';
import { WorkingDirectory } from '../../src/domain/workingDirectory.js';
import { planRowValues, sourceRowOf } from '../../src/store/plans/planRowRecords.js';

const target: Environment = {
  id: 1,
  code: 'T12345AA',
  type: 'test',
  name: '',
  participant: '12345',
  approval: 'none',
  deleted: false,
  version: 1,
};
const reader = new RowReader({
  type: 'user',
  mapping: { user: { kind: 'column', index: 0, header: 'Gebruiker' } },
  defaults: STANDARD_DEFAULTS,
  emptyRules: {},
});

test('a row that is the header once more is rejected as that alone, and stays so in a stored plan', () => {
  const source = { row: 9, cells: ['Gebruiker'], repeatsHeader: 3 };
  const planned = planRow(source, reader.read(source), reader, new WorkingDirectory(target, [target]));
  expect(planned).toMatchObject({
    outcome: 'rejected',
    messages: [{ code: 'HEADER_REPEATED', level: 'error', field: null, params: { header: 3 } }],
  });
  const cells = JSON.stringify(planRowValues(planned, source).at(-2));
  expect(sourceRowOf({ row_no: 9, cells })).toEqual(source);
});
