/** The first hour: an empty database, its first environment, and the lists that fill it; all at the keyboard. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openEngine } from '../support/engine.js';
import { openFakeTerminal, type FakeTerminal, type FakeTerminalOptions } from './support/fakeTerminal.js';
import { SMALL_DIRECTORY } from './support/smallDirectory.js';

/** On the first screen of a database without anything in it, or of the small directory. */
async function begun(filled = false, options: Partial<FakeTerminalOptions> = {}): Promise<FakeTerminal> {
  const engine = await openEngine({ onDisk: true, ...(filled && { directory: SMALL_DIRECTORY }) });
  onTestFinished(() => engine.close());
  const terminal = await openFakeTerminal({ directory: {}, engine, atHome: true, ...options });
  await terminal.waitFor(filled ? 'Waar wil je verder?' : /Hoe wil je beginnen\?|How do you want to begin\?/u);
  return terminal;
}

/** Types an answer where one is asked. */
async function answer(terminal: FakeTerminal, asked: string, ...keys: readonly string[]): Promise<void> {
  await terminal.waitFor(asked);
  await terminal.press(...keys);
}

/** Opens a file that is made now, from the first screen. */
async function openList(terminal: FakeTerminal, name: string, text: string): Promise<void> {
  const path = join(terminal.engine.folder, name);
  writeFileSync(path, text);
  await terminal.press('l');
  await terminal.waitFor('Welk bestand?');
  await terminal.press('ctrl+u');
  await terminal.burst(path);
  await terminal.press('enter');
}

it.each([
  ['nl', 80, 24, 'Instroom schrijft alleen in zijn eigen'],
  ['en', 60, 20, 'Instroom writes to its own database'],
  ['en', 120, 40, 'Instroom writes to its own database alone'],
] as const)('an empty database says what it is, and how to begin: %s, %i×%i', async (language, columns, rows, said) => {
  const terminal = await begun(false, { language, columns, rows });
  await terminal.waitFor(said);
  expect(terminal.text()).toMatch(/d {2}\S.*\n {2}o {2}\S.*\n {2}l {2}\S/u);
  await terminal.press('u');
  await terminal.waitFor(/kan in deze database nu niet|cannot be done in this database now/u);
});

it('the demo is asked for by d, and leaves this database alone', async () => {
  const terminal = await begun();
  await terminal.press('d');
  expect(await terminal.end).toEqual({ lines: [], exitStatus: 0, demo: true });
  expect(await terminal.engine.useCases.environments()).toEqual([]);
});

it('goes from nothing to persons, groups and users', async () => {
  const terminal = await begun();
  await terminal.press('o');
  await terminal.waitFor('Er is nog geen omgeving.');
  await terminal.press('+');
  await answer(terminal, 'Code van de nieuwe omgeving', ...Array.from('T12345AA'), 'enter');
  await answer(terminal, 'Van welke soort is T12345AA?', 'enter');
  await answer(terminal, 'Naam van T12345AA', ...Array.from('Proef'), 'enter');
  await answer(terminal, 'Deelnemersnummer van T12345AA: 12345', 'enter');
  await answer(terminal, 'Wie moet elk plan voor T12345AA goedkeuren?', 'enter');
  await terminal.waitFor('Omgeving T12345AA toegevoegd: test, deelnemer 12345.');
  await terminal.waitFor(/T12345AA │ test +│ Proef/u);
  await terminal.press('escape');
  await terminal.waitFor('Lijsten inlezen');
  await openList(terminal, 'gebruikers.csv', 'Gebruiker;Omschrijving;Groep;Schoen\n12345.AAA;Ada;NERGENS;42\n');
  await answer(terminal, 'Wat staat er in gebruikers.csv?', 'down', 'down', 'enter');
  await terminal.waitFor('kolom Schoen is niet bekend: x leest de lijst zonder');
  await terminal.press('x');
  await terminal.waitFor('NERGENS');
  await terminal.waitFor('rij 2, Groep');
  await terminal.press('escape', 'escape');
  await openList(terminal, 'groepen.csv', 'Code;Omschrijving\nINKOOP;Inkoop\nHRM;Personeel\n');
  await answer(terminal, 'Wat staat er in groepen.csv?', 'down', 'enter');
  await terminal.waitFor(/groepen +2 +0 +0/u);
  await terminal.waitFor('Er is nog niets geschreven.');
  await terminal.press('enter');
  await terminal.waitFor('groepen.csv inlezen in T12345AA?');
  terminal.look();
  await terminal.press('j');
  await terminal.waitFor('Ingelezen: 0 personen, 2 groepen, 0 gebruikers.');
});

it('changes an environment, and removes one only when its code is typed', async () => {
  const terminal = await begun(true);
  await terminal.press('o');
  await terminal.waitFor('▸ │ O12345AA');
  await terminal.press('end', 'enter');
  await answer(terminal, 'Wat wil je wijzigen aan A12345AA?', 'down', 'down', 'down', 'enter');
  await answer(terminal, 'Wie moet elk plan voor A12345AA goedkeuren?', 'up', 'enter');
  // It asks for a second person: to end that is a plan that waits for one.
  await terminal.waitFor('Er is nog niets gewijzigd: dit is plan 1.');
  expect(terminal.text()).toMatch(/Goedkeuring: tweede persoon . geen/u);
  await terminal.press('escape');
  await terminal.waitFor('▸ │ A12345AA');
  await terminal.press('home', 'enter');
  await answer(terminal, 'Wat wil je wijzigen aan O12345AA?', 'end', 'enter');
  await terminal.waitFor('O12345AA verwijderen?');
  terminal.look();
  await terminal.press('j');
  await answer(terminal, 'Typ O12345AA om te verwijderen:', 'x', 'enter');
  await terminal.waitFor('O12345AA');
  expect((await terminal.engine.useCases.environments()).every(({ deleted }) => !deleted)).toBe(true);
});

it('keeps what an environment never allows, and asks again what is no value', async () => {
  const terminal = await begun(true);
  const down = (times: number): string[] => Array.from({ length: times }, () => 'down');
  await terminal.press('o');
  await terminal.waitFor('▸ │ O12345AA');
  const change = async (setting: number): Promise<void> => {
    await terminal.press('enter');
    await answer(terminal, 'Wat wil je wijzigen aan O12345AA?', ...down(setting), 'enter');
  };
  await change(5);
  await terminal.waitFor('Beschermd in O12345AA (filter; leeg: niemand):');
  await terminal.burst('gruppe:ICT');
  await terminal.press('enter');
  await terminal.waitFor(/gruppe:ICT: er is geen veld dat zo heet *\n.*leeg: niemand\): gruppe:ICT/u);
  await terminal.press('ctrl+u');
  await terminal.burst('group:INKOOP');
  await terminal.press('enter');
  await terminal.waitFor('Geldt altijd in O12345AA: beschermd: group:INKOOP.');
  await change(7);
  await terminal.waitFor('Dagen waarop O12345AA bevroren is');
  await terminal.burst('2026-12-19..2027-01-04');
  await terminal.press('enter');
  await answer(terminal, 'Wat mag in die dagen wel in O12345AA?', 'down', 'enter');
  await terminal.waitFor(/bevroren van 2026-12-19 tot\s+en met 2027-01-04/u);
  const found = (await terminal.engine.useCases.environments()).find(({ code }) => code === 'O12345AA');
  expect(found?.rules).toEqual({
    protect: 'group:INKOOP',
    licences: null,
    freeze: '2026-12-19..2027-01-04',
    freezeAllow: 'creates',
    timeZone: null,
    requireReason: false,
  });
});
