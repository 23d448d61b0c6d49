/** One row against the directory: what it leaves behind, and what the plan says that it relies on. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Draft, changedFields, createdFields } from '../../src/domain/draft.js';
import { excludeRow } from '../../src/domain/planRow.js';
import type { PlannedRow } from '../../src/domain/plannedRow.js';
import type { Cell } from '../../src/domain/sourceRow.js';
import { readWanted } from '../../src/domain/wantedValues.js';
import type { DirectoryNote, UserNote } from '../support/engineDirectory.js';
import { directories, imports } from '../support/engineArbitraries.js';
import { directoryFor, plan, planSources, readerOf, type Cells } from './support/planning.js';

const BEA = { description: 'Bea', email: 'bea@x.nl', upn: 'bea@x.nl', person: 'P1', groups: ['G1'] };
const ROW: Cells = { user: 'BEA', mutationCode: '1', description: 'Bea', email: 'bea@x.nl', upn: 'bea@x.nl' };
const NEW: Cells = { ...ROW, user: 'NIEUW', upn: '', person: 'P1' };

function note(more: Readonly<Record<string, Partial<UserNote>>> = {}): DirectoryNote {
  return {
    environments: { T12345AA: {}, T12345AB: {}, O12345AA: {} },
    persons: { T12345AA: ['P1', 'P2'] },
    groups: { 'T12345AA G1': 'Een', 'T12345AA G2': 'Twee' },
    users: {
      'T12345AA 12345.BEA': BEA,
      'T12345AB 12345.BEA': { ...BEA, groups: [] },
      'O12345AA 12345.BEA': BEA,
      ...more,
    },
  };
}

const one = (row: Cells, from: DirectoryNote = note()): PlannedRow => plan(from, [row])[0]!;
const codes = ({ messages }: PlannedRow): string[] => messages.map(({ code }) => code);
const secret = (fault?: 'kind' | 'damaged' | 'hidden', weak = fault !== undefined): Cell => ({
  kind: 'secret',
  weak,
  ...(fault && { fault }),
});

describe('a row that is not one', () => {
  const reader = readerOf(['user', 'description']);
  test('as it is the header once more, is told with the header’s row', () =>
    expect(
      planSources([{ row: 9, cells: ['BEA', 'x'], repeatsHeader: 3 }], reader, directoryFor(note())),
    ).toMatchObject([
      {
        row: 9,
        user: '12345.BEA',
        outcome: 'rejected',
        messages: [{ code: 'HEADER_REPEATED', params: { header: 3 } }],
      },
    ]));
  test('as it has cells too many, is told with how many', () =>
    expect(
      planSources([{ row: 9, cells: ['BEA'], shape: { expected: 2, found: 1 } }], reader, directoryFor(note())),
    ).toMatchObject([{ outcome: 'rejected', messages: [{ code: 'ROW_SHAPE', params: { expected: 2, found: 1 } }] }]));
});

describe('a row that was left out', () => {
  const excluded = (cells: readonly Cell[]): PlannedRow => {
    const reader = readerOf(['user', 'mutationCode', 'description']);
    const source = { row: 4, cells };
    return excludeRow(source, reader.read(source), reader, directoryFor(note()));
  };
  test.each([
    ['the name of the user that there is', ['BEA', '1', 'Anders'], '12345.BEA', 'Bea'],
    ['what it calls a user who is not there', ['NIEUW', '1', 'Nieuw'], '12345.NIEUW', 'Nieuw'],
    ['nothing of a user that cannot be told', ['12345', '1', ''], '12345', ''],
  ])('shows %s, and does nothing', (_what, cells, user, name) =>
    expect(excluded(cells)).toMatchObject({
      row: 4,
      user,
      name,
      outcome: 'excluded',
      changes: [],
      messages: [],
      planUser: null,
    }),
  );
});

describe('what a row is called by', () => {
  test.each<[string, Cells, string]>([
    ['the name that it gives', { ...ROW, description: 'Beatrix' }, 'Beatrix'],
    ['the name that it takes away', { ...ROW, description: '' }, 'Bea'],
    ['the name that there is, where it is rejected', { ...ROW, email: 'x', description: 'Anders' }, 'Bea'],
    ['its own name, where nobody is there', { ...ROW, user: 'WEG', mutationCode: '6', description: 'Weg' }, 'Weg'],
  ])('%s', (_what, row, name) => expect(one(row).name).toBe(name));
});

describe('a password', () => {
  test.each([
    ['kind', 'VALUE_INVALID'],
    ['damaged', 'TEXT_DAMAGED'],
    ['hidden', 'VALUE_HIDDEN'],
  ] as const)('at fault (%s) is told without its value', (fault, code) =>
    expect(one({ ...ROW, password: secret(fault) }).messages).toMatchObject([{ code, field: 'password', params: {} }]),
  );
  test('too short is weak, where the code uses it', () => {
    expect(codes(one({ ...ROW, password: secret(undefined, true) }))).toEqual(['PASSWORD_WEAK']);
    expect(codes(one({ ...ROW, mutationCode: '6', password: secret(undefined, true) }))).toEqual(['FIELD_IGNORED']);
  });
  test('that was not taken out of its row is no value', () =>
    expect(one({ ...ROW, password: 'geheim' }).messages).toMatchObject([{ code: 'VALUE_INVALID', field: 'password' }]));
  test('goes to every environment, and the plan knows of which row', () => {
    const directory = directoryFor(note());
    const [row] = plan(directory, [{ ...ROW, mutationCode: '5', password: secret() }]);
    expect(row!.changes.map(({ environment, fields }) => [environment, fields])).toEqual([
      ['T12345AA', [['password', null, '********']]],
      ['T12345AB', [['password', null, '********']]],
    ]);
    expect(directory.touched().users.map(({ passwordRow }) => passwordRow)).toEqual([2, 2]);
  });
});

describe('what a row relies on', () => {
  test('is its user and those that follow it, each with a number', () => {
    const directory = directoryFor(note());
    const rows = plan(directory, [ROW, NEW, ROW]);
    expect(rows.map(({ planUser }) => planUser)).toEqual([1, 3, 1]);
    expect(
      directory.touched().users.map(({ state, planId, targetPlanId }) => [state.code, planId, targetPlanId]),
    ).toEqual([
      ['12345.BEA', 1, 1],
      ['12345.BEA', 2, 1],
      ['12345.NIEUW', 3, 3],
    ]);
    expect(directory.plannedUsers).toBe(3);
  });

  test('is its person and its group, as they were read; a group that it makes has no number', () => {
    expect(one({ ...ROW, person: 'p2', group: 'g2' }).dependsOn).toEqual({
      person: { id: 2, version: 1 },
      group: { id: 3, version: 1, code: 'G2' },
    });
    expect(one({ ...ROW, mutationCode: '3', group: 'G9' }).dependsOn).toEqual({
      group: { id: null, version: 0, code: 'G9' },
    });
    expect(one(ROW).dependsOn).toEqual({});
  });

  /** Code 6 and no identity field with a value of its own: nothing that follows. */
  const keep = { emptyRules: { description: 'keep', email: 'keep', upn: 'keep' } } as const;
  test.each<[boolean, string, Cells]>([
    [true, 'of its own environment alone', { user: 'BEA', mutationCode: '6' }],
    [true, 'of its own environment alone', { user: 'BEA', mutationCode: '1', group: 'G2', profit: 'N' }],
    [false, 'with a name', { user: 'BEA', mutationCode: '1', description: 'Bea' }],
    [false, 'with a password', { user: 'BEA', mutationCode: '5', password: secret() }],
    [false, 'that asks for OutSite, which needs an address', { user: 'BEA', mutationCode: '1', outSite: 'J' }],
    [false, 'that makes somebody', { user: 'NIEUW', mutationCode: '1', description: 'N', person: 'P1' }],
    [false, 'that renames', { user: 'BEA', mutationCode: '4', newUser: 'BEE' }],
  ])('is its own environment alone (%j) for a row %s', (ownOnly, _what, row) => {
    const directory = directoryFor(note());
    plan(directory, [row], keep);
    expect(directory.touched().users.map((user) => user.ownOnly)).toContain(ownOnly);
    expect(directory.touched().users.map((user) => user.ownOnly)).not.toContain(!ownOnly);
  });

  test('is what all of its rows rely on', () => {
    const [own, name] = [
      { user: 'BEA', mutationCode: '6' },
      { user: 'BEA', mutationCode: '1', description: 'B' },
    ];
    for (const rows of [
      [own, name],
      [name, own],
    ]) {
      const directory = directoryFor(note());
      plan(directory, rows, keep);
      expect(directory.touched().users.map(({ ownOnly }) => ownOnly)).toEqual([false, false]);
    }
  });
});

