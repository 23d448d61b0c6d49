import { expect, test } from 'vitest';
import type { Environment } from '../../src/domain/directory.js';
import { STANDARD_DEFAULTS } from '../../src/domain/fields.js';
import { planRow } from '../../src/domain/planRow.js';
import { RowReader } from '../../src/domain/readRow.js';
import { WorkingDirectory } from '../../src/domain/workingDirectory.js';
import { PLAN_ROWS, rowRecord, PLANNED_SOURCE, plannedSourceOf } from '../../src/store/plans/planRowRecords.js';

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
  const values = PLAN_ROWS.encode(rowRecord({ planned, source }, target.code));
  const byColumn = new Map(Object.keys(PLAN_ROWS.written).map((name, at) => [name, values[at] ?? null]));
  const stored = PLANNED_SOURCE.list.split(', ').map((name) => {
    const value = byColumn.get(name) ?? null;
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
  });
  expect(plannedSourceOf(PLANNED_SOURCE.decode(stored))).toMatchObject({ source, planned: { outcome: 'rejected' } });
});
