/** Any cell of any row is mended: with what it can be to choose from, and never with what nobody sees. */
import { describe, expect, it } from 'vitest';
import type { FakeTerminal } from './support/fakeTerminal.js';
import { ALL_CODES, SMALL_DIRECTORY } from './support/smallDirectory.js';
import { toMapping, toPreview, wizardWith } from './support/walk.js';

const HEADER = 'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Persoon;Groep;Wachtwoord;Profit;Voorkeur site';

const oneRow = (row: string): string => `${HEADER}\r\n${row}\r\n`;
const AAA = oneRow('12345.AAA;1;Naam van AAA;aaa@voorbeeld.nl;aaa@voorbeeld.nl;;INKOOP;lang-genoeg-zo;ja;1043');

/** On the list of cells, with the cursor on one of them. */
async function atCell(terminal: FakeTerminal, label: string): Promise<void> {
  await terminal.press('m');
  await terminal.waitFor('Welke cel van rij');
  for (let moved = 0; moved < 12 && !terminal.text().includes(`▸ ${label}`); moved++) await terminal.press('down');
  await terminal.waitFor(`▸ ${label}`);
}

describe('a row that nothing is wrong with', () => {
  it('gets another text, with the old one to change', async () => {
    const terminal = await wizardWith(AAA);
    await toPreview(terminal);
    await atCell(terminal, 'Omschrijving');
    expect(terminal.text()).toMatch(/▸ Omschrijving +Naam van AAA/u);
    await terminal.press('enter');
    await terminal.waitFor('Rij 2, Omschrijving: Naam van AAA');
    await terminal.press('backspace', 'Z', 'enter');
    await terminal.waitFor('Rij 2 is hersteld');
    await terminal.waitFor('Naam van AAZ');
  });

  it('has its code, yes or no, and language chosen from what they mean', async () => {
    const terminal = await wizardWith(AAA);
    await toPreview(terminal);
    await atCell(terminal, 'Mutatiecode');
    await terminal.press('enter');
    await terminal.waitFor(/▸ 1 +importeren en in een groep zetten die bestaat/u);
    // What it is already changes nothing.
    await terminal.press('enter');
    expect(terminal.text()).not.toContain('hersteld');
    await atCell(terminal, 'Profit');
    await terminal.press('enter');
    await terminal.waitFor(/▸ ja +J/u);
    await terminal.press('down', 'enter');
    await terminal.waitFor('Rij 2 is hersteld');
    await terminal.waitFor(/Profit +ja +→ nee/u);
    await atCell(terminal, 'Voorkeur site');
    await terminal.press('enter');
    await terminal.waitFor(/▸ Nederlands +1043/u);
    expect(terminal.text()).toMatch(/Nederlands \(België\) +2067/u);
  });

  it('has no password to see or to mend', async () => {
    const terminal = await wizardWith(AAA);
    await toPreview(terminal);
    await atCell(terminal, 'Wachtwoord');
    expect(terminal.text()).not.toContain('lang-genoeg-zo');
    await terminal.press('enter');
    await terminal.waitFor('is hier niet te herstellen');
  });
});

describe('groups and persons', () => {
  const directory = {
    ...SMALL_DIRECTORY,
    persons: [
      { environment: 'T12345AA', code: '100001', name: 'Anna Ahmed' },
      { environment: 'T12345AA', code: '100002', name: 'Bea Bakker' },
    ],
    groups: [
      ...(SMALL_DIRECTORY.groups ?? []),
      { environment: 'T12345AA', code: 'INHUUR', description: 'Ingehuurd' },
      { environment: 'T12345AA', code: 'HRM', description: 'Personeelszaken' },
    ],
  };

  it('are completed by Tab: several are a list, one is filled in, none is told', async () => {
    const terminal = await wizardWith(AAA, { directory });
    await toPreview(terminal);
    await atCell(terminal, 'Groep');
    await terminal.press('enter');
    await terminal.waitFor('Groep: INKOOP');
    expect(terminal.text()).toContain('Tab groepen en personen');
    await terminal.press('ctrl+u', 'z', 'tab');
    await terminal.waitFor('Niets begint met “z”');
    await terminal.press('ctrl+u', 'p', 'e', 'r', 's', 'tab');
    await terminal.waitFor('Groep: HRM');
    await terminal.press('ctrl+u', 'i', 'n', 'tab');
    await terminal.waitFor(/▸ INHUUR +Ingehuurd/u);
    await terminal.press('enter');
    await terminal.waitFor('Rij 2 is hersteld');
    await terminal.waitFor('Komt in groep INHUUR');
    await atCell(terminal, 'Persoon');
    await terminal.press('enter');
    await terminal.waitFor('Persoon:');
    await terminal.press('B', 'e', 'tab');
    await terminal.waitFor('Persoon: 100002');
  });
});

