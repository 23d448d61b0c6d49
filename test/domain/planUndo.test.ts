/** One user of a run that is undone (docs/rules.md, *Undo*): what is put back, what is refused, and what does not come back. */
import { describe, expect, test } from 'vitest';
import { planUndo } from '../../src/domain/planUndo.js';
import { planUndoGroups } from '../../src/domain/planUndoGroups.js';
import type { PlannedRow } from '../../src/domain/plannedRow.js';
import type { UndoContext, UserToUndo } from '../../src/domain/undoUser.js';
import type { WorkingDirectory } from '../../src/domain/workingDirectory.js';
import type { UserNote } from '../support/engineDirectory.js';
import { directoryFor } from './support/planning.js';

const BEA: Partial<UserNote> = { description: 'Bea', email: 'bea@x.nl', upn: 'bea@x.nl', person: 'P1', groups: ['G1'] };

/** As the run left it. */
function directoryWith(more: Readonly<Record<string, Partial<UserNote>>> = {}): WorkingDirectory {
  return directoryFor({
    environments: { T12345AA: {}, T12345AB: {}, T12345AX: { deleted: true } },
    persons: { T12345AA: ['P1', 'P2'] },
    groups: { 'T12345AA G1': 'Een', 'T12345AA G2': 'Twee' },
    users: { 'T12345AA 12345.BEA': BEA, 'T12345AB 12345.BEA': { ...BEA, groups: [] }, ...more },
  });
}

const NOTHING: Omit<UserToUndo, 'userId'> = {
  environment: 'T12345AA',
  created: false,
  removed: false,
  version: 1,
  uses: 0,
  counted: 1,
  fields: [],
  groupsAdded: [],
  groupsRemoved: [],
  tokensRevoked: 0,
};

function contextOf(directory: WorkingDirectory, given: Partial<UndoContext> = {}): UndoContext {
  const nothing = {
    moves: () => false,
    createdGroups: new Set<string>(),
    removedGroups: new Map(),
    secondPass: null,
    reachesSystem: false,
  };
  return { directory, ...nothing, ...given };
}

/** Undoes what the run did to Bea here. */
function undo(done: Partial<UserToUndo>, directory = directoryWith(), given: Partial<UndoContext> = {}): PlannedRow {
  return planUndo(7, 'label', [{ ...NOTHING, userId: 1, ...done }], contextOf(directory, given));
}

const told = ({ messages }: PlannedRow): unknown[] => messages.map(({ code, field, params }) => [code, field, params]);