describe('a user that the import makes', () => {
  test('waits for its UPN, whichever row carries it, under whatever code it has by then', () => {
    const directory = directoryFor(note());
    const rows = plan(directory, [
      { ...NEW, upn: 'een@x.nl' },
      { ...NEW, upn: 'twee@x.nl' },
      { ...ROW, user: 'NIEUW', upn: 'twee@x.nl', mutationCode: '4', newUser: 'ANDERS' },
      { ...NEW, user: 'DERDE', upn: 'een@x.nl' },
      { ...NEW, user: 'VIERDE', upn: 'twee@x.nl' },
    ]);
    expect(rows.slice(0, 3).map(({ messages }) => messages)).toMatchObject([
      [{ code: 'UPN_DEFERRED', params: { upn: 'een@x.nl' } }],
      [{ code: 'UPN_DEFERRED', params: { upn: 'twee@x.nl' } }],
      [{ code: 'UPN_DEFERRED', params: { upn: 'twee@x.nl' } }],
    ]);
    // The one before it is free again.
    expect(rows[3]!.outcome).toBe('create');
    expect(rows[4]!.messages).toMatchObject([{ code: 'UPN_TAKEN', params: { holder: '12345.ANDERS' } }]);
    const [made] = directory.touched().users;
    expect([made!.state.upn, made!.deferredUpn]).toEqual(['', 'twee@x.nl']);
  });

  test('waits no longer where a later row takes the UPN away', () => {
    const directory = directoryFor(note());
    const rows = plan(directory, [{ ...NEW, upn: 'een@x.nl' }, NEW, { ...NEW, user: 'DERDE', upn: 'een@x.nl' }]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['create', 'unchanged', 'create']);
  });

  test('is looked like by the next, under the code that it has by then', () => {
    const rows = plan(note(), [
      { ...NEW, user: 'JBO' },
      { ...NEW, user: 'JB0' },
      { ...ROW, user: 'JBO', upn: '', mutationCode: '4', newUser: 'LOS' },
      { ...NEW, user: 'L0S' },
    ]);
    expect(rows.map((row) => row.messages.map(({ code, params }) => [code, params['like']]))).toEqual([
      [],
      [['USER_LOOKALIKE', '12345.JBO']],
      [],
      [['USER_LOOKALIKE', '12345.LOS']],
    ]);
  });

  test('is not made by hand', () => {
    const [row] = plan(note(), [NEW], { onlyExisting: true });
    expect(row).toMatchObject({ outcome: 'rejected' });
    expect(codes(row!)).toContain('USER_UNKNOWN');
  });
});

