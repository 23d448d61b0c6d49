/** What the domain asks of the directory, and what is kept of it between chunks of rows. */
import { describe, expect, test } from 'vitest';
import {
  accessToFlags,
  APPROVALS,
  DIRECTORY_LISTS,
  ENVIRONMENT_TYPES,
  flagsToAccess,
  isEnvironmentCode,
  proposedParticipant,
  proposedType,
} from '../../src/domain/directory.js';
import { needsOf } from '../../src/domain/directoryNeeds.js';
import {
  ACCESS_FIELDS,
  FIELDS,
  fieldOf,
  IMPORT_TYPES,
  isAccessField,
  isDefaulted,
  isFieldId,
  isIdentityField,
  isStoredText,
  OWN_TEXT_FIELDS,
  SITE_LANGUAGES,
  STORED_TEXT_FIELDS,
  SYNCED_TEXT_FIELDS,
} from '../../src/domain/fields.js';
import { isGroupList, listedGroupKeys } from '../../src/domain/groupList.js';
import { isSiteLanguage } from '../../src/domain/readValue.js';
import {
  caseKey,
  cellText,
  codePoints,
  normaliseText,
  storableRow,
  upnKey,
  type Cell,
} from '../../src/domain/sourceRow.js';
import { directoryFor, readerOf, type Cells } from './support/planning.js';

describe('the rows of a chunk need', () => {
  const needs = (row: Cells, type: 'user' | 'mutation' = 'user'): ReturnType<typeof needsOf> => {
    const reader = readerOf(Object.keys(row) as (keyof Cells)[], { type });
    return needsOf([reader.read({ row: 2, cells: Object.values(row) })], reader, '12345');
  };
  const nothing = { userKeys: [], codes: [], upnKeys: [], personKeys: [], groupKeys: [] };
  test.each<[string, Cells, object]>([
    ['nothing where they are empty', { user: '', newUser: '', upn: '', person: '', group: '' }, {}],
    [
      'users by their complete codes, old and new',
      { user: 'Bea', newUser: '99.X' },
      { userKeys: ['12345.bea', '99.x'], codes: ['12345.Bea', '99.X'] },
    ],
    [
      'a code without its wrapping too',
      { user: "'Bea" },
      { userKeys: ["12345.'bea", '12345.bea'], codes: ["12345.'Bea"] },
    ],
    ['UPNs without what nobody sees', { upn: 'A\u200bB@x.nl' }, { upnKeys: ['ab@x.nl'] }],
    ['persons', { person: '"P1"' }, { personKeys: ['"p1"', 'p1'] }],
    ['groups, and those of a list', { group: 'HR, "FIN"' }, { groupKeys: ['hr, "fin"', 'hr, "fin', 'hr', '"fin"'] }],
  ])('%s', (_what, row, expected) => expect(needs(row)).toEqual({ ...nothing, ...expected }));
  test('no groups where the type has none', () => expect(needs({ group: 'G' }, 'mutation')).toEqual(nothing));
});

describe('a list of groups', () => {
  const exists = (group: string): boolean => ['HR', 'FIN', 'A/B'].includes(group);
  test.each([
    ['HR, X', true],
    ['HR; X', true],
    ['X|HR', true],
    ['X\nHR', true],
    ['X\rHR', true],
    ['X, Y', false],
    ['HR/FIN', true],
    ['HR / FIN', true],
    ['HR/X', false],
    ['HR', false],
    ['/', false],
    [',', false],
  ])('%j: %j', (text, isList) => expect(isGroupList(text, exists)).toBe(isList));
  test.each([
    ['HR', []],
    ['HR, Fin', ['hr', 'fin', 'hr, fin']],
    ['HR/Fin', ['hr/fin', 'hr', 'fin']],
    [',,', [',,']],
  ])('%j may be %j', (text, keys) => expect(listedGroupKeys(text)).toEqual(keys));
});

