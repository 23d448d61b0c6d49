/** A mirror in the wizard: how old it is, and how it is read again. */
import { expect, it } from 'vitest';
import type { ConnectionRequest } from '../../src/application/ports/afas.js';
import type { UseCases } from '../../src/application/useCases.js';
import { UserError } from '../../src/application/userError.js';
import { CONNECTION } from '../support/connection.js';
import { openEngine, type Engine } from '../support/engine.js';
import { LiveMemory } from '../support/liveMemory.js';
import { openFakeTerminal } from './support/fakeTerminal.js';
import { SMALL_DIRECTORY } from './support/smallDirectory.js';

async function connected(live: LiveMemory): Promise<Engine> {
  const engine = await openEngine({ directory: SMALL_DIRECTORY, live });
  await engine.store.directory.setEnvironment('T12345AA', { connection: CONNECTION });
  return engine;
}

it('says that a connected environment was never pulled, and pulls it on a key', async () => {
  const live = new LiveMemory({ '12345.AAA': { description: 'Aad' }, '12345.ZZZ': { description: 'Zus' } });
  const terminal = await openFakeTerminal({ directory: SMALL_DIRECTORY, engine: await connected(live) });
  await terminal.press('enter');
  await terminal.waitFor('In welke omgeving?');
  await terminal.press('down');
  await terminal.waitFor('Met AFAS verbonden, en nog nooit opgehaald.');
  await terminal.press('F');
  const agree = async (): Promise<void> => {
    await terminal.waitFor('Toch ophalen?');
    expect(terminal.text()).toMatch(/dit is de eerste keer/u);
    terminal.look();
    await terminal.press('j');
    await terminal.waitFor('Typ T12345AA om op te halen:');
  };
  await agree();
  await terminal.burst('nee');
  await terminal.press('enter');
  await terminal.waitFor('Dat is niet T12345AA: er is niets opgehaald.');
  expect((await terminal.engine.useCases.environment('T12345AA')).mirror).toBeUndefined();
  await terminal.press('F');
  await agree();
  await terminal.burst('t12345aa');
  await terminal.press('enter');
  await terminal.waitFor(/T12345AA is opgehaald: 1 gebruiker nieuw/u);
  await terminal.waitFor('Uit AFAS opgehaald: ');
  expect((await terminal.engine.useCases.environment('T12345AA')).mirror?.counts.users).toBe(2);
});

it('has no mirror to read again where nothing is connected', async () => {
  const terminal = await openFakeTerminal({ directory: SMALL_DIRECTORY });
  await terminal.press('enter');
  await terminal.waitFor('In welke omgeving?');
  expect(terminal.text()).not.toContain('AFAS');
  await terminal.press('F');
  await terminal.waitFor('Deze omgeving is niet met AFAS verbonden.');
});

it('shows what an environment is connected to, pulls it there too, and asks where a new connection answers', async () => {
  const engine = await connected(new LiveMemory());
  await engine.store.directory.setEnvironment('T12345AB', {
    connection: { ...CONNECTION, fields: { 'users.email': 'Email_werk' } },
  });
  const terminal = await openFakeTerminal({ directory: SMALL_DIRECTORY, engine, columns: 120, atHome: true });
  await terminal.waitFor('Importeren uit een bestand');
  await terminal.press('o');
  await terminal.waitFor('T12345AB');
  await terminal.press('end');
  for (let at = 0; at < 4 && !terminal.text().includes('Email_werk'); at++) {
    await terminal.press('up');
    await terminal.settled();
  }
  await terminal.waitFor('gebruikers Profit_Users: email = Email_werk');
  expect(terminal.text()).toContain('https://12345.resttest.afas.online');
  await terminal.press('O');
  await terminal.waitFor('Adres van de webservices van T12345AB');
  await terminal.press('enter');
  await terminal.waitFor('Client-id van de OAuth-client voor T12345AB');
  await terminal.press('enter');
  await terminal.waitFor('Waar is het geheim voor T12345AB?');
  // That of the connection that it had is in a variable.
  await terminal.press('enter');
  await terminal.waitFor(/Variabele met het geheim voor T12345AB: AFAS_GEHEIM/u);
  await terminal.press('enter');
  await terminal.waitFor('Hier is niets waarmee een AFAS-omgeving te bereiken is.');
});

it('never shows a secret that is typed, nor one that is given for its place, and makes a file of it', async () => {
  const engine = await connected(new LiveMemory());
  const asked: ConnectionRequest[] = [];
  const useCases: UseCases = {
    ...engine.useCases,
    connectEnvironment: async (environment, request) => {
      asked.push(request);
      if (asked.length === 1) throw new UserError('wrongUse', 'secret.fileExists', { path: '/x' });
      return Promise.resolve({
        planned: null,
        environment,
        connection: { settings: CONNECTION, unknown: [], tokenExpiry: null },
      });
    },
  };
  const secret = 'f00d'.repeat(16);
  const terminal = await openFakeTerminal({
    directory: SMALL_DIRECTORY,
    engine,
    atHome: true,
    services: { useCases },
  });
  await terminal.waitFor('Importeren uit een bestand');
  await terminal.press('o');
  await terminal.waitFor('T12345AB');
  const toSecret = async (...way: readonly string[]): Promise<void> => {
    await terminal.press('O');
    await terminal.waitFor('Adres van de webservices');
    await terminal.press('ctrl+u');
    await terminal.burst(CONNECTION.url);
    await terminal.press('enter');
    await terminal.waitFor('Client-id van');
    await terminal.burst('0123ABCD');
    await terminal.press('enter');
    await terminal.waitFor('Waar is het geheim');
    await terminal.press(...way, 'enter');
  };
  await toSecret();
  await terminal.waitFor('Bestand met het geheim');
  await terminal.burst(secret);
  await terminal.waitFor('****');
  expect(terminal.text()).not.toContain('f00d');
  await terminal.press('enter');
  await terminal.waitFor('Dat lijkt het geheim zelf');

  await toSecret('down', 'down');
  await terminal.waitFor('Het geheim voor');
  await terminal.burst(secret);
  await terminal.waitFor('****');
  expect(terminal.text()).not.toContain('f00d');
  await terminal.press('enter');
  await terminal.waitFor(/Bestand om het geheim in te bewaren: ~\/afas-/u);
  await terminal.press('enter');
  await terminal.waitFor('Bestand om het geheim in te bewaren');
  await terminal.press('enter');
  await terminal.waitFor('is verbonden');
  expect(asked.map((request) => request.secret)).toEqual(
    Array(2).fill({ file: expect.stringMatching(/^~\/afas-.*\.secret$/u), typed: secret }),
  );
});
