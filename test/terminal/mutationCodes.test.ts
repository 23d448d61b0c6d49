/** Every mutation code, and the type without codes: what a person sees of each row, and what is then done. */
import { describe, expect, it } from 'vitest';
import { exportedDirectory, runsOf } from '../support/breakDatabase.js';
import { LOOK, openFile, strike, type Stroke } from './wizardProgram.js';
import { gone } from './wizardSteps.js';

const HEADER = 'Gebruiker;Mutatiecode;Nieuwe gebruikerscode;Omschrijving;E-mail;UPN;Groep;Wachtwoord';

/** A user who exists, by mutation code; `''` is the empty one. Each ends as is told in the list. */
const EXISTING: readonly (readonly [code: string, row: string, shown: string])[] = [
  [
    '0',
    '12345.BBA;0;;Bea Bakker;bea.bakker@voorbeeld.nl;bea.bakker@voorbeeld.nl;;',
    '12345.BBA 0 blokkeren ! -INKOOP -HRM',
  ],
  ['1', '12345.JBO;1;;Jan Bos;jan.bos@voorbeeld.nl;jan.bos@voorbeeld.nl;DIRECTIE;', '12345.JBO 1 wijzigen +DIRECTIE'],
  ['2', '12345.MWI;2;;Marieke de Wit;marieke.dewit@voorbeeld.nl;marieke.dewit@voorbeeld.nl;;', '12345.MWI 2 blokkeren'],
  [
    '3',
    "12345.DON;3;;Daniël O'Neill;daniel.oneill@voorbeeld.nl;daniel.oneill@voorbeeld.nl;PROJECT-X;",
    '12345.DON 3 wijzigen +PROJECT-X (nieu…',
  ],
  [
    '4',
    '12345.ZVR;4;12345.NIEUW4;Zoë de Vries;zoe.devries@voorbeeld.nl;zoe.devries@voorbeeld.nl;;',
    '12345.ZVR 4 hernoemen → 12345.NIEUW4',
  ],
  [
    '5',
    '12345.AMU;5;;André Mulder;andre.mulder@voorbeeld.nl;andre.mulder@voorbeeld.nl;;Zomer-in-Utrecht-2027',
    '12345.AMU 5 wachtwoord Wachtwoord',
  ],
  ['6', '12345.FYI;6;;Fatma Yılmaz;fatma.yilmaz@voorbeeld.nl;fatma.yilmaz@voorbeeld.nl;;', '12345.FYI 6 deblokkeren'],
  [
    '',
    '12345.YCE;;;Yusuf Çelik;yusuf.celik@voorbeeld.nl;yusuf.celik@voorbeeld.nl;;',
    '12345.YCE 0! blokkeren ! -VERKOOP',
  ],
];

/** One who does not: created, or rejected with the reason. */
const NEW: readonly (readonly [code: string, shown: string, reason?: RegExp])[] = [
  ['0', 'nieuw'],
  ['1', 'nieuw'],
  ['2', 'nieuw'],
  ['3', 'nieuw'],
  ['4', 'afgekeurd', /USER_UNKNOWN/u],
  ['5', 'afgekeurd', /USER_UNKNOWN/u],
  ['6', 'afgekeurd', /USER_UNKNOWN/u],
  ['', 'nieuw', /CODE_DEFAULTED/u],
];

/** The list's lines of these rows, with one blank between words and without the names: the code takes 20 columns, a name 12. */
function listed(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const [, user, what] = /^[▸ ] +\d+ {2}(12345\..{14}) {2}.{12} {2}(.*)$/u.exec(line) ?? [];
    return user === undefined || what === undefined ? [] : [`${user} ${what}`.replace(/ +/gu, ' ')];
  });
}

const confirmed = (...typed: readonly string[]): readonly Stroke[] =>
  typed.flatMap((answer, index): readonly Stroke[] => [
    ['', `Typ ${answer} ›`],
    [LOOK, `Typ ${answer} ›`],
    ...Array.from(answer, (character, at): Stroke => [character, `Typ ${answer} › ${answer.slice(0, at + 1)}▏`]),
    ['enter', index === typed.length - 1 ? 'is uitgevoerd' : `Typ ${typed[index + 1]} ›`],
  ]);

