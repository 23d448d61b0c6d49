/** The wizard makes a file of a plan for AFAS's own import, and looks later whether it is so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createRunFiles } from '../../src/application/runFiles.js';
import { createOutputFiles } from '../../src/files/writers/outputFiles.js';
import { fileTexts } from '../../src/language/files.js';
import { runFileTexts } from '../../src/presentation/runFileTexts.js';
import { uncertainLines } from '../../src/presentation/runDetail.js';
import { themeOf } from '../../src/presentation/theme.js';
import { CONNECTION } from '../support/connection.js';
import { openEngine } from '../support/engine.js';
import { directoryOf } from '../support/engineDirectory.js';
import { LiveMemory } from '../support/liveMemory.js';
import { madeFiles, planRows } from '../support/engineRows.js';
import { openFakeTerminal } from './support/fakeTerminal.js';
import { SMALL_DIRECTORY } from './support/smallDirectory.js';

it('a plan in the history becomes a file, and its run is looked at from the result', async () => {
  const engine = await openEngine({ directory: SMALL_DIRECTORY, files: madeFiles(), onDisk: true });
  onTestFinished(() => engine.close());
  const row = { user: '12345.BBB', description: 'Bea Nieuw', email: 'bbb@voorbeeld.nl', upn: 'bbb@voorbeeld.nl' };
  await planRows(engine.useCases, { rows: [{ ...row, mutationCode: '1' }] });
  const runFiles = createRunFiles(engine.useCases, async () => createOutputFiles(fileTexts), runFileTexts('nl'));
  const terminal = await openFakeTerminal({
    directory: SMALL_DIRECTORY,
    engine,
    columns: 120,
    atHome: true,
    services: { runFiles },
  });
  await terminal.waitFor('Importeren uit een bestand');
  await terminal.press('H');
  await terminal.waitFor('Gepland ');
  await terminal.press('ctrl+f');
  await terminal.waitFor('Bestand voor de import van AFAS naar:');
  const path = join(engine.folder, 'afas.csv');
  await terminal.press('ctrl+u');
  await terminal.burst(path);
  await terminal.press('enter');
  await terminal.waitFor('Run 1 is aangeleverd voor T12345AA');
  expect(readFileSync(path, 'utf8')).toContain('12345.BBB;1;;Bea Nieuw;bbb@voorbeeld.nl;bbb@voorbeeld.nl;');
  await terminal.press('z');
  await terminal.waitFor(/0 zo, 1 nog niet, 0 anders/u);
  await engine.store.directory.import({
    users: [{ environment: 'T12345AA', user: '12345.BBB', description: 'Bea Nieuw' }],
  });
  await terminal.press('z');
  await terminal.waitFor(/Run 1: 1 zo, 0 nog niet, 0 anders/u);
  await terminal.waitFor('Import 1 in T12345AA is uitgevoerd');
});

it('in a mirror nothing is asked that is refused: guards that are raised go with the file, which waits for its verify', async () => {
  const live = new LiveMemory({ '12345.BBB': { description: 'Bea', email: 'b@x.nl' } });
  const engine = await openEngine({
    directory: directoryOf({ environments: { T12345AA: {} } }),
    files: madeFiles(),
    onDisk: true,
    live,
  });
  onTestFinished(() => engine.close());
  await engine.store.directory.setEnvironment('T12345AA', { connection: CONNECTION });
  engine.clock.now = new Date();
  await engine.useCases.pullEnvironment('T12345AA');
  await planRows(engine.useCases, {
    rows: [{ user: 'BBB', mutationCode: '', description: 'Bea Nieuw', email: 'b@x.nl', upn: '' }],
  });
  const runFiles = createRunFiles(engine.useCases, async () => createOutputFiles(fileTexts), runFileTexts('nl'));
  const terminal = await openFakeTerminal({
    directory: SMALL_DIRECTORY,
    engine,
    columns: 120,
    atHome: true,
    services: { runFiles },
  });
  await terminal.waitFor('verdergaan');
  await terminal.press('H');
  await terminal.waitFor('Gepland ');
  await terminal.press('enter');
  await terminal.waitFor('[Bekijken]');
  await terminal.press('enter');
  await terminal.waitFor('Typ 1');
  terminal.look();
  await terminal.press('1', 'enter');
  await terminal.waitFor('Bestand voor de import van AFAS naar:');
  await terminal.press('escape');
  engine.clock.now = new Date(engine.clock.now.getTime() + 60_000);
  await terminal.waitFor('hier wordt niets uitgevoerd');
  // What the mirror does not tell, and the plan counts on.
  expect(terminal.text()).toContain('Niet bekend is of wie wordt geblokkeerd beheerder van de portal is (1 rij)');
  expect(terminal.text()).not.toContain('Typ ');
  await terminal.press('enter');
  await terminal.waitFor('Bestand voor de import van AFAS naar:');
  await terminal.press('ctrl+u');
  await terminal.burst(join(engine.folder, 'afas.csv'));
  await terminal.press('enter');
  await terminal.waitFor(/Run 2 is aangeleverd: 1 rij.*en controleer\s+de\s+run\./su);
  await terminal.press('z');
  await terminal.waitFor('voordat run 2 is aangeleverd');
  await terminal.press('n', 'escape');
  await terminal.waitFor(/T12345AA.*controleren/u);

  const again = await planRows(engine.useCases, { rows: [{ user: 'BBB', mutationCode: '2', description: 'Bea' }] });
  const theme = themeOf({ language: 'nl', colour: false, unicode: true, screenReader: false });
  const [undecided] = uncertainLines(await engine.useCases.answer(again.run.id), { theme, columns: 200 });
  expect(undecided?.join()).toContain('1 gebruiker van dit plan wijzigt ook in run 2');
  await engine.useCases.discard(again.run.id);

  live.users = { '12345.BBB': { description: 'Bea Nieuw', email: 'b@x.nl', blocked: true } };
  engine.clock.now = new Date(engine.clock.now.getTime() + 60_000);
  await terminal.press('H');
  await terminal.waitFor('3 · import');
  await terminal.press('down');
  await terminal.waitFor('2 · import');
  await terminal.press('z');
  await terminal.waitFor('Nu ophalen, en dan controleren?');
  terminal.look();
  await terminal.press('j');
  await terminal.waitFor(/Run 2: 2 zo, 0 nog niet, 0 anders/u);
});
