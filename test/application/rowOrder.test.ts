/** The orders in which the rows of a plan are paged through. */
import { expect, test } from 'vitest';
import { listRows } from '../../src/tui/steps/preview/planRows.js';
import type { SortKey } from '../../src/tui/steps/preview/state.js';
import { freshEngine } from '../support/engineTest.js';
import { planRows } from '../support/engineRows.js';

const ROW = { user: '', mutationCode: '1', description: 'Nieuwe Naam', email: 'x@voorbeeld.nl', upn: '', group: '' };

test('rows come by user, by outcome or with the worst problems first, and alike ones in file order', async () => {
  const engine = await freshEngine({ users: { 'T12345AA 12345.PIET': { description: 'Piet Smit' } } });
  const { useCases } = engine;
  const rows = [
    { ...ROW, user: 'piet', mutationCode: '3' },
    { ...ROW, user: 'Zoe' },
    { ...ROW, user: 'ANNA' },
    { ...ROW, user: 'NIEMAND', mutationCode: '6' },
    { ...ROW, user: 'BERT' },
    { ...ROW, user: 'anna', description: 'Anna Smit' },
  ];
  const { run } = await planRows(useCases, { rows });
  const order = async (by: SortKey, reverse = false): Promise<number[]> => [
    ...(await listRows(useCases, run.id, {}, { by, reverse })),
  ];
  const planned = await useCases.rowsByNumber(run.id, await order('row'));
  const told = new Map(planned.map((row) => [row.row, row]));
  const users = (await order('user')).map((row) => told.get(row)?.user.toLowerCase() ?? '');
  expect(users).toEqual([...users].sort());
  expect(users).toHaveLength(rows.length);
  const outcomes = (await order('outcome')).map((row) => `${told.get(row)?.outcome} ${row}`);
  expect(outcomes).toEqual(['create 3', 'create 4', 'create 6', 'update 2', 'update 7', 'rejected 5']);
  const errors = (await order('problems')).map((row) =>
    told
      .get(row)
      ?.messages.map(({ level }) => level)
      .join(),
  );
  expect(errors).toEqual(['error', 'warning', 'warning', 'warning', '', '']);
  expect(await order('user', true)).toEqual((await order('user')).reverse());
  expect([...(await listRows(useCases, run.id, { outcome: 'rejected' }, { by: 'outcome', reverse: false }))]).toEqual(
    planned.filter(({ outcome }) => outcome === 'rejected').map(({ row }) => row),
  );
});
