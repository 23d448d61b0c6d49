/** Acts on users by hand (docs/rules.md, *Acts*): a plan of a row each, applied and undone like any other. */
import { expect, test } from 'vitest';
import type { ActRequest } from '../../src/application/userUseCases.js';
import type { PlannedRow } from '../../src/domain/plannedRow.js';
import { rowsOf, stopOf, type Engine } from '../support/engine.js';
import { readDirectory, type FullDirectory, type UserNote } from '../support/engineDirectory.js';
import { EVERY_GUARD_RAISED as guards, planRows } from '../support/engineRows.js';
import { freshEngine } from '../support/engineTest.js';

type Given = Omit<ActRequest, 'environment' | 'users'> & {
  readonly user?: string;
  readonly users?: ActRequest['users'];
};

interface Done {
  readonly run: number;
  readonly row: PlannedRow;
}

async function planned(engine: Engine, { user, users, ...given }: Given): Promise<Done> {
  const about = users ?? [user ?? ''];
  const { run } = await engine.useCases.act({ environment: 'T12345AA', users: about, ...given });
  const [row] = await rowsOf(engine, run.id);
  return { run: run.id, row: row! };
}

async function done(engine: Engine, given: Given): Promise<Done> {
  const act = await planned(engine, given);
  await engine.useCases.apply({ run: act.run, guards });
  return act;
}

async function undone(engine: Engine, run: number): Promise<PlannedRow> {
  const undo = await engine.useCases.undo(run);
  await engine.useCases.apply({ run: undo.run.id, guards });
  const [row] = await rowsOf(engine, undo.run.id);
  return row!;
}

const users = async (engine: Engine): Promise<FullDirectory['users']> =>
  (await readDirectory(engine.store.directory)).users;

/** What became other, by user: the values as they are now, or null for who is gone. */
function differences(
  before: FullDirectory['users'],
  after: FullDirectory['users'],
): Record<string, Partial<UserNote> | null> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.flatMap((key): [string, Partial<UserNote> | null][] => {
    const [was, is] = [before[key], after[key]];
    if (!is) return [[key, null]];
    const fields = Object.entries(is).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(was?.[field as keyof UserNote]),
    );
    return fields.length > 0 ? [[key, Object.fromEntries(fields)]] : [];
  });
  return Object.fromEntries(changed);
}

const codesOf = ({ messages }: PlannedRow): string[] => messages.map(({ code }) => code);

/** Each act, what it changes and what it tells; and its undo leaves everything as it was. */
type ActCase = readonly [
  what: string,
  given: Given,
  outcome: string,
  changed: Record<string, Partial<UserNote> | null>,
  told?: readonly string[],
  toldByUndo?: readonly string[],
];