test('a rename takes tokens everywhere, counted with those that rows before it took', () => {
  const tokens = { ...BEA, tokens: ['Pocket / een', 'Pocket / twee'] };
  const directory = directoryFor(note({ 'T12345AA 12345.BEA': tokens, 'T12345AB 12345.BEA': tokens }));
  const rows = plan(directory, [
    { ...ROW, mutationCode: '4', newUser: 'BEE' },
    { ...ROW, user: 'BEE', mutationCode: '4', newUser: 'BEB' },
  ]);
  expect(rows.map(({ outcome, tokensRevoked }) => [outcome, tokensRevoked])).toEqual([
    ['rename', 4],
    ['rename', 0],
  ]);
  expect(directory.touched().users.map(({ tokens: left, tokensRevoked }) => [left, tokensRevoked])).toEqual([
    [0, 2],
    [0, 2],
  ]);
});

test('a rename whose new code is there already, elsewhere alone, is a rename for those that follow', () => {
  const row = one({ ...ROW, mutationCode: '4', newUser: 'bea' });
  expect(row.outcome).toBe('rename');
  expect(one({ ...ROW, mutationCode: '4', newUser: 'BEA' }).outcome).toBe('unchanged');
});

describe('groups', () => {
  test('come and go as the code says', () => {
    expect(one({ ...ROW, group: 'G2' }).groups).toEqual({ added: ['G2'], removed: [], created: [] });
    expect(one({ ...ROW, mutationCode: '0' }).groups).toEqual({ added: [], removed: ['G1'], created: [] });
    expect(one({ ...ROW, mutationCode: '3', group: 'G9', groupDescription: 'Negen' }).groups).toEqual({
      added: ['G9'],
      removed: [],
      created: ['G9'],
    });
  });
  test('that a row makes are there for the next, and go with the plan', () => {
    const directory = directoryFor(note());
    const row = { ...ROW, mutationCode: '3', group: 'G9', groupDescription: 'Negen' };
    const [, second] = plan(directory, [row, { ...NEW, mutationCode: '1', group: 'g9' }]);
    expect(second!.groups).toEqual({ added: ['G9'], removed: [], created: [] });
    expect(directory.touched().groups).toMatchObject([{ id: null, code: 'G9', description: 'Negen' }]);
  });
  test('in a list are told as one that does not exist, or as a list', () => {
    const list = { value: 'G1, G2', environment: 'T12345AA', list: 1 };
    expect(one({ ...ROW, group: 'G1, G2' }).messages).toMatchObject([{ code: 'GROUP_UNKNOWN', params: list }]);
    expect(one({ ...ROW, mutationCode: '3', group: 'G1, G2' }).messages).toMatchObject([
      { code: 'GROUP_LIST', params: list },
    ]);
    const typed = { kind: 'typed', text: 'G1 / G2' } as const;
    expect(codes(one({ ...ROW, mutationCode: '3', group: typed }))).toEqual([]);
  });
});

