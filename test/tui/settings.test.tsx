/** Plans of settings in the wizard: listed by kind, looked at and approved where they are confirmed. */
import { expect, it } from 'vitest';
import { openEngine } from '../support/engine.js';
import { openFakeTerminal, type FakeTerminal } from './support/fakeTerminal.js';
import { SMALL_DIRECTORY } from './support/smallDirectory.js';

/** An environment of the directory that asks for a second person. */
const ASKING = 'A12345AA';

/** At the first screen, with a plan of somebody else that ends approval. */
async function begun(): Promise<FakeTerminal> {
  const engine = await openEngine({ directory: SMALL_DIRECTORY, onDisk: true });
  await engine.as('piet').setEnvironment(ASKING, { approval: 'none', name: 'Anders' });
  const terminal = await openFakeTerminal({ directory: SMALL_DIRECTORY, engine, atHome: true });
  await terminal.waitFor('goedkeuren (van piet)');
  return terminal;
}

it('is approved and applied where it is confirmed, and taken back from there', async () => {
  const terminal = await begun();
  expect(terminal.text()).toMatch(/plan 1 +A12345AA +instellingen +goedkeuren \(van piet\)/u);
  await terminal.press('end', 'enter');
  await terminal.waitFor(/Goedkeuring: tweede persoon . geen/u);
  expect(terminal.text()).toContain('Instellingen van A12345AA');
  expect(terminal.text()).not.toContain('Grenzen');
  await terminal.press('a');
  await terminal.waitFor('Typ het nummer van de run');
  terminal.look();
  await terminal.press('1', 'enter');
  await terminal.waitFor('Dit wijzigt de instellingen van A12345AA');
  terminal.look();
  await terminal.press('j', 'a', 'enter');
  await terminal.waitFor('zijn gewijzigd (run 1)');
  expect(terminal.text()).toMatch(/Goedkeuring: tweede persoon . geen/u);
  const found = (await terminal.engine.useCases.environments()).find(({ code }) => code === ASKING);
  expect(found).toMatchObject({ approval: 'none', name: 'Anders' });
  await terminal.press('u');
  await terminal.waitFor(/Goedkeuring: geen . tweede persoon/u);
  expect(terminal.text()).toContain('Terugdraaien van run 1');
  terminal.look();
  await terminal.press('j', 'a', 'enter');
  await terminal.waitFor('zijn gewijzigd (run 2)');
  await terminal.press('q');
  const { lines } = await terminal.end;
  expect(lines.join('\n')).toMatch(/Goedkeuring: tweede persoon → geen[\s\S]*Goedkeuring: geen → tweede persoon/u);
});

it('has no rows to plan again, and goes back to where it was opened', async () => {
  const terminal = await begun();
  await terminal.engine.as('an').approve({ run: 1 });
  await terminal.press('H');
  await terminal.waitFor('instellingen');
  await terminal.press('enter');
  await terminal.waitFor('Dit wijzigt de instellingen van A12345AA');
  await terminal.press('ctrl+p');
  await terminal.waitFor('heeft geen rijen');
  await terminal.press('escape');
  await terminal.waitFor(/1 · instellingen/u);
});
