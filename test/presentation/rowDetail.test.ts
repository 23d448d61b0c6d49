import { describe, expect, it } from 'vitest';
import { STANDARD_DEFAULTS } from '../../src/domain/fields.js';
import { NO_GROUP_CHANGES, type FieldChange, type PlannedRow } from '../../src/domain/plannedRow.js';
import { themeOf } from '../../src/presentation/theme.js';
import { plainLine } from '../../src/presentation/lines.js';
import { briefLines, detailLines, summaryOf } from '../../src/presentation/rowDetail.js';

const theme = themeOf({ language: 'en', colour: false, unicode: true, screenReader: false });
const ROOM = { columns: 80, height: 12 };

function rowWith(
  outcome: PlannedRow['outcome'],
  changes: Readonly<Record<string, readonly FieldChange[]>>,
): PlannedRow {
  return {
    row: 2,
    user: '12345.BBA',
    name: 'Bea Bakker',
    code: '1',
    codeDefaulted: false,
    outcome,
    changes: Object.entries(changes).map(([environment, fields]) => ({ environment, user: '12345.BBA', fields })),
    groups: NO_GROUP_CHANGES,
    tokensRevoked: 0,
    messages: [],
    planUser: 1,
    dependsOn: {},
  };
}

const brief = (row: PlannedRow, height = ROOM.height): string[] =>
  briefLines(row, STANDARD_DEFAULTS, theme, { ...ROOM, height }).map((line) => plainLine(line, theme));
const whole = (row: PlannedRow): string[] => detailLines(row, theme, 80).map((line) => plainLine(line, theme));

describe('what is particular about a row', () => {
  const created = rowWith('create', {
    T12345AA: [
      ['user', null, '12345.BBA'],
      ['description', null, 'Bea'],
      ['profit', null, STANDARD_DEFAULTS.profit],
      ['outSite', null, !STANDARD_DEFAULTS.outSite],
      ['siteLanguage', null, STANDARD_DEFAULTS.siteLanguage],
      ['blocked', null, false],
    ],
  });

  it('is of a new user what others do not get; the key for all of it stands below', () => {
    expect(brief(created)).toEqual([
      'T12345AA  Description    Bea',
      '          OutSite        yes',
      '  … the rest is usual: d shows all',
    ]);
    expect(whole(created)).toHaveLength(6);
  });

  it('is of a user that is there every change, also one to what new users get', () => {
    const changed = rowWith('update', { T12345AA: [['profit', false, true]] });
    expect(brief(changed)).toEqual(whole(changed));
  });

  it('says of an environment that it is the same as another, unless anything differs', () => {
    const fields: readonly FieldChange[] = [
      ['description', 'Bea', 'Bea Bakker'],
      ['email', 'a@b.nl', 'b@b.nl'],
    ];
    const linked = rowWith('update', { T12345AA: fields, T12345AB: fields });
    expect(brief(linked).at(-1)).toBe('T12345AB  the same as in T12345AA');
    expect(whole(linked)).toHaveLength(4);
    const other = rowWith('update', { T12345AA: fields, T12345AB: [fields[0]!, ['email', '', 'b@b.nl']] });
    expect(brief(other)).toEqual(whole(other));
  });

  it('is of a notice its text, or where there is no room that it is there, and of a warning all of it', () => {
    const row = rowWith('block', { T12345AA: [['blocked', false, true]] });
    const told: PlannedRow = {
      ...row,
      messages: [
        { code: 'FIELD_IGNORED', level: 'notice', field: 'upn', params: {} },
        { code: 'CODE_DEFAULTED', level: 'warning', field: 'mutationCode', params: {} },
      ],
    };
    expect(brief(told).join(' ')).toMatch(/i UPN is ignored[^]*here\./u);
    const lines = brief(told, 6);
    // What asks for a decision comes before what changes.
    expect(lines[0]).toMatch(/^! The mutation code is empty/u);
    expect(lines.at(-2)).toMatch(/^i UPN is ignored: /u);
    expect(lines.at(-1)).toBe('  … the rest is usual: d shows all');
  });

  it('tells what is cleared apart from what changes besides', () => {
    const row = rowWith('update', {
      T12345AA: [
        ['description', 'Bea', ''],
        ['upn', 'a@b.nl', ''],
        ['email', 'a@b.nl', 'b@b.nl'],
      ],
    });
    expect(summaryOf(row, theme)).toBe('clears Description, UPN; changes E-mail');
  });

  it('never takes more lines than there are', () => {
    expect(brief(created, 2)).toEqual(['T12345AA  Description    Bea', '  … 5 more lines: d shows all']);
  });
});

it('a group that is made is one group, whatever its name', () => {
  const row = {
    ...rowWith('update', {}),
    groups: { added: ['INKOOP, HRM', 'DIRECTIE'], removed: ['Team Oost'], created: ['INKOOP, HRM'] },
  };
  expect(summaryOf(row, theme)).toBe('+"INKOOP, HRM" (new) +DIRECTIE -"Team Oost"');
  expect(whole(row)).toEqual(['Joins group "INKOOP, HRM" (new), DIRECTIE', 'Leaves group "Team Oost"']);
});

describe('where a value comes from', () => {
  const row = {
    ...rowWith('update', { T12345AA: [['upn', 'bba@oud.nl', '4711@nieuw.nl']] }),
    mended: [{ column: 'Nummer', from: '4117', to: '4711' }],
    made: [
      {
        field: 'upn',
        how: 'composed',
        columns: [
          { header: 'Nummer', text: '4711' },
          { header: 'Domein', text: 'nieuw.nl' },
        ],
        value: '4711@nieuw.nl',
      },
      { field: 'group', how: 'list', columns: [{ header: 'Afdeling', text: 'Fin' }], value: 'FINANCE' },
    ],
    fixed: [{ field: 'siteLanguage', how: 'fixed', columns: [], value: '1043' }],
  } as const;
  const composed = 'UPN: composed of Nummer 4711, Domein nieuw.nl → 4711@nieuw.nl';

  it('stands with what the file has, where the row changes it', () => {
    expect(brief(row)).toEqual([
      'mended: Nummer 4117 → 4711',
      expect.stringMatching(/T12345AA {2}UPN +bba@oud.nl/u),
      composed,
      expect.stringContaining('d shows all'),
    ]);
  });

  it('stands in all of the row for every value that is no cell as it is', () => {
    expect(whole(row).slice(2)).toEqual([
      composed,
      'Group: from the value list, Afdeling Fin → FINANCE',
      'Site language: fixed value 1043',
    ]);
  });
});
