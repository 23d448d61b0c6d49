/** KnUser messages have the shapes that AFAS publishes, and hold what it documents alone. */
import { describe, expect, it } from 'vitest';
import { knUserRow } from '../../src/domain/delivery/knUser.js';
import { NO_GROUP_CHANGES, NOTHING_PLANNED, type FieldChange, type PlannedRow } from '../../src/domain/plannedRow.js';

const HERE = 'T12345AA';

interface Given {
  readonly code?: string | null;
  readonly fields?: readonly FieldChange[];
  readonly elsewhere?: readonly FieldChange[];
  readonly groups?: Partial<PlannedRow['groups']>;
  /** Groups that the user is in. */
  readonly held?: readonly string[];
  readonly isSystem?: boolean;
  readonly identityOnly?: boolean;
}

function sent({
  code = '1',
  fields = [],
  elsewhere = [],
  groups = {},
  held = [],
  isSystem = false,
  identityOnly = false,
}: Given): unknown {
  const user = '12345.BKR';
  const planned: PlannedRow = {
    ...NOTHING_PLANNED,
    row: 2,
    user,
    code,
    outcome: 'update',
    groups: { ...NO_GROUP_CHANGES, ...groups },
    changes: [
      { environment: HERE, user, fields },
      { environment: 'T12345AB', user, fields: elsewhere },
    ].filter((change) => change.fields.length > 0),
  };
  const made = knUserRow({
    planned,
    environment: HERE,
    identityOnly,
    groups: held,
    isSystem,
    groupDescription: () => 'Nieuw',
  });
  return 'refused' in made ? made.refused.code : made.messages;
}

const message = (Fields: object, user = '12345.BKR'): object => ({ KnUser: { Element: { '@UsId': user, Fields } } });

describe('the published examples', () => {
  const NEW: readonly FieldChange[] = [
    ['user', null, '12345.BKR'],
    ['description', null, 'Bea'],
    ['blocked', null, false],
  ];

  it.each<[string, Given, readonly object[]]>([
    [
      'a user with a person',
      {
        fields: [
          ...NEW,
          ['person', null, '100001'],
          ['profit', null, true],
          ['inSite', null, true],
          ['connector', null, false],
          ['siteLanguage', null, '1043'],
        ],
      },
      [message({ MtCd: '1', Nm: 'Bea', BcCo: '100001', Awin: true, InSi: true, InLn: '1043' })],
    ],
    ['a user with the least', { fields: NEW }, [message({ MtCd: '1', Nm: 'Bea' })]],
    ['another e-mail address', { fields: [['email', 'a@x.nl', 'b@x.nl']] }, [message({ MtCd: '1', EmAd: 'b@x.nl' })]],
    ['another UPN', { fields: [['upn', '', 'b@x.nl']] }, [message({ MtCd: '1', Upn: 'b@x.nl' })]],
    ['a group that is there', { code: null, groups: { added: ['INKOOP'] } }, [message({ MtCd: '1', GrId: 'INKOOP' })]],
    [
      'a group that is new',
      { code: '3', groups: { added: ['NIEUW'], created: ['NIEUW'] } },
      [message({ MtCd: '3', GrId: 'NIEUW', GrDs: 'Nieuw' })],
    ],
    [
      'a block that leaves all groups',
      { code: '0', fields: [['blocked', false, true]], groups: { removed: ['INKOOP'] }, held: ['inkoop'] },
      [message({ MtCd: '0' })],
    ],
    ['a block that keeps groups', { code: '2', fields: [['blocked', false, true]] }, [message({ MtCd: '2' })]],
    ['the end of a block', { code: '6', fields: [['blocked', true, false]] }, [message({ MtCd: '6' })]],
    [
      'another person, and less access',
      {
        fields: [
          ['person', '1', '2'],
          ['inSite', true, false],
        ],
      },
      [message({ MtCd: '1', BcCo: '2', InSi: false })],
    ],
  ])('%s', (_name, given, messages) => {
    expect(sent(given)).toEqual(messages);
  });
});

describe('a row', () => {
  it('sends an empty text for what is cleared, also a person', () => {
    expect(sent({ fields: [['email', 'a@x.nl', '']] })).toEqual([message({ MtCd: '1', EmAd: '' })]);
    expect(sent({ fields: [['person', '1', null]] })).toEqual([message({ MtCd: '1', BcCo: '' })]);
  });

  it('that undoes a block comes to the codes that do it, a group a message', () => {
    const given: Given = { code: null, fields: [['blocked', true, false]], groups: { added: ['A', 'B'] } };
    expect(sent(given)).toEqual([
      message({ MtCd: '6' }),
      message({ MtCd: '1', GrId: 'A' }),
      message({ MtCd: '1', GrId: 'B' }),
    ]);
  });

  it('that renames goes on under the new code', () => {
    const fields: FieldChange[] = [
      ['user', '12345.BKR', '12345.NEW'],
      ['profit', true, false],
    ];
    expect(sent({ code: null, fields })).toEqual([
      message({ MtCd: '4', UsIdNew: '12345.NEW' }),
      message({ MtCd: '1', Awin: false }, '12345.NEW'),
    ]);
  });

  it('that changes nothing sends nothing, and one that changes linked users alone is told', () => {
    expect(sent({})).toEqual([]);
    expect(sent({ elsewhere: [['email', 'a@x.nl', 'b@x.nl']] })).toBe('NOTHING_TO_SEND');
  });

  it.each<[string, Given]>([
    ['PASSWORD_NEW', { code: '5', fields: [['password', null, '********']] }],
    ['FIELD_NOT_CARRIED', { fields: [['connector', false, true]] }],
    [
      'FIELD_NOT_CARRIED',
      {
        fields: [
          ['user', null, '12345.BKR'],
          ['commandLine', null, true],
        ],
      },
    ],
    ['GROUP_LEFT', { code: null, groups: { removed: ['A'] }, held: ['a', 'b'] }],
    ['USER_REMOVED', { code: null, fields: [['user', '12345.BKR', null]] }],
    ['SYSTEM_USER', { fields: [['email', '', 'a@x.nl']], isSystem: true }],
    ['LANGUAGE_CLEARED', { fields: [['siteLanguage', '1043', '']] }],
  ])('is %s', (code, given) => {
    expect(sent(given)).toBe(code);
  });
});
