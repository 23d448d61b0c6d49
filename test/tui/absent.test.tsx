/** Who is not in the file, in the preview: listed as they are now, looked at one by one, and blocked by a plan that is made again. */
import { expect, it } from 'vitest';
import type { FakeTerminal } from './support/fakeTerminal.js';
import { CODES, DIRECTORY } from './support/manyUsers.js';
import { toMapping, wizardWith } from './support/walk.js';

/** Twenty-eight of thirty users, as they are; the small directory's own are in no row either. */
const FILE = [
  'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN',
  ...CODES.slice(2).map((code) => {
    const small = code.toLowerCase();
    return `12345.${code};1;Naam ${code};${small}@oud.nl;${small}@upn.nl`;
  }),
].join('\r\n');

async function toAbsent(language: 'nl' | 'en' = 'nl'): Promise<FakeTerminal> {
  const terminal = await wizardWith(FILE, { directory: DIRECTORY, language });
  await toMapping(terminal);
  await terminal.press('enter');
  await terminal.waitFor('[Alle 28]');
  await terminal.press('shift+tab');
  await terminal.waitFor('[Niet in bestand ');
  await terminal.waitFor('▸ ');
  return terminal;
}

const planned = async ({ engine: { useCases } }: FakeTerminal): Promise<number> =>
  (await useCases.answer(1)).run.summary.absent?.users ?? 0;

it('lists them with what was changed last; Enter opens the user, and the list is of now', async () => {
  const terminal = await toAbsent();
  const users = await planned(terminal);
  await terminal.waitFor(`1/${users}`);
  expect(terminal.text()).toContain('Geen rij van het bestand noemt deze actieve gebruikers.');
  const { useCases } = terminal.engine;
  const { run } = await useCases.act({ environment: 'T12345AA', act: 'block', users: ['12345.U01'] });
  await useCases.apply({ run: run.id });
  await terminal.press('end');
  await terminal.waitFor('12345.U01 Naam U01: geen run bekend');
  await terminal.press('enter');
  await terminal.waitFor('Wat er gebeurde');
  await terminal.press('escape');
  await terminal.waitFor(`/${users - 1}`);
  await terminal.waitFor(`Dit is de lijst van nu, met ${users - 1} gebruikers.`);
});

it('a filter narrows them; those are then blocked by the plan as it is made again, with their rows', async () => {
  const terminal = await toAbsent();
  await terminal.press('f');
  await terminal.burst('omschrijving~naam');
  await terminal.waitFor('14 gebruikers');
  await terminal.press('enter', 'b');
  await terminal.waitFor('14 gebruikers die niet in het bestand staan');
  await terminal.press('enter');
  await terminal.waitFor('plan 2');
  await terminal.waitFor('Plan 2 blokkeert ook 14 gebruikers');
  const { run } = await terminal.engine.useCases.answer(2);
  expect(run.summary).toMatchObject({ absent: { action: 'block' }, outcomes: { block: 14, unchanged: 28 } });
  expect(run.settings.absent).toEqual({ action: 'block', where: 'omschrijving~naam' });
  expect((await terminal.engine.useCases.answer(1)).run.status).toBe('discarded');
  await terminal.waitFor('geen run bekend die deze gebruiker wijzigde');
  await terminal.press('c');
  await terminal.waitFor('Gebruikers 12345.AAA,');
});
