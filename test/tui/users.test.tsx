/** Users in the wizard: the list and its filter, one user, the forms of the acts, and undoing what a run did to one. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DirectoryJson } from '../../src/application/directoryJson.js';
import { TypedSecret } from '../../src/tui/shell/typedSecret.js';
import { CONNECTION } from '../support/connection.js';
import { openEngine } from '../support/engine.js';
import { madeFiles } from '../support/engineRows.js';
import { LiveMemory } from '../support/liveMemory.js';
import { openFakeTerminal, type FakeTerminal, type FakeTerminalOptions } from './support/fakeTerminal.js';
import { SMALL_DIRECTORY } from './support/smallDirectory.js';

/** The small directory, in which a user of the test environment is blocked and another has another address. */
const DIRECTORY: DirectoryJson = {
  ...SMALL_DIRECTORY,
  groups: [...(SMALL_DIRECTORY.groups ?? []), { environment: 'T12345AA', code: 'HRM', description: 'Personeelszaken' }],
  persons: [{ environment: 'T12345AA', code: '100001', name: 'Bea Bakker' }],
  users: (SMALL_DIRECTORY.users ?? []).map((user) => {
    if (user.environment !== 'T12345AA') return user;
    if (user.user === '12345.CCC') return { ...user, blocked: true };
    return user.user === '12345.DDD' ? { ...user, email: 'anders@voorbeeld.nl' } : user;
  }),
};

async function atUsers(options: Partial<FakeTerminalOptions> = {}): Promise<FakeTerminal> {
  const terminal = await openFakeTerminal({ directory: DIRECTORY, ...options });
  await toUsers(terminal);
  await terminal.waitFor('12345.AAA');
  return terminal;
}

/** By the first screen. */
async function toUsers(terminal: FakeTerminal): Promise<void> {
  await terminal.press('escape');
  await terminal.waitFor(/Waar wil je verder|Where/u);
  await terminal.press('u');
}

/** Types what is asked for where nothing stands in the way. */
async function confirmed(terminal: FakeTerminal): Promise<void> {
  await terminal.press('enter');
  await terminal.waitFor('Typ ja');
  terminal.look();
  await terminal.press('j', 'a', 'enter');
  await terminal.waitFor('is uitgevoerd');
}

