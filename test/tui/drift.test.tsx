/** Linked users that differ between environments: seen, brought in line, and seen again. */
import { describe, expect, it } from 'vitest';
import type { DirectoryJson, UserJson } from '../../src/application/directoryJson.js';
import { openFakeTerminal, type FakeTerminal, type FakeTerminalOptions } from './support/fakeTerminal.js';
import { SMALL_DIRECTORY } from './support/smallDirectory.js';

/** The small directory with other values for some users of an environment. */
function drifting(environment: string, values: Readonly<Record<string, Partial<UserJson>>>): DirectoryJson {
  const users = (SMALL_DIRECTORY.users ?? []).map((user) =>
    user.environment === environment ? { ...user, ...values[user.user] } : user,
  );
  return { ...SMALL_DIRECTORY, users };
}

const DRIFT = drifting('T12345AB', {
  '12345.BBB': { email: 'b.b@oud.nl', upn: '' },
  '12345.DDD': { description: 'Naam die hier anders is' },
});

async function atDrift(options: Partial<FakeTerminalOptions> = {}): Promise<FakeTerminal> {
  const terminal = await openFakeTerminal({ directory: DRIFT, atHome: true, ...options });
  await terminal.press('V');
  return terminal;
}

/** Where a text begins on the screen, by line. */
const columnsOf = (terminal: FakeTerminal, text: string): number[] =>
  terminal
    .text()
    .split('\n')
    .map((line) => line.indexOf(text))
    .filter((column) => column >= 0);

describe('drift', () => {
  it.each([
    [80, 24],
    [120, 40],
  ])('shows who differs, in what, and the values below each other on %i×%i', async (columns, rows) => {
    const terminal = await atDrift({ columns, rows });
    await terminal.waitFor('2 gebruikers verschillen tussen omgevingen van één soort');
    expect(terminal.text()).toMatch(/▸ 12345\.BBB {2}Naam van BBB +test +E-mail.*, UPN/u);
    expect(terminal.text()).toMatch(/ {2}12345\.DDD {2}Naam van DDD +test +Omschrijving/u);
    expect(terminal.text()).toMatch(/T12345AA {2}bbb@voorbeeld\.nl\n +T12345AB {2}b\.b@oud\.nl/u);
    expect(terminal.text()).toMatch(/T12345AA {2}bbb@voorbeeld\.nl\n +T12345AB {2}\(leeg\)/u);
    expect(new Set(columnsOf(terminal, 'T12345A')).size).toBe(1);
    expect(terminal.text()).toContain('Enter gelijktrekken');
    await terminal.press('j');
    await terminal.waitFor(/Omschrijving +T12345AA {2}Naam van DDD\n +T12345AB {2}Naam die hier anders is/u);
  });

  it('brings users in line with the environment that is chosen, by a plan like any other', async () => {
    const terminal = await atDrift();
    await terminal.waitFor('2 gebruikers');
    await terminal.press('enter');
    await terminal.waitFor('Welke testomgeving heeft gelijk?');
    await terminal.press('down', 'enter');
    await terminal.waitFor('[Alle 2]');
    expect((await terminal.engine.useCases.runs({}))[0]).toMatchObject({
      kind: 'align',
      environment: 'T12345AB',
      status: 'planned',
    });
    // Looked at and left alone: back to where one came from.
    await terminal.press('escape');
    await terminal.waitFor('2 gebruikers verschillen');
    await terminal.press('escape');
    await terminal.waitFor('Waar wil je verder?');
    await terminal.press('V');
    await terminal.waitFor('2 gebruikers verschillen');
    await terminal.press('enter', 'down', 'enter');
    await terminal.waitFor('[Alle 2]');
    await terminal.press('enter');
    while (!terminal.text().includes('is uitgevoerd')) {
      await terminal.waitFor(/Typ (\d+|ja)/u);
      const asked = /Typ (\d+|ja)/u.exec(terminal.text())?.[1] ?? '';
      terminal.look();
      await terminal.press(...asked, 'enter');
      await terminal.waitFor(/is uitgevoerd|Typ (?:\d+|ja)/u);
    }
    await terminal.press('escape');
    await terminal.waitFor('Waar wil je verder?');
    await terminal.press('V');
    await terminal.waitFor('Gekoppelde gebruikers zijn overal gelijk.');
    await terminal.press('enter');
    await terminal.waitFor('Er is niets gelijk te trekken.');
  });

  it('is about the type of the environment that one stands on', async () => {
    const terminal = await openFakeTerminal({ directory: DRIFT, language: 'en' });
    await terminal.press('enter');
    await terminal.waitFor('▸ │ O12345AA');
    await terminal.press('V');
    await terminal.waitFor('Linked users are the same in all environments of type production.');
    await terminal.press('escape');
    await terminal.waitFor('▸ │ O12345AA');
    await terminal.press('down', 'V');
    await terminal.waitFor('2 users differ between environments of one type');
    await terminal.press('?');
    await terminal.waitFor('bring in line');
  });

  it('reads on where the end comes in sight', async () => {
    const codes = Array.from({ length: 2300 }, (_, index) => `12345.U${String(index).padStart(4, '0')}`);
    const [first] = SMALL_DIRECTORY.users ?? [];
    const users = ['T12345AA', 'T12345AB'].flatMap((environment) =>
      codes.map((code) => ({
        ...first!,
        environment,
        user: code,
        email: `${environment}@voorbeeld.nl`,
        upn: '',
        groups: [],
        tokens: [],
      })),
    );
    const terminal = await atDrift({ directory: { environments: SMALL_DIRECTORY.environments!, users } });
    await terminal.waitFor('Minstens 1.000 gebruikers');
    await terminal.press('G');
    await terminal.waitFor('Minstens 2.000 gebruikers');
    expect(terminal.text()).toContain('▸ 12345.U0999');
    await terminal.press('G');
    await terminal.waitFor('2.300 gebruikers');
    await terminal.press('G');
    await terminal.waitFor('▸ 12345.U2299');
    // The end is known once nothing more was found behind it.
    await terminal.waitFor(/(?<!Minstens )2\.300 gebruikers/u);
  });
});
