/** The kinds of a plan where there is room for a few. */
import { describe, expect, it } from 'vitest';
import type { KindOfPlan } from '../../src/application/rowGroups.js';
import { fewKinds, kindsWithoutValues } from '../../src/presentation/kindSummary.js';

const kindOf = (rows: number, more: Partial<KindOfPlan> = {}): KindOfPlan => ({
  kind: rows.toString(16).padStart(4, '0'),
  number: rows,
  rows,
  outcome: 'update',
  changes: [{ field: 'email', how: 'changed' }],
  environments: ['T12345AA'],
  example: { row: rows, user: `12345.${rows}`, name: '' },
  ...more,
});

describe('a few kinds', () => {
  it('are all of them where they fit, the biggest first', () => {
    const told = fewKinds(
      [1, 2, 3].map((rows) => kindOf(rows)),
      3,
    );
    expect(told.biggest.map(({ rows }) => rows)).toEqual([3, 2, 1]);
    expect(told).toMatchObject({ between: { kinds: 0, rows: 0 }, rarest: [] });
  });

  it.each([
    [2, [9], [1], 7, 35],
    [5, [9, 8, 7], [2, 1], 4, 18],
  ])(
    'are the biggest and the rarest of nine where there is room for %i, and all are counted',
    (most, biggest, rarest, kinds, rows) => {
      const told = fewKinds(
        [1, 2, 3, 4, 5, 6, 7, 8, 9].map((count) => kindOf(count)),
        most,
      );
      expect(told.biggest.map((kind) => kind.rows)).toEqual(biggest);
      expect(told.rarest.map((kind) => kind.rows)).toEqual(rarest);
      expect(told.between).toEqual({ kinds, rows });
    },
  );
});

describe('without values', () => {
  it('kinds that differ in values alone are one, and the rarest stay first', () => {
    const group = (rows: number, to: string): KindOfPlan =>
      kindOf(rows, { changes: [{ field: 'group', how: 'filled', from: null, to }] });
    const told = kindsWithoutValues([group(1, 'INKOOP'), kindOf(2), group(4, 'GEHEIM')]);
    expect(told.map(({ rows, changes }) => [rows, changes])).toEqual([
      [2, [{ field: 'email', how: 'changed' }]],
      [5, [{ field: 'group', how: 'changed' }]],
    ]);
    expect(JSON.stringify(told.map(({ changes }) => changes))).not.toContain('GEHEIM');
  });

  it('of who is made only the fields are left', () => {
    const changes: KindOfPlan['changes'] = [
      { field: 'group', how: 'filled', from: null, to: 'GEHEIM' },
      { field: 'profit', how: 'changed', from: null, to: true },
    ];
    expect(kindsWithoutValues([kindOf(1, { outcome: 'create', changes })])[0]?.changes).toEqual([
      { field: 'group', how: 'filled' },
      { field: 'profit', how: 'filled' },
    ]);
  });

  it('a domain is a change, and leaving all groups stays what it is', () => {
    const changes: KindOfPlan['changes'] = [
      { field: 'email', how: 'domain', from: 'oud.nl', to: 'nieuw.nl' },
      { field: 'group', how: 'emptied' },
    ];
    expect(kindsWithoutValues([kindOf(3, { changes })])[0]?.changes).toEqual([
      { field: 'email', how: 'changed' },
      { field: 'group', how: 'emptied' },
    ]);
  });
});
