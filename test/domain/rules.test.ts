/** What the messages of the rules are filled with: which environments, which holder, which other code. */
import { describe, expect, test } from 'vitest';
import type { UserNote } from '../support/engineDirectory.js';
import { plan, type Cells } from './support/planning.js';

const BEA = { description: 'Bea', email: 'bea@x.nl', upn: 'bea@x.nl', person: 'P1' };
const BEA_ROW: Cells = { user: 'BEA', mutationCode: '1', description: 'Bea', email: 'bea@x.nl', upn: 'bea@x.nl' };

type Users = Readonly<Record<string, Partial<UserNote>>>;

/** The messages of one row, as `CODE level` and what they are filled with; `more` are users besides Bea. */
function told(row: Cells, more: Users = {}): unknown[] {
  const note = {
    environments: { T12345AA: {}, T12345AB: {}, T12345AC: {}, T12345AX: { deleted: true } },
    persons: { T12345AA: ['P1'] },
    groups: { 'T12345AA G1': '' },
    users: { 'T12345AA 12345.BEA': BEA, 'T12345AB 12345.BEA': BEA, 'T12345AC 12345.BEA': BEA, ...more },
  };
  return plan(note, [row])[0]!.messages.map(({ code, level, field, params }) => [`${code} ${level}`, field, params]);
}

describe('a system user', () => {
  test('is told with the environments where it is one, and no others', () =>
    expect(told(BEA_ROW, { 'T12345AB 12345.BEA': { ...BEA, system: true } })).toEqual([
      ['SYSTEM_USER error', 'user', { environments: 'T12345AB' }],
    ]));
  test('in several environments with all of them', () =>
    expect(
      told(BEA_ROW, {
        'T12345AA 12345.BEA': { ...BEA, system: true },
        'T12345AC 12345.BEA': { ...BEA, system: true },
      }),
    ).toEqual([['SYSTEM_USER error', 'user', { environments: 'T12345AA, T12345AC' }]]));
});

describe('an @ in a user code', () => {
  const row: Cells = { ...BEA_ROW, user: 'b@a' };
  const users = (here: Partial<UserNote>, there?: Partial<UserNote>): Users => ({
    'T12345AA 12345.b@a': { ...BEA, upn: '', ...here },
    ...(there && { 'T12345AB 12345.b@a': { ...BEA, upn: '', ...there } }),
  });
  const sign = (level: string, environments: string): unknown => [
    `USER_AT_SIGN ${level}`,
    'user',
    { user: '12345.b@a', environments },
  ];
  const keeps: Cells = { ...row, upn: '' };

  test.each([
    ['who enters Profit here', users({ access: ['profit'] }), keeps, sign('warning', 'T12345AA')],
    [
      'who enters it elsewhere alone',
      users({ access: [] }, { access: ['profit'] }),
      keeps,
      sign('warning', 'T12345AB'),
    ],
    ['who enters it in both', users({}, {}), keeps, sign('warning', 'T12345AA, T12345AB')],
    ['who enters it nowhere', users({ access: [] }, { access: [] }), keeps, sign('warning', 'T12345AA')],
    ['who is given Profit', users({ access: [] }), { ...keeps, profit: 'J' }, sign('error', 'T12345AA')],
    ['who had it', users({ access: ['profit'] }), { ...keeps, profit: 'J' }, sign('warning', 'T12345AA')],
    ['who is new', {}, { ...keeps, person: 'P1' }, sign('error', 'T12345AA')],
  ] as const)('%s', (_who, more, cells, message) => expect(told(cells, more)).toContainEqual(message));

  test('is what a rename may bring, also where it only follows', () => {
    const rename: Cells = { ...BEA_ROW, mutationCode: '4', newUser: 'b@a' };
    expect(told(rename)).toEqual([sign('error', 'T12345AA, T12345AB, T12345AC')]);
    expect(told(rename, { 'T12345AA 12345.BEA': { ...BEA, access: [] } })).toEqual([
      sign('error', 'T12345AB, T12345AC'),
    ]);
  });
});