describe('the list of users', () => {
  it.each([
    [60, 20],
    [80, 24],
    [120, 40],
  ])('shows who is where, and what is out of the ordinary, on %i×%i', async (columns, rows) => {
    const terminal = await atUsers({ columns, rows });
    await terminal.waitFor('12 gebruikers');
    // Codes and names are never cut.
    expect(terminal.text()).toMatch(/▸ 12345\.AAA +Naam van AAA .*O·AA/u);
    expect(terminal.text()).toMatch(/12345\.CCC +Naam van CCC .*✗T·AA/u);
    if (columns >= 80) expect(terminal.text()).toMatch(/12345\.DDD +Naam van DDD +≠ ddd@/u);
    for (const line of terminal.text().split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
  });

  it('shows the same without colours, in English', async () => {
    const terminal = await atUsers({ language: 'en', terminal: { colour: false } });
    await terminal.waitFor('12 users');
    await terminal.press('j', 'j');
    await terminal.waitFor('blocked in T12345AA');
    await terminal.press('j');
    await terminal.waitFor('differs in E-mail');
  });

  it('is narrowed as one types, completed with Tab, and left as it was', async () => {
    const terminal = await atUsers();
    await terminal.press('/', ...Array.from('gebl'), 'tab', 'tab');
    await terminal.waitFor('Filter: Geblokkeerd:ja');
    await terminal.waitFor('1 van 12');
    await terminal.waitFor('▸ 12345.CCC');
    await terminal.press('enter', 'enter');
    await terminal.waitFor('Wat er gebeurde');
    await terminal.press('escape');
    await terminal.waitFor('1 van 12');
    await terminal.press('/', 'escape');
    await terminal.waitFor('12 gebruikers');
  });

  it('says what is wrong with a filter, and goes on showing the last that was right', async () => {
    const terminal = await atUsers();
    await terminal.press('/', ...Array.from('bbb'));
    await terminal.waitFor('1 van 12');
    await terminal.press(...Array.from(' kleur:rood'));
    await terminal.waitFor('kleur:rood: er is geen veld dat zo heet');
    await terminal.waitFor('0 van 12');
  });

  it('reads on where it is looked at, forwards and back', async () => {
    const [first] = SMALL_DIRECTORY.users ?? [];
    const users = Array.from({ length: 1500 }, (_, at) => ({
      ...first!,
      user: `12345.U${String(at).padStart(4, '0')}`,
      upn: '',
      groups: [],
      tokens: [],
    }));
    const terminal = await openFakeTerminal({ directory: { environments: SMALL_DIRECTORY.environments!, users } });
    await toUsers(terminal);
    await terminal.waitFor('1.500 gebruikers');
    await terminal.press('end');
    await terminal.waitFor('▸ 12345.U1499');
    for (let screen = 0; screen < 20; screen++) await terminal.press('pageup');
    await terminal.waitFor('▸ 12345.U1319');
    await terminal.press('home');
    await terminal.waitFor(/▸ 12345\.U0000/u);
    for (let screen = 0; screen < 80; screen++) await terminal.press('pagedown');
    await terminal.waitFor('▸ 12345.U0720');
    expect(terminal.text()).toMatch(/1\.500 gebruikers +721/u);
  });

  it('has who is gone from AFAS, told in words, and found by a filter', async () => {
    const there = { '12345.AAA': {}, '12345.BBB': {}, '12345.WEG': { description: 'Weg' } };
    const live = new LiveMemory(there);
    const engine = await openEngine({ directory: DIRECTORY, files: madeFiles(), onDisk: true, live });
    onTestFinished(() => engine.close());
    await engine.store.directory.setEnvironment('T12345AA', { connection: CONNECTION });
    await engine.useCases.pullEnvironment('T12345AA', { acceptShrunk: true });
    live.users = { '12345.AAA': {}, '12345.BBB': {} };
    await engine.useCases.pullEnvironment('T12345AA', { acceptShrunk: true });
    const terminal = await atUsers({ engine });
    expect(terminal.text()).toMatch(/12345\.CCC .*O·AA .*T·AA weg/u);
    await terminal.press('/');
    await terminal.burst('weg:ja user:weg');
    // How many there are is shown before the rows are.
    await terminal.waitFor(/1 van 13[^]*▸ 12345\.WEG +Weg .*T·AA weg/u);
    await terminal.press('enter');
    await terminal.waitFor('weg uit AFAS (T12345AA)');
  });

  it('is sorted, and is of one environment where that is chosen', async () => {
    const terminal = await atUsers();
    await terminal.press('s');
    await terminal.waitFor('Naam↓');
    await terminal.press('E', 'down', 'down', 'down', 'enter');
    await terminal.waitFor('T12345AB › 4 gebruikers');
  });
});

describe('one user', () => {
  it('stands beside themselves in every environment, and is opened from any row', async () => {
    const terminal = await openFakeTerminal({ directory: DIRECTORY });
    await terminal.press('escape');
    await terminal.waitFor('Waar wil je verder');
    await terminal.press('V');
    await terminal.waitFor('12345.DDD');
    await terminal.press('u');
    await terminal.waitFor('Wat er gebeurde');
    expect(terminal.text()).toMatch(/E-mail +ddd@voorbeeld\.nl +anders@voorbeel/u);
    expect(terminal.text()).toMatch(/Omschrijving +Naam van DDD += +=/u);
    await terminal.press('d');
    await terminal.waitFor('INKOOP Inkoop');
    await terminal.press('escape', 'escape');
    await terminal.waitFor('verschilt tussen omgevingen');
  });
});

describe('acts', () => {
  it('ask, complete, and become a plan like any other; what a run did to one user is undone alone', async () => {
    const terminal = await atUsers();
    await terminal.press('v', 'v', '+');
    await terminal.waitFor('2 gekozen gebruikers');
    // Nothing is done before the environment is chosen.
    await terminal.press('enter');
    await terminal.waitFor('Kies eerst de omgeving.');
    await terminal.press('right', 'right');
    await terminal.waitFor('< T12345AA >');
    await terminal.press('down', 'down', ...Array.from('per'));
    await terminal.waitFor('Personeelszaken');
    await terminal.press('tab');
    await terminal.waitFor(/Groep +HRM/u);
    await terminal.press('enter');
    await terminal.waitFor('[Alle 2]');
    // Looked at, and back: the form is as it was, and the plan that it made is replaced.
    await terminal.press('escape');
    await terminal.waitFor(/Groep +HRM/u);
    await terminal.press('enter');
    await terminal.waitFor('[Alle 2]');
    await confirmed(terminal);
    expect((await terminal.engine.useCases.runs({})).map(({ status }) => status)).toEqual(['applied', 'discarded']);
    await terminal.press('enter');
    await terminal.waitFor('12 gebruikers');
    await terminal.press('home', 'enter');
    await terminal.waitFor('+HRM');
    await terminal.press('u');
    await terminal.waitFor('[Alle 1]');
    await terminal.waitFor('12345.AAA');
  });

  it('go with all that the filter shows, and with system users where that is asked', async () => {
    const terminal = await atUsers();
    await terminal.press('/', ...Array.from('omgeving:T12345AB'), 'enter');
    await terminal.waitFor('4 van 12');
    await terminal.waitFor('▸ 12345.AAA');
    await terminal.press('b');
    await terminal.waitFor('Blokkeren');
    await terminal.press(...Array.from({ length: 3 }, () => 'right'), 'down', 'right');
    await terminal.waitFor('alle 4 die het filter toont');
    await terminal.waitFor('Ook systeemgebruikers');
    await terminal.press('enter');
    await terminal.waitFor('[Alle 4]');
  });

  it('send what was changed and nothing else', async () => {
    const terminal = await atUsers();
    await terminal.press('enter');
    await terminal.waitFor('Wat er gebeurde');
    await terminal.press('right', 'c');
    await terminal.waitFor('Gegevens wijzigen');
    await terminal.press('enter');
    await terminal.waitFor('Je hebt nog niets gewijzigd.');
    await terminal.press('ctrl+u', ...Array.from('Nieuwe naam'), 'enter');
    await terminal.waitFor('[Alle 1]');
    await terminal.waitFor('Omschrijving');
    expect(terminal.text()).not.toMatch(/E-mail/u);
  });

  it('show a password as stars, and keep it nowhere', async () => {
    const terminal = await atUsers();
    await terminal.press('enter');
    await terminal.waitFor('Wat er gebeurde');
    await terminal.press('*', ...Array.from('geheim-genoeg-1'), 'down', ...Array.from('geheim-genoeg-2'), 'enter');
    await terminal.waitFor('niet hetzelfde');
    await terminal.press('backspace', '1', 'enter');
    await terminal.waitFor('[Alle 1]');
    expect(terminal.sent()).not.toContain('geheim');
    const secret = new TypedSecret().typed('geheim');
    expect(JSON.stringify({ secret })).not.toContain('geheim');
    expect(secret.hidden('*').text).toBe('******');
  });
});
