/** The first screen: where to go, what waits for whom, and what was done last. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleText } from '../../src/language/samples.js';
import { openEngine, type Engine } from '../support/engine.js';
import { madeFiles, planRows } from '../support/engineRows.js';
import { until } from '../support/waiting.js';
import { openFakeTerminal, type FakeTerminal, type FakeTerminalOptions } from './support/fakeTerminal.js';
import { SMALL_DIRECTORY } from './support/smallDirectory.js';

const DAY = 24 * 60 * 60 * 1000;

const MORE_NAMES = [
  {
    user: '12345.BBB',
    description: 'Bea Nieuw',
    email: 'bbb@voorbeeld.nl',
    upn: 'bbb@voorbeeld.nl',
    mutationCode: '1',
  },
];

async function engineWith(): Promise<Engine> {
  const engine = await openEngine({ directory: SMALL_DIRECTORY, files: madeFiles(), onDisk: true });
  onTestFinished(() => engine.close());
  return engine;
}

function atHome(engine: Engine, options: Partial<FakeTerminalOptions> = {}): Promise<FakeTerminal> {
  return openFakeTerminal({ directory: SMALL_DIRECTORY, engine, atHome: true, ...options });
}

describe('the first screen', () => {
  it('has no heading of what is not there', async () => {
    const terminal = await atHome(await engineWith());
    await terminal.waitFor('Importeren uit een bestand');
    expect(terminal.text()).not.toMatch(/Wacht op|Laatst uitgevoerd/u);
    expect(terminal.text()).toMatch(/Enter openen.*q stoppen/su);
  });

  it.each([
    [80, 24],
    [60, 20],
    [120, 40],
  ])('tells plans apart by what they wait for on %i×%i, and never cuts that', async (columns, rows) => {
    const engine = await engineWith();
    const { run } = await planRows(engine.useCases, { rows: MORE_NAMES });
    await engine.useCases.apply({ run: run.id });
    await engine.useCases.undo(run.id);
    await engine.as('piet').setEnvironment('A12345AA', { approval: 'none' });
    await engine.useCases.setEnvironment('A12345AA', { approval: 'none', name: 'Anders' });
    const terminal = await atHome(engine, { columns, rows });
    await terminal.waitFor('Laatst uitgevoerd');
    await terminal.waitFor('Wacht op een ander');
    const lines = terminal.text().split('\n');
    expect(lines.find((line) => line.includes('plan 3'))).toMatch(/A12345AA +instellingen.* goedkeuren \(van piet\)$/u);
    expect(lines.find((line) => line.includes('plan 2'))).toMatch(/T12345AA +terugdraaien.* uitvoeren$/u);
    const others = lines.findIndex((line) => line.includes('Wacht op een ander'));
    expect(lines[others + 1]).toMatch(/plan 4 +A12345AA +instel.* goedkeuring \(jan plande\)$/u);
  });

  it('says that a plan has expired, and discards it with D', async () => {
    const engine = await engineWith();
    await planRows(engine.useCases, { rows: MORE_NAMES });
    engine.clock.now = new Date(engine.clock.now.getTime() + 8 * DAY);
    const terminal = await atHome(engine);
    await terminal.waitFor(/plan 1 .*verlopen/u);
    await terminal.press('end');
    await terminal.waitFor('D plan weggooien');
    await terminal.press('D');
    await terminal.waitFor('Plan 1 weggooien?');
    terminal.look();
    await terminal.press('j');
    await terminal.waitFor('Plan 1 is weggegooid.');
    await until('no plan waits', () => !terminal.text().includes('Wacht op jou'));
  });

  it('leads to choosing the type and back, in English', async () => {
    const terminal = await atHome(await engineWith(), { language: 'en' });
    await terminal.press('i');
    await terminal.waitFor('What do you want to import?');
    await terminal.press('escape');
    await terminal.waitFor('Where do you want to go?');
  });

  it('keeps no undo that was looked at and left alone, and keeps one that was taken to confirming', async () => {
    const engine = await engineWith();
    const { run } = await planRows(engine.useCases, { rows: MORE_NAMES });
    await engine.useCases.apply({ run: run.id });
    const terminal = await atHome(engine);
    await terminal.press('h');
    await terminal.waitFor(/· (import|terugdraaien)/u);
    await terminal.press('u');
    await terminal.waitFor('[Alle 1]');
    await terminal.press('escape');
    await terminal.waitFor('Plan 2 is weggegooid');
    await terminal.waitFor(/▸ │ +2 /u);
    await terminal.press('down');
    await terminal.waitFor(/▸ │ +1 /u);
    await terminal.press('u');
    await terminal.waitFor('[Alle 1]');
    await terminal.press('enter');
    await terminal.waitFor('Dit draait run 1 terug');
    await terminal.press('escape');
    await terminal.waitFor('[Alle 1]');
    await terminal.press('escape');
    await terminal.waitFor(/· (import|terugdraaien)/u);
    expect((await engine.useCases.runs({})).map(({ status }) => status)).toEqual(['planned', 'discarded', 'applied']);
  });
});

describe('the demo', () => {
  it('says that it is thrown away, and begins among the samples, each with what it shows', async () => {
    const engine = await engineWith();
    writeFileSync(join(engine.folder, 'alle-mutatiecodes.csv'), 'Gebruiker\n');
    const terminal = await atHome(engine, { demo: { samples: './' } });
    await terminal.waitFor('weggegooid als je stopt');
    await terminal.press('i', 'enter');
    await terminal.waitFor('▸ │ O12345AA');
    await terminal.press('enter');
    await terminal.waitFor(/alle-mutatiecodes\.csv +begin hier/u);
  });

  it('knows every sample that there is, in the width of a screen', () => {
    const folder = fileURLToPath(new URL('../../samples', import.meta.url));
    for (const name of readdirSync(folder)) {
      const text = sampleText(name);
      expect(Math.max(text?.nl.length ?? 99, text?.en.length ?? 99), name).toBeLessThan(52);
    }
  });
});
