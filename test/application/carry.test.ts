/** A plan that takes the place of another takes its decisions along, or asks before they are lost. */
import { expect, test } from 'vitest';
import { rowsOf, stopOf, type Engine } from '../support/engine.js';
import { freshEngine } from '../support/engineTest.js';
import { planRows, type RowTexts } from '../support/engineRows.js';

const row = (user: string, description: string, email = `${user.toLowerCase()}@voorbeeld.nl`): RowTexts => ({
  user,
  mutationCode: '3',
  description,
  email,
  group: 'NIEUW',
});
const ROWS = [row('JBO', 'Jan'), row('KEES', 'Kees'), row('PIET', 'Piet')];
const FIXED_GROUP = { group: { kind: 'fixed', value: 'NIEUW' } } as const;

const outcomes = async (engine: Engine, run: number): Promise<unknown[]> =>
  (await rowsOf(engine, run)).map(({ row: number, outcome }) => [number, outcome]);

/** A plan of which row 2 is left out, and row 4 has another description. */
async function decided(engine: Engine): Promise<number> {
  const { run } = await planRows(engine.useCases, { rows: ROWS });
  await engine.useCases.exclude(run.id, { out: [2] });
  await engine.useCases.mend(run.id, { rows: [4], values: [{ place: 'description', value: 'Pieter' }] });
  return run.id;
}

const columns = (...fields: readonly string[]): Record<string, { kind: 'column'; index: number; header: string }> =>
  Object.fromEntries(
    ['user', 'mutationCode', 'description', 'email', 'group'].flatMap((field, index) =>
      fields.includes(field) ? [[field, { kind: 'column' as const, index, header: field }]] : [],
    ),
  );

test('with another mapping the same rows are left out, and the same cells are mended', async () => {
  const engine = await freshEngine();
  const carry = await decided(engine);
  const again = await planRows(engine.useCases, {
    rows: ROWS,
    carry,
    settings: { mapping: { ...columns('user', 'mutationCode', 'description', 'email'), ...FIXED_GROUP } },
  });
  expect(again.carried).toEqual({ excluded: 1, mended: [4] });
  expect(await outcomes(engine, again.run.id)).toEqual([
    [2, 'excluded'],
    [3, 'update'],
    [4, 'create'],
  ]);
  const created = (await rowsOf(engine, again.run.id)).at(-1)?.changes[0]?.fields;
  expect(created).toContainEqual(['description', null, 'Pieter']);
  // Mended once more, and carried once more: what the file had is still known.
  await engine.useCases.mend(again.run.id, { rows: [4], values: [{ place: 'description', value: 'P. Smit' }] });
  const third = await planRows(engine.useCases, { rows: ROWS, carry: again.run.id });
  expect(third.carried).toEqual({ excluded: 1, mended: [4] });
  expect((await engine.useCases.sourcesByNumber(third.run.id, [4]))[0]?.source.cells[2]).toEqual({
    kind: 'typed',
    text: 'P. Smit',
    was: 'Piet',
  });
});

test('a plan without one before it answers nothing of that', async () => {
  const { useCases } = await freshEngine();
  expect(await planRows(useCases, { rows: ROWS })).not.toHaveProperty('carried');
});

test.each([
  ['other cells in that row', [row('JBO', 'Johan'), ...ROWS.slice(1)], { excluded: 1, mended: 0 }],
  ['another cell under what was typed', [...ROWS.slice(0, 2), row('PIET', 'Petra')], { excluded: 0, mended: 1 }],
  ['no such row any more', ROWS.slice(0, 2), { excluded: 0, mended: 1 }],
  ['every row in another place', [row('AAD', 'Aad'), ...ROWS], { excluded: 1, mended: 1 }],
])('%s loses the decision, and only when that was agreed to', async (_what, rows, lost) => {
  const engine = await freshEngine();
  const carry = await decided(engine);
  expect(await stopOf(planRows(engine.useCases, { rows, carry }))).toMatchObject({
    kind: 'guarded',
    key: 'plan.decisionsLost',
    params: lost,
  });
  // The plan before is as it was, and there is no other.
  expect((await engine.useCases.runs({})).map(({ id, status }) => [id, status])).toEqual([[carry, 'planned']]);
  expect((await outcomes(engine, carry))[0]).toEqual([2, 'excluded']);

  const again = await planRows(engine.useCases, { rows, carry, lose: lost });
  expect(again.carried).toEqual({ excluded: 1 - lost.excluded, mended: lost.mended === 1 ? [] : [4] });
});

test('a mended cell of which the field has another column, or none, is lost', async () => {
  const engine = await freshEngine();
  const carry = await decided(engine);
  const mapping = columns('user', 'mutationCode', 'email', 'group');
  for (const other of [mapping, { ...mapping, description: { kind: 'column' as const, index: 3, header: 'email' } }]) {
    expect(await stopOf(planRows(engine.useCases, { rows: ROWS, carry, settings: { mapping: other } }))).toMatchObject({
      params: { excluded: 0, mended: 1 },
    });
  }
});

test('a cell that a composed field is made of stays mended while the field is made of it', async () => {
  const engine = await freshEngine();
  const upn = (...parts: readonly (number | string)[]) => ({
    upn: {
      kind: 'composed' as const,
      template: '',
      parts: parts.map((part) => (typeof part === 'string' ? part : { index: part, header: '', functions: [] })),
    },
  });
  const of = columns('user', 'mutationCode', 'description', 'email');
  const { run } = await planRows(engine.useCases, {
    rows: ROWS.slice(0, 1),
    settings: { mapping: { ...of, ...upn(4, '@x.nl') } },
  });
  await engine.useCases.mend(run.id, { rows: [2], values: [{ place: '#5', value: 'jan' }] });
  const mapping = { ...of, ...upn(4, '@y.nl') };
  const again = await planRows(engine.useCases, { rows: ROWS.slice(0, 1), carry: run.id, settings: { mapping } });
  expect(again.carried).toEqual({ excluded: 0, mended: [2] });
  expect((await rowsOf(engine, again.run.id))[0]?.changes[0]?.fields).toContainEqual([
    'upn',
    expect.anything(),
    'jan@y.nl',
  ]);
});

test('a mended password is kept nowhere, so it is lost', async () => {
  const engine = await freshEngine();
  const rows = [{ user: 'JBO', mutationCode: '5', password: 'kort' }];
  const { run } = await planRows(engine.useCases, { rows });
  await engine.useCases.mend(run.id, {
    rows: [2],
    values: [{ place: 'password', value: 'lang-genoeg-zo' }],
    hidden: true,
  });
  expect(await stopOf(planRows(engine.useCases, { rows, carry: run.id }))).toMatchObject({
    params: { excluded: 0, mended: 1 },
  });
});

test('who decided something of the plan before shaped the one that takes its place', async () => {
  const engine = await freshEngine();
  const { run } = await planRows(engine.useCases, { rows: ROWS });
  await engine.as('an').exclude(run.id, { out: [2] });
  const again = await planRows(engine.useCases, { rows: ROWS, carry: run.id });
  expect((await engine.store.plans.people(again.run.id)).map(({ login, act }) => [login, act])).toContainEqual([
    'an',
    'exclude',
  ]);
});
