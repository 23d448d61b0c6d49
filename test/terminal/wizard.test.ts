/** The whole wizard on a real pty, as a person walks through it; the screens are kept in screens/. */
import { describe, expect, it } from 'vitest';
import type { TestTerminal } from './harness.js';
import { startWizard } from './wizardProgram.js';

/** A person looks at the screen before going on: longer than the quiet that confirming asks for. */
const looked = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 500));

/** One key after the other, as they are pressed: never two in one read. */
async function press(terminal: TestTerminal, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    terminal.press(key);
    await new Promise((resolve) => setTimeout(resolve, 80));
  }
}

const MASK = { mask: [[/\d{4}-\d\d-\d\d \d\d:\d\d/gu, '2027-01-04 09:00']] as const };

describe('the wizard on a terminal', () => {
  it('imports a file from the first screen to the last', async () => {
    const terminal = startWizard();
    await terminal.waitFor('Wat wil je importeren?');
    await terminal.snapshot('1-type');
    await press(terminal, 'enter');
    await terminal.waitFor('▸ │ O12345AA');
    await terminal.snapshot('2-environment');
    await press(terminal, 'down', 'down', 'enter');
    await terminal.waitFor('mutaties-gemengd.csv');
    await press(terminal, 'm', 'u', 'tab');
    await terminal.waitFor('Pad: mutaties-gemengd.csv');
    await terminal.snapshot('3-path');
    await press(terminal, 'enter');
    await terminal.waitFor('zoals ze gelezen worden');
    await terminal.snapshot('4-file');
    await press(terminal, 'enter');
    await terminal.waitFor('Eerste 16 rijen');
    await terminal.snapshot('5-map');
    await press(terminal, 'enter');
    await terminal.waitFor('Geblokkeerd 3');
    await terminal.waitFor('Gaat uit groep INKOOP');
    await terminal.snapshot('6-preview');
    await press(terminal, '?');
    await terminal.waitFor('Toetsen op dit scherm');
    await terminal.snapshot('6-preview-keys');
    await press(terminal, 'escape', ']', 'd');
    await terminal.waitFor('CODE_DEFAULTED');
    await terminal.snapshot('6-preview-row');
    await press(terminal, 'escape', 'enter');
    await terminal.waitFor('HOUDT TEGEN');
    await terminal.snapshot('7-confirm');
    await looked();
    await press(terminal, '1', 'enter');
    await terminal.waitFor('Typ ja');
    await looked();
    await press(terminal, 'j', 'a', 'enter');
    await terminal.waitFor('is uitgevoerd');
    await terminal.snapshot('8-result');
    await press(terminal, 'w');
    await terminal.waitFor('Afgekeurde rijen naar: mutaties-gemengd-afgekeurd-1.csv');
    await press(terminal, 'enter');
    await terminal.waitFor('Geschreven:');
    await press(terminal, 'H');
    await terminal.waitFor('Gepland door');
    await terminal.snapshot('9-history', MASK);
    await press(terminal, 'q');
    expect(await terminal.exit).toEqual({ code: 3 });
    expect(terminal.alternate).toBe(false);
    expect(terminal.cursor.visible).toBe(true);
    expect(terminal.text()).toContain('Import 1 in T12345AA is uitgevoerd');
  });

  it('tells the identity trap in numbers', async () => {
    const terminal = startWizard();
    await terminal.waitFor('Wat wil je importeren?');
    await press(terminal, 'down', 'enter');
    await terminal.waitFor('▸ │ O12345AA');
    await press(terminal, 'down', 'down', 'enter');
    await terminal.waitFor('nieuw-maildomein.txt');
    await press(terminal, 'n', 'tab', 'enter');
    await terminal.waitFor('zoals ze gelezen worden');
    await press(terminal, 'enter');
    await terminal.waitFor(/UPN niet geïmporteerd: verdwijnt bij \d+ gebruikers in T12345AA, \d+/u);
    await terminal.snapshot('5-map-trap');
  });

  it('uses a wide screen, in English', async () => {
    const terminal = startWizard({ columns: 120, rows: 40, env: { LANG: 'en_GB.UTF-8' } });
    await terminal.waitFor('What do you want to import?');
    await press(terminal, 'enter');
    await terminal.waitFor('▸ │ O12345AA');
    await press(terminal, 'enter');
    await terminal.waitFor('instroom-januari.xlsx');
    await press(terminal, 'i', 'tab', 'enter');
    await terminal.waitFor('as they will be read');
    await press(terminal, 'enter');
    await terminal.waitFor('First 16 rows');
    await press(terminal, 'enter', 'enter');
    await terminal.waitFor('Left out 0');
    await terminal.waitFor('Warnings');
    await terminal.settled(300);
    await terminal.snapshot('6-preview-wide');
    await press(terminal, 'enter');
    await terminal.waitFor('Type O12345AA');
    await terminal.snapshot('7-confirm-production');
  });

  it('does without UTF-8 and without colour', async () => {
    const terminal = startWizard({ env: { LANG: 'C', LC_ALL: 'C', NO_COLOR: '1' } });
    await terminal.waitFor('What do you want to import?');
    await press(terminal, 'enter');
    await terminal.waitFor('> | O12345AA');
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