describe('the values that a row wants', () => {
  const wants = (row: Cells, emptyRules = {}): unknown => {
    const reader = readerOf(Object.keys(row) as (keyof Cells)[], { emptyRules });
    return readWanted(reader.read({ row: 2, cells: Object.values(row) }), reader);
  };
  const nothing = {
    texts: { description: '', email: '', upn: '' },
    access: {},
    group: '',
    groupDescription: '',
    password: false,
  };
  test.each<[string, Cells, object, object]>([
    ['an identity field that is empty, or not there, clears', { description: '' }, {}, nothing],
    [
      'unless the import says that it keeps',
      { email: 'a@x.nl' },
      { description: 'keep', upn: 'keep' },
      { ...nothing, texts: { email: 'a@x.nl' } },
    ],
    ['any other keeps', { profit: '', person: '', siteLanguage: '' }, {}, nothing],
    [
      'unless the import says that it clears',
      { profit: '', person: '', siteLanguage: '' },
      { profit: 'clear', person: 'clear', siteLanguage: 'clear' },
      { ...nothing, person: '', access: { profit: false }, texts: { ...nothing.texts, siteLanguage: '' } },
    ],
    ['one that is not imported keeps, whatever the import says', { user: 'A' }, { profit: 'clear' }, nothing],
    [
      'yes and no are read',
      { profit: 'J', inSite: 'nee', outSite: 'eh' },
      {},
      { ...nothing, access: { profit: true, inSite: false } },
    ],
    [
      'a number with nothing behind its point is that number',
      { siteLanguage: '1043.00', profit: '1,0' },
      {},
      {
        ...nothing,
        texts: { ...nothing.texts, siteLanguage: '1043' },
        access: { profit: true },
      },
    ],
    [
      'text is as it was typed',
      { description: '12.0' },
      {},
      { ...nothing, texts: { ...nothing.texts, description: '12.0' } },
    ],
    [
      'a group has a name and a description',
      { group: 'G', groupDescription: 'D' },
      {},
      { ...nothing, group: 'G', groupDescription: 'D' },
    ],
    ['a password is there or not', { password: secret() }, {}, { ...nothing, password: true }],
  ])('%s', (_what, row, rules, expected) => expect(wants(row, rules)).toEqual({ person: undefined, ...expected }));
});

describe('a draft', () => {
  const state = directoryFor(note()).findById(1)!.state;
  test('is the same state while what is written is what is there', () => {
    const draft = new Draft(null, 'T12345AA', state, state);
    draft.write({ email: state.email, blocked: false });
    expect(draft.after).toBe(state);
    expect(draft.changes().fields).toEqual([]);
    draft.write({ email: 'b@x.nl', code: '12345.BEE' });
    expect(draft.renames).toBe(true);
    expect(draft.changes()).toEqual({
      environment: 'T12345AA',
      user: '12345.BEA',
      fields: [
        ['user', '12345.BEA', '12345.BEE'],
        ['email', 'bea@x.nl', 'b@x.nl'],
      ],
    });
  });
  test('of somebody new says all that is filled in, and every default', () => {
    expect(createdFields({ ...state, email: '', person: null })).toEqual([
      ['user', null, '12345.BEA'],
      ['description', null, 'Bea'],
      ['upn', null, 'bea@x.nl'],
      ['profit', null, true],
      ['inSite', null, true],
      ['outSite', null, false],
      ['connector', null, false],
      ['commandLine', null, false],
      ['accept', null, false],
      ['portalAdmin', null, false],
      ['siteLanguage', null, '1043'],
      ['blocked', null, false],
    ]);
    expect(createdFields({ ...state, siteLanguage: '' })).toContainEqual(['siteLanguage', null, '']);
  });
  test('of a state that only a group differs in changes no field', () =>
    expect(changedFields(state, { ...state, groups: new Map() })).toEqual([]));
});

test('a row that changes nothing twice changes nothing the second time, also where the environments differ and empty cells keep', () => {
  const keep = { description: 'keep', email: 'keep', upn: 'keep' } as const;
  fc.assert(
    fc.property(directories, imports({ codes: ['1', '2', '6'], type: 'user' }), (directory, { columns, rows }) => {
      const given = { columns, emptyRules: keep };
      const texts = rows.map(({ password: _password, ...row }) => row as Cells);
      for (const row of texts) {
        const [first, second] = plan(directoryFor(directory), [row, row], given);
        if (first!.outcome !== 'rejected') expect(second).toMatchObject({ outcome: 'unchanged', changes: [] });
        // What is empty says nothing: the other environments differ from this one as they did.
        const written = new Set(first!.changes.flatMap(({ fields }) => fields.map(([field]) => field)));
        for (const field of ['description', 'email', 'upn'] as const)
          if ((row[field] ?? '') === '') expect(written).not.toContain(field);
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 100) },
  );
});
