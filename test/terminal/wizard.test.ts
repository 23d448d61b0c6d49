/** The whole wizard on a real pty, as a person walks through it; the screens are kept in screens/. */
import { describe, expect, it } from 'vitest';
import { RECORDING } from './recording.js';
import { LOOK, startWizard, strike, TO_TYPE, type Stroke } from './wizardProgram.js';
import { gone } from './wizardSteps.js';

/** From the first environment to the test environment. */
const TO_TEST: readonly Stroke[] = [
  ['down', '▸ │ O12345AB'],
  ['down', '▸ │ T12345AA'],
];

const MASK = {
  mask: [
    [/(?:vandaag|gisteren) \d\d:\d\d/gu, 'vandaag 09:00'],
    // Where the line ends is up to the name of whoever runs the tests.
    [/(Gepland vandaag 09:00 door ).*/gu, '$1jan, …'],
  ],
} as const;

describe('the wizard on a terminal', () => {
  it('imports a file from the first screen to the last', async () => {
    const terminal = startWizard();
    const seen = async (name: string, ...strokes: readonly Stroke[]): Promise<void> => {
      await strike(terminal, strokes);
      await terminal.snapshot(name, { ...MASK, styled: RECORDING.some(({ screen }) => screen === name) });
    };
    await seen('0-home', TO_TYPE[0]!, ['', '4 geblokkeerd']);
    await seen('1-type', TO_TYPE[1]!);
    await seen('2-environment', ['enter', '▸ │ O12345AA']);
    await seen(
      '3-path',
      ...TO_TEST,
      ['enter', 'nieuw-maildomein.txt'],
      ['m', 'Pad: m'],
      ['tab', 'Pad: mutaties-gemengd.csv'],
    );
    await seen('4-file', ['enter', 'zoals ze gelezen worden']);
    await seen('5-map', ['enter', 'Eerste 16 rijen']);
    await seen('6-preview', ['enter', 'Geblokkeerd 3'], ['', 'Gaat uit groep INKOOP']);
    await seen('6-preview-keys', ['?', 'Toetsen op dit scherm']);
    await seen(
      '6-preview-row',
      ['escape', '[Alle 16]'],
      [']', ' 3/16'],
      [']', ' 7/16'],
      [']', ' 8/16'],
      ['d', gone('[Alle 16]')],
      ['', 'CODE_DEFAULTED'],
    );
    await seen('7-confirm', ['escape', '[Alle 16]'], ['enter', 'HOUDT TEGEN'], ['', '2  blokkeren, uit alle groepen']);
    await seen(
      '8-result',
      [LOOK, 'Typ 1 › ▏'],
      ['1', 'Typ 1 › 1'],
      ['enter', 'Typ ja › ▏'],
      [LOOK, 'Typ ja › ▏'],
      ['j', 'Typ ja › j'],
      ['a', 'Typ ja › ja'],
      ['enter', 'is uitgevoerd'],
    );
    await strike(terminal, [
      ['w', 'Afgekeurde rijen naar: mutaties-gemengd-afgekeurd-1.csv'],
      ['enter', 'Geschreven:'],
    ]);
    await seen('9-history', ['H', 'Gepland ']);
    terminal.press('q');
    expect(await terminal.exit).toEqual({ code: 3 });
    expect(terminal.alternate).toBe(false);
    expect(terminal.cursor.visible).toBe(true);
    expect(terminal.text()).toContain('Import 1 in T12345AA is uitgevoerd');
  });

  it('tells the identity trap in numbers', async () => {
    const terminal = startWizard();
    await strike(terminal, [
      ...TO_TYPE,
      ['down', '▸ Gebruiker mutatie'],
      ['enter', '▸ │ O12345AA'],
      ...TO_TEST,
      ['enter', 'nieuw-maildomein.txt'],
      ['n', 'Pad: n'],
      ['tab', 'Pad: nieuw-maildomein.txt'],
      ['enter', 'zoals ze gelezen worden'],
      ['enter', /UPN niet geïmporteerd: verdwijnt bij \d+ gebruikers in T12345AA, \d+/u],
      ['', 'Eerste 12 rijen'],
    ]);
    await terminal.snapshot('5-map-trap');
  });

  it('uses a wide screen, in English', async () => {
    const terminal = startWizard({ columns: 120, rows: 40, env: { LANG: 'en_GB.UTF-8' } });
    await strike(terminal, [
      ['', 'Import from a file'],
      ['i', 'What do you want to import?'],
      ['enter', '▸ │ O12345AA'],
      ['enter', 'instroom-januari.xlsx'],
      ['i', 'Path: i'],
      ['tab', 'Path: instroom-januari.xlsx'],
      ['enter', 'as they will be read'],
      ['enter', 'First 16 rows'],
      // A column that nothing reads is told first.
      ['enter', 'Enter once more'],
      ['enter', 'Warnings 1'],
      ['', gone('Cleared …')],
      ['', 'd shows all'],
    ]);
    await terminal.snapshot('6-preview-wide');
    await strike(terminal, [
      ['enter', 'Type O12345AA'],
      ['', / \d {2}create, into/u],
    ]);
    await terminal.snapshot('7-confirm-production');
  });

  it('does without UTF-8 and without colour', async () => {
    const terminal = startWizard({ env: { LANG: 'C', LC_ALL: 'C', NO_COLOR: '1' } });
    await strike(terminal, [
      ['', 'Import from a file'],
      ['i', 'What do you want to import?'],
      ['enter', '> | O12345AA'],
    ]);
    await terminal.snapshot('2-environment-ascii');
    expect(terminal.text()).toMatch(/^[\n\x20-\x7e]*$/u);
    expect(
      terminal
        .cells()
        .flat()
        .every((cell) => cell.foreground === undefined),
    ).toBe(true);
  });
});