describe('a new code that looks like another', () => {
  const row: Cells = { ...BEA_ROW, upn: '', person: 'P1' };
  test('is told with the other one', () =>
    expect(told({ ...row, user: 'BЕA2' }, { 'T12345AA 12345.JB0': {} })).toEqual([
      ['USER_LOOKALIKE warning', 'user', { user: '12345.BЕA2', like: '' }],
    ]));
  test('is told without one where its letters are of several scripts', () =>
    expect(told({ ...row, user: 'JBO' }, { 'T12345AB 12345.JB0': {} })).toEqual([
      ['USER_LOOKALIKE warning', 'user', { user: '12345.JBO', like: '12345.JB0' }],
    ]));
  test('is no news of a user who has it', () =>
    expect(told({ ...row, user: 'JBO' }, { 'T12345AA 12345.JBO': BEA, 'T12345AB 12345.JB0': {} })).not.toContainEqual(
      expect.arrayContaining(['USER_LOOKALIKE warning']),
    ));
});

describe('a UPN', () => {
  test('that is taken is told with its holder and where', () =>
    expect(told({ ...BEA_ROW, upn: 'Jan@x.nl' }, { 'T12345AC 12345.JAN': { upn: 'jan@X.nl' } })).toEqual([
      ['UPN_TAKEN error', 'upn', { upn: 'Jan@x.nl', holder: '12345.JAN', environment: 'T12345AC' }],
    ]));
  test('that a user created before waits for is taken too', () => {
    const rows = ['AAA', 'BBB'].map((user) => ({ ...BEA_ROW, user, upn: 'n@x.nl', person: 'P1' }));
    const note = { environments: { T12345AA: {} }, persons: { T12345AA: ['P1'] }, users: {} };
    const [, second] = plan(note, rows);
    expect(second!.messages).toMatchObject([
      { code: 'UPN_TAKEN', params: { upn: 'n@x.nl', holder: '12345.AAA', environment: 'T12345AA' } },
    ]);
  });
  test('that a removed environment holds is told with its holder there', () =>
    expect(told({ ...BEA_ROW, upn: 'old@x.nl' }, { 'T12345AX 12345.OUD': { upn: 'OLD@x.nl' } })).toEqual([
      ['UPN_LEFTOVER error', 'upn', { upn: 'old@x.nl', holder: '12345.OUD', environment: 'T12345AX' }],
    ]));
  test('that the user has everywhere already is not refused for what was left behind', () => {
    const left = { 'T12345AX 12345.BEA': BEA };
    expect(told(BEA_ROW, left)).toEqual([]);
    expect(told(BEA_ROW, { ...left, 'T12345AC 12345.BEA': { ...BEA, upn: '' } })).toMatchObject([
      ['UPN_LEFTOVER error', 'upn', { holder: '12345.BEA' }],
    ]);
  });
  test.each(['\u0001', '\u001f', '\u200b'])('with the unseen %j in it is refused', (unseen) => {
    const hex = unseen.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const upn = `be${unseen}a@x.nl`;
    expect(told({ ...BEA_ROW, upn })).toMatchObject([
      ['VALUE_HIDDEN error', 'upn', { value: upn, character: `U+${hex}` }],
    ]);
  });
});

