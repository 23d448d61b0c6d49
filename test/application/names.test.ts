/** A planned row tells what its user is called: after the row, or else before it. */
import { expect, test } from 'vitest';
import { rowsOf } from '../support/engine.js';
import { freshEngine } from '../support/engineTest.js';
import { planRows } from '../support/engineRows.js';

const PIET = { 'T12345AA 12345.PIET': { description: 'Piet Smit', email: 'piet@voorbeeld.nl' } };
const ROW = { user: '', mutationCode: '1', description: '', email: 'x@voorbeeld.nl', upn: '', group: '' };

test('whatever becomes of the row, the user has a name, which a search finds', async () => {
  const engine = await freshEngine({ users: PIET });
  const { useCases } = engine;
  const rows = [
    { ...ROW, user: 'NIEUW', description: 'Nieuwe Naam' },
    { ...ROW, user: 'PIET', description: 'Pieter Smit' },
    // Its description is cleared: it is known by the one that it had.
    { ...ROW, user: 'PIET' },
    // Rejected, of a user that is there, and of one that is not.
    { ...ROW, user: 'NIEUW', description: 'Anders', group: 'BESTAAT-NIET' },
    { ...ROW, user: 'NIEMAND', mutationCode: '6', description: 'Niemand Hier' },
    { ...ROW, user: 'NIEUW', description: 'Weg' },
  ];
  const { run } = await planRows(useCases, { rows });
  await useCases.exclude(run.id, { out: [7] });
  const planned = await rowsOf(engine, run.id);
  expect(planned.map(({ outcome, name }) => [outcome, name])).toEqual([
    ['create', 'Nieuwe Naam'],
    ['update', 'Pieter Smit'],
    ['update', 'Pieter Smit'],
    ['rejected', 'Nieuwe Naam'],
    ['rejected', 'Niemand Hier'],
    ['excluded', 'Nieuwe Naam'],
  ]);
  expect([...(await useCases.rowNumbers(run.id, { text: 'nieuwe naam' }))]).toEqual([2, 5, 7]);
});

test('the rows of an undo have names too, also those that are left out of it', async () => {
  const engine = await freshEngine({ users: PIET });
  const { useCases } = engine;
  const { run } = await planRows(useCases, { rows: [{ ...ROW, user: 'PIET', description: 'Pieter Smit' }] });
  await useCases.apply({ run: run.id });
  const undo = await useCases.undo(run.id);
  expect((await rowsOf(engine, undo.run.id)).map(({ name }) => name)).toEqual(['Piet Smit']);
  await useCases.exclude(undo.run.id, { out: [1] });
  expect((await rowsOf(engine, undo.run.id)).map(({ outcome, name }) => [outcome, name])).toEqual([
    ['excluded', 'Pieter Smit'],
  ]);
});
