/** The preview of a larger plan: by kind of change, opened, left out and taken back as one. */
import { expect, it } from 'vitest';
import type { FakeTerminal } from './support/fakeTerminal.js';
import { CODES, DIRECTORY } from './support/manyUsers.js';
import { toMapping, wizardWith } from './support/walk.js';

/** Two users are blocked, one is renamed, eight get another domain, and nineteen stay as they are. */
const FILE = [
  'Gebruiker;Mutatiecode;Nieuwe gebruikerscode;Omschrijving;E-mail;UPN',
  ...CODES.map((code, at) => {
    const small = code.toLowerCase();
    const mutation = at < 2 ? 2 : at === 2 ? 4 : 1;
    const domain = at > 2 && at <= 10 ? 'nieuw.nl' : 'oud.nl';
    return `12345.${code};${mutation};${at === 2 ? 'ANDERS' : ''};Naam ${code};${small}@${domain};${small}@upn.nl`;
  }),
].join('\r\n');

async function toKinds(language: 'nl' | 'en' = 'nl', file = FILE): Promise<FakeTerminal> {
  const terminal = await wizardWith(file, { directory: DIRECTORY, language });
  await toMapping(terminal);
  await terminal.press('enter');
  await terminal.waitFor('[Per soort]');
  await terminal.waitFor('1/4');
  return terminal;
}

const listed = (terminal: FakeTerminal): readonly string[] =>
  terminal
    .text()
    .split('\n')
    .slice(5, 9)
    .map((line) => line.trim().replaceAll(/ {2,}/gu, '  '));

it('a larger plan opens by kind: the rarest first, what changes nothing last, with what looks like no other row', async () => {
  const terminal = await toKinds();
  expect(listed(terminal)).toEqual([
    '▸  1  hernoemen  T12345AA  Naam U02',
    '2  blokkeren  T12345AA  Naam U00',
    '8  E-mail @oud.nl → @nieuw.nl  T12345AA  Naam U03',
    '19  ongewijzigd  Naam U11',
  ]);
  await terminal.waitFor('1 rij lijkt op geen andere');
});

it('a small plan opens with its rows, and its kinds are a key away, and back', async () => {
  const terminal = await wizardWith(FILE.split('\r\n').slice(0, 10).join('\r\n'), { directory: DIRECTORY });
  await toMapping(terminal);
  await terminal.press('enter');
  await terminal.waitFor('Wat er wijzigt');
  await terminal.waitFor('12345.U00');
  expect(terminal.text()).not.toContain('Per soort');
  await terminal.press('=');
  await terminal.waitFor('[Per soort]');
  await terminal.waitFor('E-mail @oud.nl → @nieuw.nl');
  await terminal.press('=');
  await terminal.waitFor('[Alle 9]');
});

it('a kind is opened and closed, and the cursor is on it again', async () => {
  const terminal = await toKinds();
  await terminal.press('down', 'down', 'enter');
  await terminal.waitFor('12345.U03');
  await terminal.waitFor('1/8');
  expect(terminal.text()).not.toContain('12345.U02');
  await terminal.press('escape');
  await terminal.waitFor('▸     8');
  await terminal.waitFor('3/4');
});

it('a kind is left out and taken back as one with one key, in its place', async () => {
  const terminal = await toKinds();
  await terminal.press('down', 'space');
  await terminal.waitFor('2 rijen weggelaten.');
  await terminal.waitFor('▸     2  weggelaten, blokkeren');
  expect((await terminal.engine.useCases.answer(1)).run.summary.outcomes).toMatchObject({ excluded: 2, block: 0 });
  await terminal.press('space');
  await terminal.waitFor('2 rijen teruggenomen.');
  await terminal.waitFor('▸     2  blokkeren');
  expect((await terminal.engine.useCases.answer(1)).run.summary.outcomes).toMatchObject({ excluded: 0, block: 2 });
});

it('a kind of which some rows are left out says how many, and is left out as a whole first', async () => {
  const terminal = await toKinds();
  await terminal.press('down', 'down', 'enter');
  await terminal.waitFor('1/8');
  await terminal.waitFor('12345.U03');
  await terminal.press('space');
  await terminal.waitFor('1 rij weggelaten.');
  await terminal.waitFor('1/8');
  await terminal.press('escape');
  await terminal.waitFor('▸     8  1 weggelaten, E-mail @oud.nl → @nieuw.nl');
  await terminal.press('space');
  await terminal.waitFor('7 rijen weggelaten.');
  await terminal.waitFor('▸     8  weggelaten, E-mail @oud.nl → @nieuw.nl');
});

it('the next that stands out is gone to, also from the end', async () => {
  const terminal = await toKinds();
  await terminal.press('end');
  await terminal.waitFor('4/4');
  await terminal.press(']');
  await terminal.waitFor('▸     1  hernoemen');
});

it('confirming has a key of its own where Enter opens', async () => {
  const terminal = await toKinds();
  await terminal.press('c');
  await terminal.waitFor('[Bevestigen]');
  await terminal.press('escape');
  await terminal.waitFor('[Per soort]');
});

it('is the same in a small terminal, where an example has no room', async () => {
  const terminal = await toKinds();
  await terminal.resize(60, 20);
  await terminal.waitFor('blokkeren');
  expect(terminal.text()).not.toContain('Voorbeeld');
});
