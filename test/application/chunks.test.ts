/** A file of more rows than are planned together: what is on either side of a border sees the other side. */
import { expect, test } from 'vitest';
import { PLAN_CHUNK } from '../../src/application/writePlan.js';
import { readDirectory } from '../support/engineDirectory.js';
import { rowsOf } from '../support/engine.js';
import { freshEngine } from '../support/engineTest.js';
import { EVERY_GUARD_RAISED, planRows, type RowTexts } from '../support/engineRows.js';

const EMPTY = { user: '', mutationCode: '3', newUser: '', description: '', email: '', upn: '', group: '' };
const BEA = { ...EMPTY, user: 'BBA', description: 'Bea Bakker', email: 'bea@voorbeeld.nl', upn: 'bea@voorbeeld.nl' };

test('rows of a later chunk see what rows of an earlier one did', async () => {
  const engine = await freshEngine();
  const { useCases, store } = engine;
  const before: RowTexts[] = [
    { ...EMPTY, user: 'EEN', description: 'Een', upn: 'een@voorbeeld.nl', group: 'NIEUW' },
    { ...BEA, mutationCode: '4', newUser: 'B' },
  ];
  const filler = Array.from({ length: PLAN_CHUNK - before.length }, (_, at): RowTexts => ({
    ...EMPTY,
    user: `V${at}`,
    description: `Vulling ${at}`,
  }));
  const after: RowTexts[] = [
    { ...EMPTY, user: 'EEN', description: 'Een', upn: 'een@voorbeeld.nl', group: 'HRM' },
    { ...EMPTY, user: 'TWEE', description: 'Twee', upn: 'EEN@voorbeeld.nl' },
    { ...EMPTY, user: 'TWEE', mutationCode: '1', description: 'Twee', group: 'nieuw' },
    { ...BEA, mutationCode: '6' },
    { ...BEA, user: 'B', mutationCode: '4', newUser: 'C' },
    { ...EMPTY, user: 'JBO', mutationCode: '4', newUser: 'BBA', description: 'Jan Bos', email: 'jan@voorbeeld.nl' },
    { ...EMPTY, user: 'V0', mutationCode: '0', description: 'Vulling 0' },
  ];
  const { run } = await planRows(useCases, { rows: [...before, ...filler, ...after] });
  const rows = await rowsOf(engine, run.id);
  const last = rows
    .slice(-after.length)
    .map(({ outcome, groups, messages }) => [
      outcome,
      groups.added,
      groups.created,
      messages.flatMap(({ code, level }) => (level === 'error' ? [code] : [])),
    ]);
  expect(last).toEqual([
    ['update', ['HRM'], [], []],
    ['rejected', [], [], ['UPN_TAKEN']],
    ['create', ['NIEUW'], [], []],
    ['rejected', [], [], ['USER_UNKNOWN', 'UPN_TAKEN']],
    ['rename', [], [], []],
    ['rename', [], [], []],
    ['block', [], [], []],
  ]);
  expect(run.summary).toMatchObject({ groupsCreated: 1, tokensRevoked: 3 });

  // Stored rows are read in other chunks than a file is.
  await useCases.exclude(run.id, { out: [] });
  expect(await rowsOf(engine, run.id)).toEqual(rows);

  await useCases.apply({ run: run.id, guards: EVERY_GUARD_RAISED });
  const { users } = await readDirectory(store.directory);
  expect(users['T12345AA 12345.C']).toMatchObject({ upn: 'bea@voorbeeld.nl', tokens: [] });
  expect(users['T12345AB 12345.C']).toMatchObject({ upn: 'bea@voorbeeld.nl', tokens: [] });
  expect(users['T12345AA 12345.BBA']).toMatchObject({ description: 'Jan Bos' });
  expect(users['T12345AA 12345.EEN']).toMatchObject({ groups: ['HRM', 'NIEUW'], upn: '' });
  expect(await store.directory.check()).toEqual([]);

  const second = await useCases.secondPass(run.id);
  expect((await rowsOf(engine, second.run.id)).map(({ user, outcome }) => [user, outcome])).toEqual([
    ['12345.EEN', 'update'],
  ]);

  const undo = await useCases.undo(run.id);
  expect(undo.run.summary.outcomes.rejected).toBe(0);
});
