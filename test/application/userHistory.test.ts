/** What happened to a user, whatever it was called at the time. */
import { expect, test } from 'vitest';
import type { UserChange } from '../../src/application/userUseCases.js';
import { EVERY_GUARD_RAISED, planRows, type RowTexts } from '../support/engineRows.js';
import { freshEngine } from '../support/engineTest.js';
import type { Engine } from '../support/engine.js';

const KEEP = { settings: { emptyRules: { email: 'keep', description: 'keep', upn: 'keep' } } } as const;

/** Applies rows an hour after what was applied before. */
async function applied(engine: Engine, ...rows: readonly RowTexts[]): Promise<number> {
  const { run } = await planRows(engine.useCases, { rows, importAgain: true, ...KEEP });
  return apply(engine, run.id);
}

async function apply({ useCases, clock }: Engine, run: number): Promise<number> {
  clock.now = new Date(clock.now.getTime() + 3_600_000);
  await useCases.apply({ run, guards: EVERY_GUARD_RAISED });
  return run;
}

const shown = ({ run, row, environment, user, field, from, to }: UserChange): unknown[] => [
  run,
  row,
  environment,
  user,
  field,
  from,
  to,
];

test('every change of every run, latest first, under the code that the user had', async () => {
  const engine = await freshEngine();
  const { useCases } = engine;
  const first = await applied(
    engine,
    { user: '12345.JBO', mutationCode: '1', group: 'FIN' },
    { user: '12345.JBO', mutationCode: '1', email: 'jan@elders.nl', group: 'INKOOP' },
    { user: '12345.KEES', mutationCode: '1', email: 'kees@elders.nl' },
  );
  await planRows(useCases, { rows: [{ user: '12345.JBO', mutationCode: '0' }], ...KEEP });
  const second = await applied(engine, { user: '12345.JBO', mutationCode: '4', newUser: 'Jan' });
  const third = await applied(engine, { user: 'jan', mutationCode: '5', password: 'geheim en lang' });
  const undone = await apply(engine, (await useCases.undo(first)).run.id);

  const history = await useCases.userHistory('JAN');
  expect(history.map(shown)).toEqual([
    [undone, 2, 'T12345AA', '12345.Jan', 'email', 'jan@elders.nl', 'jan@voorbeeld.nl'],
    [undone, 2, 'T12345AA', '12345.Jan', 'group', 'INKOOP', null],
    [undone, 2, 'T12345AA', '12345.Jan', 'group', 'FIN', null],
    [third, 2, 'T12345AA', '12345.Jan', 'password', null, '********'],
    [second, 2, 'T12345AA', '12345.JBO', 'user', '12345.JBO', '12345.Jan'],
    [first, 3, 'T12345AA', '12345.JBO', 'email', 'jan@voorbeeld.nl', 'jan@elders.nl'],
    [first, 2, 'T12345AA', '12345.JBO', 'group', null, 'FIN'],
    [first, 3, 'T12345AA', '12345.JBO', 'group', null, 'INKOOP'],
  ]);
  expect(history.at(-1)).toMatchObject({ kind: 'import', operator: 'jan', appliedAt: '2027-01-04T10:00:00.000Z' });
  expect(await useCases.userHistory('12345.jbo')).toEqual(history);
  expect(await useCases.userHistory('12345.nobody')).toEqual([]);
});

test('a new user has a first change of everything; linked users have theirs', async () => {
  const engine = await freshEngine();
  const made = await applied(engine, { user: 'olg', mutationCode: '2', description: 'Olga van Ouden' });
  const history = await engine.useCases.userHistory('olg');
  expect(history.filter(({ environment }) => environment === 'T12345AA').map(shown)).toEqual(
    expect.arrayContaining([
      [made, 2, 'T12345AA', '12345.olg', 'user', null, '12345.olg'],
      [made, 2, 'T12345AA', '12345.olg', 'description', null, 'Olga van Ouden'],
      [made, 2, 'T12345AA', '12345.olg', 'blocked', null, true],
    ]),
  );
  expect(history.filter(({ environment }) => environment === 'T12345AB').map(shown)).toEqual([
    [made, 2, 'T12345AB', '12345.OLG', 'description', 'Olga Abels', 'Olga van Ouden'],
  ]);
});
