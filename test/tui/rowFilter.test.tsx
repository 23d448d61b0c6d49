/** The filter of the preview: as one types, completed, and begun from what a row has. */
import { expect, it } from 'vitest';
import type { FakeTerminal } from './support/fakeTerminal.js';
import { CODES, DIRECTORY } from './support/manyUsers.js';
import { toMapping, wizardWith } from './support/walk.js';

/** Two users are blocked, eight get another domain, and twenty stay as they are. */
const FILE = [
  'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN',
  ...CODES.map((code, at) => {
    const small = code.toLowerCase();
    const domain = at > 2 && at <= 10 ? 'nieuw.nl' : 'oud.nl';
    return `12345.${code};${at < 2 ? 2 : 1};Naam ${code};${small}@${domain};${small}@upn.nl`;
  }),
].join('\r\n');

async function toFilter(): Promise<FakeTerminal> {
  const terminal = await wizardWith(FILE, { directory: DIRECTORY });
  await toMapping(terminal);
  await terminal.press('enter');
  await terminal.waitFor('1/3');
  await terminal.press('f');
  await terminal.waitFor('Filter:');
  return terminal;
}

it('narrows the rows as it is typed, and Escape shows all of them again', async () => {
  const terminal = await toFilter();
  await terminal.burst('uitkomst:blok');
  await terminal.waitFor('uitkomst:blok: dat is er niet');
  await terminal.burst('keren');
  await terminal.waitFor('2 rijen');
  await terminal.press('enter');
  await terminal.waitFor('1/2');
  expect(terminal.text()).toContain('12345.U01');
  expect(terminal.text()).not.toContain('12345.U02');
  expect(terminal.text()).toContain('Filter: uitkomst:blokkeren');
  await terminal.press('escape');
  await terminal.waitFor('/30');
});

it('is completed with Tab, and says what a term does not mean while the list stays', async () => {
  const terminal = await toFilter();
  await terminal.burst('uitk');
  await terminal.press('tab');
  await terminal.waitFor('Uitkomst:');
  await terminal.waitFor('deblokkeren');
  await terminal.burst('bl');
  await terminal.press('tab');
  await terminal.waitFor('2 rijen');
  await terminal.burst(' kleur:rood');
  await terminal.waitFor('kleur:rood: er is geen veld dat zo heet');
  await terminal.waitFor('12345.U01');
});

it('takes over what a row has, and leaving out is then about those rows alone', async () => {
  const terminal = await toFilter();
  await terminal.burst('naam u03');
  await terminal.waitFor('1 rij');
  await terminal.press('enter', '*');
  await terminal.waitFor('Alleen rijen met');
  await terminal.burst('Wordt:*@nieuw');
  await terminal.waitFor('Veld:E-mail');
  await terminal.press('enter');
  await terminal.waitFor('1/1');
  expect(terminal.text()).toContain('Filter: naam u03 Veld:E-mail Wordt:*@nieuw.nl');
  await terminal.press('escape');
  await terminal.waitFor('/30');
  await terminal.press('*');
  await terminal.waitFor('Alleen rijen met');
  await terminal.burst('Wordt:*@nieuw');
  await terminal.press('enter');
  await terminal.waitFor('8 rijen');
  await terminal.press('X');
  await terminal.waitFor('De 8 rijen van het filter weglaten?');
  terminal.look();
  await terminal.press('j');
  await terminal.waitFor('8 rijen weggelaten.');
  expect((await terminal.engine.useCases.answer(1)).run.summary.outcomes.excluded).toBe(8);
});