describe('the directory of a plan', () => {
  const note = {
    environments: { T12345AA: {}, T12345AB: {}, O12345AA: {}, T12345AX: { deleted: true } },
    persons: { T12345AA: ['P1'] },
    groups: { 'T12345AA G1': '' },
    users: {
      'T12345AB 12345.BEA': { upn: 'bea@x.nl' },
      'T12345AA 12345.BEA': { upn: 'bea@x.nl' },
      'O12345AA 12345.JAN': { upn: 'jan@x.nl' },
      'T12345AX 12345.WEG': { upn: 'weg@x.nl' },
    },
  };
  test('knows a user here, and those that are linked to it', () => {
    const directory = directoryFor(note);
    expect(directory.findTarget('12345.bea')?.environment.code).toBe('T12345AA');
    expect(directory.findLinked('12345.bea').map(({ environment }) => environment.code)).toEqual(['T12345AB']);
    expect([directory.findTarget('12345.jan'), directory.findLinked('12345.jan')]).toEqual([undefined, []]);
    expect([directory.hasCode('12345.bea'), directory.hasCode('12345.jan')]).toEqual([true, false]);
    expect(directory.usersWithUpn('bea@x.nl')).toHaveLength(2);
    expect(directory.usersWithUpn('jan@x.nl')).toEqual([]);
    expect(directory.leftoversWithUpn('weg@x.nl')).toHaveLength(1);
    expect(directory.leftoversWithUpn('bea@x.nl')).toEqual([]);
  });
  test.each([
    ['userCode', 'bea', true],
    ['userCode', '12345.BEA', true],
    ['userCode', 'P1', false],
    ['personCode', 'p1', true],
    ['personCode', 'BEA', false],
    ['groupCode', 'g1', true],
    ['groupCode', 'P1', false],
  ] as const)('a %s %s is somebody’s: %j', (kind, text, isTheirs) =>
    expect(directoryFor(note).names(kind, text)).toBe(isTheirs),
  );
  test('forgets what was loaded when the next chunk is', () => {
    const directory = directoryFor(note);
    directory.createGroup('G9', '');
    directory.trackDependency(directory.findTarget('12345.bea')!, []);
    const nothing = { users: [], leftoverUpns: [], persons: [], groups: [] };
    directory.load({
      ...nothing,
      deferredUpns: new Map([['n@x.nl', '12345.N']]),
      byConfusableKey: new Map([['j0', ['JO', 'J0']]]),
    });
    expect(directory.touched()).toEqual({ users: [], groups: [] });
    expect([directory.hasCode('12345.bea'), directory.findById(1), directory.group('G9')]).toEqual([
      false,
      undefined,
      undefined,
    ]);
    expect([directory.usersWithUpn('bea@x.nl'), directory.leftoversWithUpn('weg@x.nl')]).toEqual([[], []]);
    expect(directory.upnHolder('n@x.nl', '12345.x')).toEqual({ environment: 'T12345AA', user: '12345.N' });
    expect(directory.upnHolder('n@x.nl', '12345.n')).toBeUndefined();
    expect(directory.lookalike('j0', 'jo')).toBe('J0');
    directory.load({ ...nothing, deferredUpns: new Map(), byConfusableKey: new Map() });
    expect([directory.upnHolder('n@x.nl', 'x'), directory.lookalike('j0', 'jo')]).toEqual([undefined, undefined]);
    expect(directory.plannedUsers).toBe(1);
  });
  test('looks for who has a code that looks like another, whoever was loaded', () =>
    expect(directoryFor(note).lookalike('12345.bea', '12345.x')).toBe('12345.BEA'));
  test('tells of every user that was changed, once', () => {
    const directory = directoryFor(note);
    const [bea] = directory.usersWithCode('12345.bea');
    directory.change(bea!, { ...bea!.state, upn: '' });
    directory.deferUpn(bea!, 'later@x.nl');
    expect(directory.touched().users).toEqual([bea]);
    expect(directory.usersWithUpn('bea@x.nl')).toHaveLength(1);
    expect(directory.upnHolder('later@x.nl', 'x')?.user).toBe('12345.BEA');
    directory.change(bea!, { ...bea!.state, code: '12345.ANNA', upn: 'a@x.nl' }, 'anna');
    expect(directory.upnHolder('later@x.nl', 'x')?.user).toBe('12345.ANNA');
    expect(directory.lookalike('anna', 'x')).toBe('12345.ANNA');
    expect(directory.usersWithUpn('a@x.nl')).toEqual([bea]);
    directory.deferUpn(bea!, '');
    expect([directory.upnHolder('later@x.nl', 'x'), bea!.deferredUpn]).toEqual([undefined, '']);
  });
});