describe('OutSite without an e-mail address', () => {
  const has = { ...BEA, access: ['outSite'] } as const;
  const without = { ...has, email: '' };
  const refused = (environments: string): unknown => ['OUTSITE_NEEDS_EMAIL error', 'email', { environments }];
  const row: Cells = { ...BEA_ROW, email: '' };

  test.each([
    ['asked for here', { 'T12345AA 12345.BEA': { ...BEA, email: '' } }, { ...row, outSite: 'J' }, 'T12345AA'],
    ['asked for where it was so', { 'T12345AA 12345.BEA': without }, { ...row, outSite: 'J' }, 'T12345AA'],
    ['that the address is taken from, elsewhere', { 'T12345AB 12345.BEA': has }, row, 'T12345AB'],
    ['everywhere', { 'T12345AA 12345.BEA': has, 'T12345AC 12345.BEA': has }, row, 'T12345AA, T12345AC'],
  ] as const)('%s is refused', (_what, more, cells, environments) =>
    expect(told(cells, more)).toEqual([refused(environments)]),
  );

  test('that was so elsewhere is not what the row asks for: it is refused here alone', () => {
    const more = { 'T12345AA 12345.BEA': without, 'T12345AB 12345.BEA': without };
    expect(told({ ...row, outSite: 'J' }, more)).toEqual([refused('T12345AA')]);
  });
  test('that was so stays as it is where the row asks for nothing', () => {
    const all = { 'T12345AA 12345.BEA': without, 'T12345AB 12345.BEA': without, 'T12345AC 12345.BEA': without };
    expect(told(row, all)).toEqual([]);
    expect(told({ ...row, outSite: 'N' }, all)).toEqual([]);
  });
});

describe('a value in which question marks took the place of letters', () => {
  const zoe = { ...BEA, description: 'Zoë Bakker' };
  const row: Cells = { ...BEA_ROW, description: 'Zo? Bakker' };
  const damaged = [['TEXT_DAMAGED error', 'description', { value: 'Zo? Bakker', older: 'Zoë Bakker' }]];

  test('is told with the value that there is, here or elsewhere', () => {
    expect(told(row, { 'T12345AA 12345.BEA': zoe })).toEqual(damaged);
    expect(told(row, { 'T12345AC 12345.BEA': zoe })).toEqual(damaged);
  });
  test('is what was meant where somebody typed it', () =>
    expect(told({ ...row, description: { kind: 'typed', text: 'Zo? Bakker' } }, { 'T12345AA 12345.BEA': zoe })).toEqual(
      [],
    ));
  test('is another value where there is none of that shape', () => expect(told(row)).toEqual([]));
});

describe('an identity field that becomes empty', () => {
  test('is told with where, and whether it is imported at all', () => {
    const { email: _email, ...withoutEmail } = BEA_ROW;
    expect(told({ ...BEA_ROW, email: '' }, { 'T12345AB 12345.BEA': { ...BEA, email: '' } })).toEqual([
      ['FIELD_CLEARED warning', 'email', { environments: 'T12345AA, T12345AC', imported: 1 }],
    ]);
    expect(told(withoutEmail)).toEqual([
      ['FIELD_CLEARED warning', 'email', { environments: 'T12345AA, T12345AB, T12345AC', imported: 0 }],
    ]);
  });
});

describe('blocks', () => {
  const blocked = { ...BEA, blocked: true };
  test('stay where the row is about the user and says nothing of them', () => {
    const more = { 'T12345AA 12345.BEA': blocked };
    const stays = [['STAYS_BLOCKED warning', null, { user: '12345.BEA', environments: 'T12345AA' }]];
    expect(told(BEA_ROW, more)).toEqual(stays);
    expect(told({ ...BEA_ROW, mutationCode: '6' }, more)).toEqual([]);
    expect(told({ ...BEA_ROW, mutationCode: '4', newUser: 'BEE' }, more)).toEqual([]);
    expect(told(BEA_ROW, { 'T12345AB 12345.BEA': blocked })).toEqual([]);
  });
  test('are an environment’s own: the others where the user is active are told', () => {
    const row = { ...BEA_ROW, mutationCode: '0' };
    const active = (environments: string): unknown => [
      'STAYS_ACTIVE warning',
      null,
      { user: '12345.BEA', environments },
    ];
    expect(told(row)).toEqual([active('T12345AB, T12345AC')]);
    expect(told(row, { 'T12345AB 12345.BEA': blocked })).toEqual([active('T12345AC')]);
    expect(told(row, { 'T12345AB 12345.BEA': blocked, 'T12345AC 12345.BEA': blocked })).toEqual([]);
    expect(told({ ...row, mutationCode: '6' })).toEqual([]);
  });
});