const ACTS: readonly ActCase[] = [
  [
    'block',
    { act: 'block', user: 'BBA' },
    'block',
    { 'T12345AA 12345.BBA': { blocked: true, groups: [] } },
    ['STAYS_ACTIVE'],
  ],
  [
    'block and keep the groups',
    { act: 'block', user: 'BBA', keepGroups: true },
    'block',
    { 'T12345AA 12345.BBA': { blocked: true } },
    ['STAYS_ACTIVE'],
  ],
  ['unblock', { act: 'unblock', user: 'FYI' }, 'unblock', { 'T12345AA 12345.FYI': { blocked: false } }],
  [
    'rename, also the linked user',
    { act: 'rename', user: 'FYI', values: { newUser: 'FYA' } },
    'rename',
    {
      'T12345AA 12345.FYI': null,
      'T12345AB 12345.FYI': null,
      'T12345AA 12345.FYA': expect.anything() as UserNote,
      'T12345AB 12345.FYA': expect.anything() as UserNote,
    },
  ],
  ['a password', { act: 'password', user: 'JBO', password: '123456789012' }, 'password', {}, [], ['UNDO_INCOMPLETE']],
  [
    'join two groups',
    { act: 'join', user: 'JBO', groups: ['inkoop', 'FIN'] },
    'update',
    { 'T12345AA 12345.JBO': { groups: ['FIN', 'HRM', 'INKOOP'] } },
  ],
  [
    'leave one group',
    { act: 'leave', user: 'BBA', groups: ['INKOOP'] },
    'update',
    { 'T12345AA 12345.BBA': { groups: ['HRM'] } },
  ],
  [
    'another person',
    { act: 'link', user: 'BBA', values: { person: '100002' } },
    'update',
    { 'T12345AA 12345.BBA': { person: '100002' } },
  ],
  [
    'AFAS Accept',
    { act: 'accept', user: 'JBO', values: { accept: 'ja' } },
    'update',
    { 'T12345AA 12345.JBO': { access: ['profit', 'inSite', 'accept'] } },
  ],
  [
    'values, and an empty one empties',
    { act: 'set', user: 'KEES', values: { description: 'Kees de Kok', person: '' } },
    'update',
    {
      'T12345AA 12345.KEES': { description: 'Kees de Kok', person: null },
      'T12345AB 12345.KEES': { description: 'Kees de Kok' },
    },
  ],
  [
    'add, with what the linked user is called',
    { act: 'add', user: 'OLG', values: { person: '100001' }, groups: ['HRM', 'FIN'] },
    'create',
    {
      'T12345AA 12345.OLG': expect.objectContaining({
        description: 'Olga Abels',
        email: 'olga@voorbeeld.nl',
        upn: '',
        groups: ['FIN', 'HRM'],
      }) as UserNote,
    },
    ['UPN_DEFERRED'],
    ['USER_REMOVED'],
  ],
  [
    'add a system user',
    { act: 'add-system', user: 'KOPPEL', values: { description: 'Koppeling', connector: 'J' } },
    'create',
    {
      'T12345AA 12345.KOPPEL': expect.objectContaining({
        system: true,
        access: ['connector'],
        person: null,
      }) as UserNote,
    },
    [],
    ['USER_REMOVED'],
  ],
  [
    'make ordinary',
    { act: 'make-ordinary', user: 'SYS', values: { person: '100001' } },
    'update',
    { 'T12345AA 12345.SYS': { system: false, person: '100001' } },
  ],
  [
    'block a system user',
    { act: 'block', user: 'SYS', system: true },
    'block',
    { 'T12345AA 12345.SYS': { blocked: true } },
    ['STAYS_ACTIVE'],
  ],
  ['delete', { act: 'delete', user: 'JBO' }, 'delete', { 'T12345AA 12345.JBO': null }, [], ['UNDO_INCOMPLETE']],
];

test.each(ACTS.map((act) => [act[0], act] as const))(
  '%s',
  async (_what, [, given, outcome, changed, told = [], toldByUndo = []]) => {
    const engine = await freshEngine();
    const before = await users(engine);
    const { run, row } = await done(engine, given);
    expect([row.outcome, codesOf(row)]).toEqual([outcome, told]);
    expect(differences(before, await users(engine))).toEqual(changed);
    const back = await undone(engine, run);
    expect(codesOf(back).filter((code) => code !== 'STAYS_ACTIVE')).toEqual(toldByUndo);
    expect(differences(before, await users(engine))).toEqual({});
    expect(await engine.store.directory.check()).toEqual([]);
  },
);

/** What an act refuses: nothing changes, and the row says why. */
const REFUSED: readonly (readonly [what: string, given: Given, code: string])[] = [
  ['nobody', { act: 'block', user: 'NIEMAND' }, 'USER_UNKNOWN'],
  ['add who is there', { act: 'add', user: 'BBA', values: { description: 'Bea' } }, 'USER_EXISTS'],
  ['an unknown group', { act: 'join', user: 'BBA', groups: ['FIN', 'WEG'] }, 'GROUP_UNKNOWN'],
  ['leave everyone', { act: 'leave', user: 'BBA', groups: ['iedereen'] }, 'GROUP_EVERYONE'],
  ['leave where one is not', { act: 'leave', user: 'JBO', groups: ['INKOOP'] }, 'NOT_IN_GROUP'],
  ['a system user', { act: 'block', user: 'SYS' }, 'SYSTEM_USER'],
  ['an ordinary one made ordinary', { act: 'make-ordinary', user: 'JBO', values: { person: '100001' } }, 'NOT_SYSTEM'],
  ['merge with oneself', { act: 'merge', user: 'BBA', into: '12345.bba' }, 'MERGE_SELF'],
  ['merge into nobody', { act: 'merge', user: 'BBA', into: 'NIEMAND' }, 'USER_UNKNOWN'],
  ['delete who has tokens', { act: 'delete', user: 'BBA' }, 'USER_IN_USE'],
  ['a system user without a description', { act: 'add-system', user: 'KOPPEL' }, 'DESCRIPTION_MISSING'],
];