describe('a value of the run', () => {
  test.each([
    ['description', 'Vroeger', 'Bea', 'update'],
    ['email', '', 'bea@x.nl', 'update'],
    ['upn', 'oud@x.nl', 'bea@x.nl', 'update'],
    ['person', 'P2', 'P1', 'update'],
    ['person', null, 'P1', 'update'],
    ['profit', false, true, 'update'],
    ['outSite', true, false, 'update'],
    ['siteLanguage', '2057', '1043', 'update'],
    ['blocked', true, false, 'block'],
    ['user', '12345.OUD', '12345.BEA', 'rename'],
  ] as const)('%s goes back to %j', (field, from, to, outcome) => {
    const directory = directoryWith();
    const row = undo({ fields: [[field, from, to]] }, directory);
    expect(row).toMatchObject({
      row: 7,
      user: '12345.BEA',
      name: field === 'description' ? from : 'Bea',
      outcome,
      code: null,
    });
    expect(row.changes).toEqual([{ environment: 'T12345AA', user: '12345.BEA', fields: [[field, to, from]] }]);
    expect(row.planUser).toBe(1);
    expect(row.messages).toEqual([]);
  });

  test('of a user that was unblocked is a block that comes back, and the other way round', () => {
    const blocked = directoryWith({ 'T12345AA 12345.BEA': { ...BEA, blocked: true } });
    expect(undo({ fields: [['blocked', false, true]] }, blocked).outcome).toBe('unblock');
  });

  test('that is as it was already changes nothing', () => {
    const row = undo({ fields: [['description', 'Bea', 'Anders']] });
    expect(row).toMatchObject({ outcome: 'unchanged', changes: [], messages: [] });
  });

  test.each([
    ['description', 'Vroeger', 'Van de run', 'description', 'Bea'],
    ['person', null, 'P2', 'person', 'P1'],
    ['outSite', 'x', true, 'outSite', 'false'],
    ['blocked', 'x', true, null, 'false'],
  ] as const)('%s that was changed since is refused, with what it is now', (field, from, to, shown, now) => {
    const row = undo({ fields: [[field, from, to]] });
    expect(row).toMatchObject({
      row: 7,
      user: '12345.BEA',
      name: 'Bea',
      outcome: 'rejected',
      changes: [],
      planUser: null,
    });
    expect(told(row)).toEqual([['UNDO_CONFLICT', shown, { environment: 'T12345AA', reason: 'changed', now }]]);
  });

  test('no person now is told as nothing', () => {
    const directory = directoryWith({ 'T12345AA 12345.BEA': { ...BEA, person: null } });
    expect(told(undo({ fields: [['person', 'P1', 'P2']] }, directory))).toEqual([
      ['UNDO_CONFLICT', 'person', { environment: 'T12345AA', reason: 'changed', now: '' }],
    ]);
  });

  test('is refused where the person is gone', () =>
    expect(told(undo({ fields: [['person', 'P9', 'P1']] }))).toEqual([
      ['UNDO_CONFLICT', 'person', { environment: 'T12345AA', reason: 'person', now: 'P9' }],
    ]));
});

