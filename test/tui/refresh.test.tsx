/** A mirror in the wizard: how old it is, and how it is read again. */
import { expect, it } from 'vitest';
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