describe('names of the field', () => {
  test('of environments', () => {
    expect([ENVIRONMENT_TYPES, APPROVALS, DIRECTORY_LISTS, IMPORT_TYPES]).toEqual([
      ['production', 'test', 'accept'],
      ['none', 'second-person'],
      ['environments', 'persons', 'groups', 'users'],
      ['user', 'mutation'],
    ]);
    expect(['O1', 't1', 'A1', 'X1', ''].map(proposedType)).toEqual([
      'production',
      'test',
      'accept',
      undefined,
      undefined,
    ]);
    expect(['O12345AA', 't99', 'X12', 'T', 'xO12'].map(proposedParticipant)).toEqual(['12345', '99', '', '', '']);
  });
  test.each(['A', 'O12345AA', '1', 'a_b.c-d', 'É1', 'x'.repeat(20)])('%s can be the code of an environment', (text) =>
    expect(isEnvironmentCode(text)).toBe(true),
  );
  test.each(['', '-A', '.A', 'A B', 'A/B', 'x'.repeat(21)])('%j cannot', (text) =>
    expect(isEnvironmentCode(text)).toBe(false),
  );
  test('access is a set of flags', () => {
    expect(ACCESS_FIELDS.map((field) => accessToFlags({ [field]: true }))).toEqual([1, 2, 4, 8, 16, 32, 64]);
    expect(accessToFlags({ profit: true, portalAdmin: true, inSite: false })).toBe(65);
    for (const flags of [0, 1, 65, 127]) expect(accessToFlags(flagsToAccess(flags))).toBe(flags);
  });
  test('of fields: each is what its entry says', () => {
    expect(STORED_TEXT_FIELDS).toEqual(['description', 'email', 'upn', 'siteLanguage']);
    expect([SYNCED_TEXT_FIELDS, OWN_TEXT_FIELDS]).toEqual([['description', 'email', 'upn'], ['siteLanguage']]);
    expect(FIELDS.filter(({ id }) => isStoredText(id) || isAccessField(id)).length).toBe(11);
    expect(['upn', 'siteLanguage', 'x'].map(isIdentityField)).toEqual([true, false, false]);
    expect(['profit', 'siteLanguage', 'upn'].map(isDefaulted)).toEqual([true, true, false]);
    expect([isFieldId('upn'), isFieldId('UPN')]).toEqual([true, false]);
    expect(fieldOf('upn').nl).toBe('UPN');
  });
  test('of site languages: these five, and no other', () => {
    expect(SITE_LANGUAGES).toEqual(['1031', '1036', '1043', '2057', '2067']);
    for (const code of SITE_LANGUAGES) expect(isSiteLanguage(code)).toBe(true);
    for (const code of ['1033', '2068', '', 'nl']) expect(isSiteLanguage(code)).toBe(false);
  });
});

describe('texts', () => {
  test('are compared without regard to case, and to what nobody sees at their ends', () => {
    expect([' Bea ', 'Zoe\u0308', '\u200bBea'].map(normaliseText)).toEqual(['Bea', 'Zo\u00eb', 'Bea']);
    expect(['BEA', 'ZOE\u0308', ' A'].map(caseKey)).toEqual(['bea', 'zo\u00eb', ' a']);
    expect(['A@X', 'a\u200b@x', 'É@x'].map(upnKey)).toEqual(['a@x', 'a@x', 'é@x']);
    expect(['', 'abc', '😀é'].map(codePoints)).toEqual([0, 3, 2]);
  });
  test('of cells: a password has none', () => {
    const cells: (Cell | undefined)[] = [
      undefined,
      'a',
      { kind: 'number', text: '7' },
      { kind: 'secret', weak: false },
    ];
    expect(cells.map(cellText)).toEqual(['', 'a', '7', '']);
  });
  test('that no database takes are stored as what can be seen of them', () => {
    const row = {
      row: 2,
      cells: ['a\0', { kind: 'number', text: '\ud800' }, { kind: 'secret', weak: true }] as Cell[],
    };
    expect(storableRow(row)).toEqual({ row: 2, cells: ['a\ufffd', { kind: 'number', text: '\ufffd' }, row.cells[2]] });
    const fine = { row: 2, cells: ['a', 'b'] };
    expect(storableRow(fine)).toBe(fine);
  });
});