it('a field without a column has no cell to mend', async () => {
  const terminal = await wizardWith('Gebruiker;Omschrijving;E-mail;UPN\r\n12345.AAA;Naam;a@b.nl;a@b.nl\r\n');
  await toPreview(terminal);
  // Told of the row: it has no mutation code.
  await terminal.press('m');
  await terminal.waitFor('▸ Mutatiecode');
  await terminal.press('enter');
  await terminal.waitFor('Mutatiecode heeft geen kolom in het bestand');
});

it('of a composed value the columns are mended, and what it is made of stands with the row', async () => {
  const text = 'Gebruiker;Mutatiecode;Omschrijving;E-mail;Nummer\r\n12345.AAA;1;Naam;a@b.nl;\r\n';
  const terminal = await wizardWith(text);
  await toMapping(terminal);
  for (let moved = 0; moved < 8 && !terminal.text().includes('▸ UPN'); moved++) await terminal.press('down');
  await terminal.press('t');
  await terminal.waitFor('UPN samenstellen');
  await terminal.burst('Nummer}@x.nl');
  await terminal.press('enter');
  await terminal.waitFor(/▸ UPN +\{Nummer\}@x\.nl/u);
  await terminal.waitFor('Eerste');
  await terminal.press('enter');
  await terminal.waitFor(/1\/1 · Rij 2/u);
  await terminal.press('m');
  // What is told of the row is about it.
  await terminal.waitFor('▸ UPN: Nummer');
  await terminal.press('enter');
  await terminal.waitFor('Rij 2, Nummer:');
  await terminal.press('7', 'enter');
  await terminal.waitFor('Rij 2 is hersteld');
  await terminal.waitFor('UPN: samengesteld uit Nummer 7 → 7@x.nl');
});

it('what was left out can be mended too, and stays out', async () => {
  const terminal = await wizardWith(ALL_CODES);
  await toPreview(terminal);
  await terminal.press('space');
  await terminal.waitFor('1 rij weggelaten.');
  // The list comes anew, after that is told.
  await terminal.waitFor(/12345\.AAA.*weggelaten/u);
  await atCell(terminal, 'Omschrijving');
  await terminal.press('enter');
  await terminal.waitFor('Omschrijving: Naam van AAA');
  await terminal.press('X', 'enter');
  await terminal.waitFor('Rij 2 is hersteld');
  await terminal.waitFor(/Omschrijving +Naam van AAAX/u);
  expect((await terminal.engine.useCases.answer(1)).run.summary.outcomes.excluded).toBe(1);
});

describe('what other rows hold as well', () => {
  const rows = ['12345.AAA', '12345.BBB', '12345.CCC']
    .map((user) => `${user};1;Naam van ${user.slice(6)};;;;Ink;;ja;1043`)
    .join('\r\n');

  it('is mended with the row, where that is chosen; what the file had stands beside it, and comes back', async () => {
    const terminal = await wizardWith(oneRow(rows));
    await toPreview(terminal);
    await atCell(terminal, 'Groep');
    await terminal.press('enter');
    await terminal.waitFor('Rij 2, Groep: Ink');
    await terminal.press('backspace', 'backspace', 'backspace', 'I', 'N', 'K', 'O', 'O', 'P', 'enter');
    await terminal.waitFor('2 andere rijen hebben ook "Ink" in Groep');
    expect(terminal.text()).toMatch(/▸ alleen deze rij/u);
    await terminal.press('down', 'enter');
    await terminal.waitFor('2 rijen zijn ook hersteld');
    await terminal.waitFor(/hersteld: Groep Ink → INKOOP/u);
    await terminal.press('M');
    await terminal.waitFor('van alle rijen die hersteld zijn (3)');
    await terminal.press('down', 'enter');
    await terminal.waitFor('3 cellen zijn weer zoals in het bestand');
    expect(terminal.text()).not.toContain('hersteld: Groep');
  });

  it('stays as it is where the row alone is meant', async () => {
    const terminal = await wizardWith(oneRow(rows));
    await toPreview(terminal);
    await atCell(terminal, 'Profit');
    await terminal.press('enter');
    await terminal.waitFor(/▸ ja +J/u);
    await terminal.press('down', 'enter');
    await terminal.waitFor('2 andere rijen hebben ook "ja" in Profit');
    await terminal.press('enter');
    await terminal.waitFor(/Enter bevestigen/u);
    expect(terminal.text()).not.toContain('andere rijen hebben ook');
    expect(terminal.text()).toMatch(/hersteld: Profit ja → /u);
  });
});