describe('type Gebruiker', () => {
  it('every code on users who exist', async () => {
    const content = [HEADER, ...EXISTING.map(([, row]) => row)].join('\r\n');
    const terminal = await openFile('bestaand.csv', content, 'zoals ze gelezen worden');
    await strike(terminal, [
      ['enter', 'Eerste 8 rijen'],
      ['enter', '[Alle 8]'],
      ['', '12345.YCE'],
    ]);
    const lines = listed(terminal.text());
    for (const [index, [, , shown]] of EXISTING.entries()) expect(lines[index]).toContain(shown);
    expect(lines).toHaveLength(8);
    // One tab for each code, with its count: the empty one counts as 0.
    for (const [tab, count] of ['0:2', '1:1', '2:1', '3:1', '4:1', '5:1', '6:1'].map((text) => text.split(':'))) {
      await strike(terminal, [['tab', `[Code ${tab}: ${count}]`]]);
      await terminal.waitFor(() => listed(terminal.text()).length === Number(count));
    }
    await strike(terminal, [['enter', 'HOUDT TEGEN'], ...confirmed('1', 'ja')]);
    expect(terminal.text()).toMatch(/blokkeren +│ +2 │ +│ +1 │/u);
    const after = (await exportedDirectory(terminal.database))
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const user = (code: string): Record<string, unknown> | undefined =>
      after.find((entry) => entry['user'] === code && entry['environment'] === 'T12345AA');
    for (const code of ['BBA', 'MWI', 'YCE']) expect(user(`12345.${code}`), code).toMatchObject({ blocked: true });
    expect(user('12345.BBA')).toMatchObject({ groups: [] });
    expect(user('12345.JBO')?.['groups']).toContain('DIRECTIE');
    expect(user('12345.DON')?.['groups']).toContain('PROJECT-X');
    expect(user('12345.ZVR')).toBeUndefined();
    expect(user('12345.NIEUW4')).toBeDefined();
    expect(user('12345.FYI')).toMatchObject({ blocked: false });
  });

  it('every code on users who do not exist', async () => {
    const rows = NEW.map(
      ([code], row) =>
        `12345.VERS${row};${code};12345.ANDERS${row};Vers ${row};vers${row}@voorbeeld.nl;;${code === '1' || code === '3' ? 'HRM' : ''};Zomer-in-Utrecht-2027`,
    );
    const terminal = await openFile('nieuw.csv', [HEADER, ...rows].join('\r\n'), 'zoals ze gelezen worden');
    await strike(terminal, [
      ['enter', 'Eerste 8 rijen'],
      ['enter', '[Alle 8]'],
      ['', '12345.VERS7'],
    ]);
    expect(listed(terminal.text()).map((line) => line.split(' ')[2])).toEqual(NEW.map(([, shown]) => shown));
    for (const [row, [, , reason]] of NEW.entries()) {
      await strike(terminal, [
        ['', ` ${row + 1}/8`],
        ['d', gone('Afgekeurd ')],
        ['', reason ?? /Gebruiker +12345\.VERS/u],
        ['escape', '[Alle 8]'],
      ]);
      if (row < 7) terminal.press('down');
    }
    await strike(terminal, [['enter', 'HOUDT TEGEN'], ...confirmed('1', 'ja')]);
    const after = await exportedDirectory(terminal.database);
    for (const [row, [code, shown]] of NEW.entries()) {
      const made = new RegExp(`"user":"12345\\.VERS${row}".*"blocked":(true|false)`, 'u').exec(after)?.[1];
      expect(made, `code ${code}`).toBe(shown === 'afgekeurd' ? undefined : String(code !== '1' && code !== '3'));
    }
  });
});

describe('type Gebruiker mutatie', () => {
  it('changes who exists, rejects who does not, and asks no code', async () => {
    const content = [
      'Gebruiker;Omschrijving;E-mail;UPN',
      '12345.BBA;Bea de Boer;bea.deboer@voorbeeld.nl;bea.deboer@voorbeeld.nl',
      '12345.JBO;Jan Bos;jan.bos@voorbeeld.nl;jan.bos@voorbeeld.nl',
      '12345.NIEMAND;Niemand;niemand@voorbeeld.nl;',
    ].join('\r\n');
    const terminal = await openFile('mutatie.csv', content, 'zoals ze gelezen worden', 'mutation');
    await strike(terminal, [
      ['enter', 'Eerste 3 rijen'],
      ['enter', '[Alle 3]'],
      ['', '12345.NIEMAND'],
    ]);
    expect(terminal.text()).not.toMatch(/Code/u);
    expect(listed(terminal.text()).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '12345.BBA wijzigen',
      '12345.JBO ongewijzigd',
      '12345.NIEMAND afgekeurd',
    ]);
    expect(terminal.text()).toMatch(/T12345AA +Omschrijving +Bea Bakker +→ Bea de Boer/u);
    await strike(terminal, [['enter', '[Bevestigen]'], ...confirmed('ja')]);
    expect((await runsOf(terminal.database))[0]).toMatchObject({ type: 'mutation', status: 'applied' });
    expect(await exportedDirectory(terminal.database)).toContain('"description":"Bea de Boer"');
  });
});