describe('a user', () => {
  test('that is gone is told by its label, and refuses all of the row', () => {
    const directory = directoryWith();
    const users = [
      { ...NOTHING, userId: null },
      { ...NOTHING, userId: 99, environment: 'T12345AB' },
    ];
    const row = planUndo(7, 'label', users, contextOf(directory));
    expect(row).toMatchObject({ user: 'label', name: '', outcome: 'rejected' });
    expect(told(row)).toEqual([
      ['UNDO_CONFLICT', 'user', { environment: 'T12345AA', reason: 'gone' }],
      ['UNDO_CONFLICT', 'user', { environment: 'T12345AB', reason: 'gone' }],
    ]);
  });

  test('that became a system user is refused', () => {
    const directory = directoryWith({ 'T12345AA 12345.BEA': { ...BEA, system: true } });
    expect(told(undo({ fields: [['email', '', 'bea@x.nl']] }, directory))).toEqual([
      ['SYSTEM_USER', 'user', { environments: 'T12345AA' }],
    ]);
  });

  test('is undone in every environment, or in none', () => {
    const users = [
      { ...NOTHING, userId: 1, fields: [['email', 'a@x.nl', 'bea@x.nl']] },
      { ...NOTHING, userId: 2, environment: 'T12345AB', fields: [['email', 'b@x.nl', 'bea@x.nl']] },
    ] as const;
    const directory = directoryWith();
    const row = planUndo(7, 'label', users, contextOf(directory));
    expect(row.changes.map(({ environment, fields }) => [environment, ...fields])).toEqual([
      ['T12345AA', ['email', 'bea@x.nl', 'a@x.nl']],
      ['T12345AB', ['email', 'bea@x.nl', 'b@x.nl']],
    ]);
    expect(directory.findById(1)!.state.email).toBe('a@x.nl');
    expect(directory.touched().users.map(({ planId, targetPlanId }) => [planId, targetPlanId])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    const changedThere = directoryWith({ 'T12345AB 12345.BEA': { ...BEA, email: 'c@x.nl' } });
    expect(planUndo(7, 'label', users, contextOf(changedThere))).toMatchObject({ outcome: 'rejected', changes: [] });
    expect(changedThere.findById(1)!.state.email).toBe('bea@x.nl');
    expect(changedThere.touched().users).toEqual([]);
  });

  test('whose linked user alone changes is an update, and relies on those with its code', () => {
    const directory = directoryWith();
    const users = [
      { ...NOTHING, userId: 1 },
      { ...NOTHING, userId: 2, environment: 'T12345AB', fields: [['user', '12345.OUD', '12345.BEA']] },
    ] as const;
    expect(planUndo(7, 'label', users, contextOf(directory)).outcome).toBe('rename');
    expect(undo({}, directoryWith())).toMatchObject({ outcome: 'unchanged', planUser: 1 });
    const relied = directoryWith();
    undo({}, relied);
    expect(relied.touched().users.map(({ id }) => id)).toEqual([1, 2]);
  });
});

describe('a code or UPN that goes back', () => {
  const renamed = [['user', '12345.OUD', '12345.BEA']] as const;
  const upn = [['upn', 'oud@x.nl', 'bea@x.nl']] as const;
  const taken = [['NEW_CODE_TAKEN', 'newUser', { user: '12345.OUD' }]];

  test('must be free of others, in any environment', () => {
    expect(told(undo({ fields: renamed }, directoryWith({ 'T12345AB 12345.oud': {} })))).toEqual(taken);
    expect(told(undo({ fields: upn }, directoryWith({ 'T12345AB 12345.JAN': { upn: 'OUD@x.nl' } })))).toEqual([
      ['UPN_TAKEN', 'upn', { upn: 'oud@x.nl', holder: '12345.JAN', environment: 'T12345AB' }],
    ]);
    expect(told(undo({ fields: upn }, directoryWith({ 'T12345AX 12345.WEG': { upn: 'oud@x.nl' } })))).toEqual([
      ['UPN_LEFTOVER', 'upn', { upn: 'oud@x.nl', holder: '12345.WEG', environment: 'T12345AX' }],
    ]);
  });
  test('is free of who gives it up', () => {
    const moves = { moves: () => true };
    expect(told(undo({ fields: renamed }, directoryWith({ 'T12345AB 12345.OUD': {} }), moves))).toEqual([]);
    expect(told(undo({ fields: upn }, directoryWith({ 'T12345AB 12345.JAN': { upn: 'oud@x.nl' } }), moves))).toEqual(
      [],
    );
  });
  test('is free of the user’s own accounts elsewhere', () => {
    const there = { 'T12345AB 12345.BEA': { ...BEA, upn: 'oud@x.nl' } };
    expect(told(undo({ fields: upn }, directoryWith(there)))).toEqual([]);
  });
  test('is not asked for where it stays as it is', () => {
    const left = directoryWith({ 'T12345AX 12345.WEG': { upn: 'bea@x.nl' } });
    expect(told(undo({ fields: [['email', '', 'bea@x.nl']] }, left))).toEqual([]);
    const nobody = directoryWith({ 'T12345AB 12345.OUD': {} });
    expect(told(undo({ fields: [['email', '', 'bea@x.nl']] }, nobody))).toEqual([]);
    expect(told(undo({ fields: [['upn', '', 'bea@x.nl']] }, directoryWith({ 'T12345AX 12345.WEG': {} })))).toEqual([]);
  });
});

describe('groups', () => {
  test('that were joined are left, and those that were left are joined', () => {
    const row = undo({ groupsAdded: ['g1'], groupsRemoved: ['G2'] });
    expect(row).toMatchObject({ outcome: 'update', groups: { added: ['G2'], removed: ['G1'], created: [] } });
  });
  test('that are gone are refused, unless the run itself removed them: then they are made again', () => {
    const gone = { groupsRemoved: ['G9'] };
    expect(told(undo(gone))).toEqual([
      ['UNDO_CONFLICT', 'group', { environment: 'T12345AA', reason: 'group', now: 'G9' }],
    ]);
    const directory = directoryWith();
    const row = undo(gone, directory, { removedGroups: new Map([['g9', 'Negen']]) });
    expect(row.groups).toEqual({ added: ['G9'], removed: [], created: ['G9'] });
    expect(directory.group('G9')).toMatchObject({ id: null, description: 'Negen' });
  });
  test('that the run made go with their last user, and the row says so', () =>
    expect(told(undo({ groupsAdded: ['G1', 'G2'] }, directoryWith(), { createdGroups: new Set(['g1']) }))).toEqual([
      ['UNDO_GROUP', 'group', { group: 'G1' }],
    ]));
  test('of which nothing is undone stay', () =>
    expect(undo({ fields: [['email', '', 'bea@x.nl']] }).groups.removed).toEqual([]));
  test('that no user’s row tells of have a row of their own', () => {
    const directory = directoryWith();
    const row = planUndoGroups(
      9,
      { going: [{ code: 'G1', description: '' }], returning: [{ code: 'G9', description: 'Negen' }] },
      directory,
    );
    expect(row).toMatchObject({
      row: 9,
      user: '',
      outcome: 'update',
      groups: { added: [], removed: [], created: ['G9'] },
    });
    expect(told(row)).toEqual([['UNDO_GROUP', 'group', { group: 'G1' }]]);
    expect(directory.group('g9')?.description).toBe('Negen');
    expect(planUndoGroups(9, { going: [], returning: [] }, directory).groups.created).toEqual([]);
  });
});

describe('a user that the run created', () => {
  const created = { created: true };
  const used = (note = BEA): WorkingDirectory =>
    directoryWith({ 'T12345AA 12345.BEA': { ...note, tokens: ['Pocket / een'] } });
  const inUse = ['USER_IN_USE', 'user', { user: '12345.BEA', environment: 'T12345AA', tokens: 1, runs: 0 }];

  test('goes, where nothing happened to it since', () => {
    const row = undo(created);
    expect(row).toMatchObject({ outcome: 'delete', planUser: 1 });
    expect(row.changes).toMatchObject([{ fields: [['user', '12345.BEA', null]] }]);
    expect(told(row)).toEqual([['USER_REMOVED', 'user', { user: '12345.BEA', environments: 'T12345AA' }]]);
  });
  test('that was used is blocked, leaves its groups, and stays', () => {
    const row = undo(created, used());
    expect(row).toMatchObject({ outcome: 'block', groups: { removed: ['G1'] }, messages: [{ level: 'warning' }] });
    expect(row.changes).toMatchObject([{ fields: [['blocked', false, true]] }]);
    expect(told(undo(created, used(), { createdGroups: new Set(['g1', 'g2']) }))).toEqual([
      inUse,
      ['UNDO_GROUP', 'group', { group: 'G1' }],
    ]);
  });
  test('that stays keeps the UPN of a second pass, and the row says so', () => {
    expect(told(undo(created, used(), { secondPass: 12 }))).toEqual([
      inUse,
      ['UNDO_INCOMPLETE', 'upn', { what: 'upn', environments: 'T12345AA', upn: 'bea@x.nl', run: 12, count: 1 }],
    ]);
    expect(told(undo(created, used({ ...BEA, upn: '' }), { secondPass: 12 }))).toEqual([inUse]);
  });
});

test('passwords and tokens do not come back, and the row says where, and how many', () => {
  const users = [
    { ...NOTHING, userId: 1, fields: [['password', null, '********']], tokensRevoked: 2 },
    { ...NOTHING, userId: 2, environment: 'T12345AB', fields: [['password', null, '********']], tokensRevoked: 3 },
  ] as const;
  const row = planUndo(7, 'label', users, contextOf(directoryWith()));
  expect(row.outcome).toBe('unchanged');
  expect(told(row)).toEqual([
    ['UNDO_INCOMPLETE', 'password', { what: 'password', environments: 'T12345AA, T12345AB', count: 1 }],
    ['UNDO_INCOMPLETE', null, { what: 'tokens', environments: 'T12345AA, T12345AB', count: 5 }],
  ]);
});

test('a rename that is undone takes the tokens that were given since', () => {
  const directory = directoryWith({ 'T12345AA 12345.BEA': { ...BEA, tokens: ['Pocket / een', 'Pocket / twee'] } });
  expect(undo({ fields: [['user', '12345.OUD', '12345.BEA']] }, directory).tokensRevoked).toBe(2);
});
