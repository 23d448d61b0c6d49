/** Files that are made to break the screen, or are no import files at all: told, shown, and never obeyed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportedDirectory } from '../support/breakDatabase.js';
import type { TestTerminal } from './harness.js';
import { newWorkplace, openFile, startWizard, strike, TO_TYPE } from './wizardProgram.js';
import { gone } from './wizardSteps.js';

/** The file was read. */
const READ = 'zoals ze gelezen worden';
const HEADER = 'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Groep';

/** Names that would move the cursor, colour the screen, turn the writing, or push everything aside. */
const NAMES = {
  'escape sequences': 'Rood \x1b[31m\x1b[2J\x1b[1;1H\x1b]0;titel\x07\x1b[?1049l',
  'one-byte escapes': 'Acht\u009b31m\u009dbit\u0090\u0085',
  'carriage returns': 'Terug\rWeg\bWeg\x7f',
  'line breaks': 'Twee\nregels',
  'a turned direction': '\u202Egnaagsgiuh\u202C\u2066',
  'right to left': 'مرحبا بالعالم שלום',
  'wide characters': '山田太郎山田太郎山田太郎山田太郎山田太郎山田太郎',
  'combining characters': `Jose\u0301 N\u0303o Z${'\u0310'.repeat(30)}`,
  'joined emoji': '👩‍💻👨‍👩‍👧‍👦🇳🇱❤️✅',
  'hidden characters': 'On\u200Bzicht\u200Dbaar\uFEFF\u00AD',
  'a very long cell': 'x'.repeat(20_000),
} as const;

/** What is around every screen is where it has to be, and all lines are as wide as the terminal or less. */
function expectFrame(terminal: TestTerminal, crumb: string): void {
  const lines = terminal.screen();
  expect(lines[0]).toContain(`[${crumb}]`);
  expect(lines[1]).toContain('Gebruiker → T12345AA (test)');
  expect(lines[2]).toBe('─'.repeat(80));
  expect(lines.slice(-2).join(' ')).toContain('Esc ');
  expect(terminal.alternate).toBe(true);
}

/** Cells of a column of the list that stand where the column's heading stands. */
function columnOf(terminal: TestTerminal, heading: string, rows: number): readonly string[] {
  const cells = terminal.cells();
  const top = cells.findIndex((row) => textOf(row).includes('Wat er wijzigt'));
  const start = textOf(cells[top]!).indexOf(heading);
  return cells.slice(top + 1, top + 1 + rows).map((row) => textOf(row.slice(start)).split('  ')[0]!.trim());
}

const textOf = (row: readonly { readonly text: string; readonly width: number }[]): string =>
  row.map(({ text }) => text).join('');

describe('a file with hostile text', () => {
  const names = Object.values(NAMES);
  const rows = names.map(
    (name, row) =>
      `12345.${row % 2 === 0 ? `U${row}` : name.replace(/[;\n]/gu, '').slice(0, 12)};1;"${name}";u${row}@voorbeeld.nl;;HRM`,
  );
  const content = [HEADER, ...rows].join('\r\n');

  it('is shown on every screen, and moves nothing', async () => {
    const terminal = await openFile('vijandig.csv', content, READ);
    const before = await exportedDirectory(terminal.database);
    expectFrame(terminal, 'Bestand');
    await strike(terminal, [['enter', `Eerste ${names.length} rijen`]]);
    expectFrame(terminal, 'Koppelen');
    await strike(terminal, [
      ['enter', `[Alle ${names.length}]`],
      ['', `1/${names.length}`],
    ]);
    expect(columnOf(terminal, 'Code', 9)).toEqual(Array.from({ length: 9 }, () => '1'));
    for (const [row, kind] of Object.keys(NAMES).entries()) {
      await terminal.waitFor(` ${row + 1}/${names.length}`);
      expectFrame(terminal, 'Bekijken');
      await strike(terminal, [['d', gone('Afgekeurd ')]]);
      expectFrame(terminal, 'Bekijken');
      if (kind === 'escape sequences') expect(terminal.text()).toContain('Rood ␛[31m␛[2J␛[1;1H␛]0;titel␇␛[?1049l');
      await strike(terminal, [['escape', 'Afgekeurd ']]);
      if (row + 1 < names.length) terminal.press('down');
    }
    expect(terminal.output).not.toMatch(/[\u0080-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\b\x07]/u);
    expect(terminal.output).not.toContain('titel\x07');
    expect(await exportedDirectory(terminal.database)).toBe(before);
  });

  it('is found and confirmed as it is written', async () => {
    const terminal = await openFile('vijandig.csv', content, READ);
    await strike(terminal, [
      ['enter', `Eerste ${names.length} rijen`],
      ['enter', `[Alle ${names.length}]`],
      ['/', 'Zoek:'],
    ]);
    terminal.paste('山田\x1b[31m\n');
    await terminal.waitFor('Zoek: 山田');
    expectFrame(terminal, 'Bekijken');
    await strike(terminal, [['ctrl+u', /Zoek: ▏/u]]);
    terminal.paste('山田');
    await strike(terminal, [
      ['', 'Zoek: 山田▏'],
      ['enter', '1 rij met “山田”'],
    ]);
  });
});

describe('a name that is hostile', () => {
  it('of a file, is shown and can be opened', async () => {
    const terminal = startWizard({
      place: withFile('r\x1b[31m\u202Eood.csv', `${HEADER}\r\n12345.BBA;1;Bea;b@voorbeeld.nl;;HRM`),
    });
    await strike(terminal, [
      ...TO_TYPE,
      ['enter', '▸ │ O12345AA'],
      ['down', '▸ │ O12345AB'],
      ['down', '▸ │ T12345AA'],
      ['enter', 'r␛[31m<U+202E>ood.csv'],
      ['r', 'Pad: r▏'],
      ['tab', 'Pad: r␛[31m<U+202E>ood.csv▏'],
      ['enter', 'zoals ze gelezen worden'],
    ]);
    expectFrame(terminal, 'Bestand');
    expect(terminal.text()).toContain('· r␛[31m<U+202E>ood.csv');
  });

  it('of a column, is shown where columns are chosen', async () => {
    const terminal = await openFile(
      'kop.csv',
      `Gebruiker;Mutatiecode;"Naam\x1b[2J\n";E\u202EliaM\r\n12345.BBA;1;Bea;b@voorbeeld.nl`,
      READ,
    );
    await strike(terminal, [['enter', 'UPN niet geïmporteerd']]);
    expectFrame(terminal, 'Koppelen');
    await strike(terminal, [
      ['space', 'Waar komt Gebruiker vandaan?'],
      ['', 'Naam␛[2J'],
      ['', 'E<U+202E>liaM'],
    ]);
    expectFrame(terminal, 'Koppelen');
  });
});

function withFile(name: string, content: string): ReturnType<typeof newWorkplace> {
  const place = newWorkplace();
  writeFileSync(join(place.folder, name), content);
  return place;
}