test.each(REFUSED)('refuses %s', async (_what, given, code) => {
  const engine = await freshEngine();
  const { row } = await planned(engine, given);
  expect([row.outcome, codesOf(row)]).toEqual(['rejected', expect.arrayContaining([code])]);
});

test('a merge gives the groups in every environment where both are, and its undo makes the other again', async () => {
  const engine = await freshEngine();
  const before = await users(engine);
  const { run, row } = await done(engine, { act: 'merge', user: 'BBA', into: 'FYI' });
  expect(row).toMatchObject({ user: '12345.BBA', outcome: 'delete', tokensRevoked: 3 });
  expect(row.changes).toEqual([
    { environment: 'T12345AA', user: '12345.BBA', fields: [['user', '12345.BBA', null]] },
    { environment: 'T12345AB', user: '12345.BBA', fields: [['user', '12345.BBA', null]] },
    { environment: 'T12345AA', user: '12345.FYI', fields: [['group', null, 'HRM']] },
    { environment: 'T12345AB', user: '12345.FYI', fields: [['group', null, 'VERKOOP']] },
  ]);
  expect(differences(before, await users(engine))).toEqual({
    'T12345AA 12345.BBA': null,
    'T12345AB 12345.BBA': null,
    'T12345AA 12345.FYI': { groups: ['HRM', 'INKOOP'] },
    'T12345AB 12345.FYI': { groups: ['VERKOOP'] },
  });
  const back = await undone(engine, run);
  expect([back.outcome, codesOf(back)]).toEqual(['create', ['UNDO_INCOMPLETE', 'UNDO_INCOMPLETE']]);
  expect(differences(before, await users(engine))).toEqual({
    'T12345AA 12345.BBA': { tokens: [] },
    'T12345AB 12345.BBA': { tokens: [] },
  });
});

test('who is alone somewhere stays there, and is told', async () => {
  const engine = await freshEngine();
  const { row } = await planned(engine, { act: 'merge', user: 'FYI', into: 'JBO' });
  expect(row.messages.find(({ code }) => code === 'MERGE_STAYS')?.params).toMatchObject({ environments: 'T12345AB' });
});

test('who was used is not deleted, and an undone run is no use', async () => {
  const engine = await freshEngine();
  const { run } = await done(engine, { act: 'join', user: 'JBO', groups: ['FIN'] });
  expect(codesOf((await planned(engine, { act: 'delete', user: 'JBO' })).row)).toEqual(['USER_IN_USE']);
  await undone(engine, run);
  expect((await planned(engine, { act: 'delete', user: 'JBO' })).row.outcome).toBe('delete');
});

test('the undo of an import removes who was made, and blocks who was used since', async () => {
  const engine = await freshEngine();
  const rows = ['EEN', 'TWEE'].map((user) => ({ user, mutationCode: '1', description: user }));
  const { run } = await planRows(engine.useCases, { rows });
  await engine.useCases.apply({ run: run.id, guards });
  await done(engine, { act: 'join', user: 'TWEE', groups: ['FIN'] });
  const undo = await engine.useCases.undo(run.id);
  const undoRows = await rowsOf(engine, undo.run.id);
  expect(undoRows.map((row) => [row.user, row.outcome, codesOf(row)])).toEqual([
    ['12345.TWEE', 'block', ['USER_IN_USE']],
    ['12345.EEN', 'delete', ['USER_REMOVED']],
  ]);
});

test('the part of one user is undone, and the rest of the run later', async () => {
  const engine = await freshEngine();
  const before = await users(engine);
  const { run } = await done(engine, { act: 'join', users: ['JBO', 'KEES'], groups: ['FIN'] });
  const part = await engine.useCases.undo(run, {}, { user: 'KEES' });
  expect((await rowsOf(engine, part.run.id)).map(({ user }) => user)).toEqual(['12345.KEES']);
  await engine.useCases.apply({ run: part.run.id, guards });
  expect(differences(before, await users(engine))).toEqual({ 'T12345AA 12345.JBO': { groups: ['FIN', 'HRM'] } });
  expect((await engine.useCases.answer(run)).run.undoneBy).toBeNull();
  await undone(engine, run);
  expect(differences(before, await users(engine))).toEqual({});
});

test('who is made again is the one that there was: what happened before is undone as ever', async () => {
  const engine = await freshEngine();
  const first = await done(engine, { act: 'set', user: 'FYI', values: { description: 'Fatma' } });
  const before = await users(engine);
  const merge = await done(engine, { act: 'merge', user: 'FYI', into: 'BBA' });
  await undone(engine, merge.run);
  expect(differences(before, await users(engine))).toEqual({});
  expect((await undone(engine, first.run)).outcome).toBe('update');
  expect((await users(engine))['T12345AA 12345.FYI']?.description).toBe('Fatima Yılmaz');
});

test('the undo of who was made, and is gone since, says who that was', async () => {
  const engine = await freshEngine();
  const { run } = await done(engine, { act: 'add', user: 'NIEUW', values: { description: 'Nieuw' } });
  await done(engine, { act: 'delete', user: 'NIEUW' });
  for (const of of [undefined, { user: 'NIEUW' }]) {
    const undo = await engine.useCases.undo(run, {}, of);
    const rows = await rowsOf(engine, undo.run.id);
    expect(rows.map((row) => [row.user, row.outcome, codesOf(row)])).toEqual([
      ['12345.NIEUW', 'rejected', ['UNDO_CONFLICT']],
    ]);
  }
});

test('an act for all that a filter finds is one plan, under the guards', async () => {
  const engine = await freshEngine();
  const filter = { terms: [{ field: 'group', operator: 'is', value: 'HRM', negated: false }] } as const;
  const { run } = await engine.useCases.act({ environment: 'T12345AA', act: 'leave', users: filter, groups: ['HRM'] });
  expect((await rowsOf(engine, run.id)).map(({ user, outcome }) => [user, outcome])).toEqual([
    ['12345.BBA', 'update'],
    ['12345.JBO', 'update'],
  ]);
});

test('asks what makes sense: fields, groups and users that fit the act', async () => {
  const { useCases } = await freshEngine();
  const ask = (given: Given): Promise<unknown> =>
    stopOf(useCases.act({ environment: 'T12345AA', users: given.users ?? ['BBA'], ...given }));
  expect(await ask({ act: 'block', values: { email: 'x@y.nl' } })).toMatchObject({
    kind: 'wrongUse',
    key: 'act.noField',
  });
  expect(await ask({ act: 'rename' })).toMatchObject({ kind: 'wrongUse', key: 'act.needsValue' });
  expect(await ask({ act: 'delete', users: ['BBA', 'JBO'] })).toMatchObject({ kind: 'wrongUse', key: 'act.oneUser' });
  expect(await ask({ act: 'rename', system: true, values: { newUser: 'X' } })).toMatchObject({ key: 'act.noSystem' });
  expect(await ask({ act: 'block', users: [] })).toMatchObject({ kind: 'wrongUse', key: 'act.nobody' });
});

test('a password of an act is kept as a hash alone, and is what the user gets', async () => {
  const engine = await freshEngine();
  const { run } = await planned(engine, { act: 'password', user: 'JBO', password: 'geheim-en-lang-genoeg' });
  const stored = JSON.stringify([await engine.useCases.answer(run), await rowsOf(engine, run)]);
  expect(stored).not.toContain('geheim-en-lang-genoeg');
  expect((await planned(engine, { act: 'password', user: 'JBO', password: 'kort' })).row.messages[0]?.code).toBe(
    'PASSWORD_WEAK',
  );
});

test('blocked by hand is code 0 by file, where the identity fields are kept', async () => {
  const byHand = await freshEngine();
  const byFile = await freshEngine();
  const { row } = await done(byHand, { act: 'block', user: 'BBA' });
  const emptyRules = { description: 'keep', email: 'keep', upn: 'keep' } as const;
  const { run } = await planRows(byFile.useCases, {
    rows: [{ user: 'BBA', mutationCode: '0' }],
    settings: { emptyRules },
  });
  await byFile.useCases.apply({ run: run.id, guards });
  const [twin] = await rowsOf(byFile, run.id);
  // What it tells is told of no file.
  const messages = twin?.messages.map((told) => ({ ...told, params: { ...told.params, hand: 1 } }));
  expect({ ...row, row: 0 }).toEqual({ ...twin, row: 0, messages });
  expect(await users(byHand)).toEqual(await users(byFile));
});
