/** Drift on a real pty; its screens are kept in screens/ and shown in docs/wizard.md. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import type { DirectoryJson, UserJson } from '../../src/application/directoryJson.js';
import { openTerminal, type TerminalOptions, type TestTerminal } from './harness.js';
import { gone } from './wizardSteps.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = join(ROOT, 'dist/instroom.js');

/** What stands otherwise in T12345AB than in T12345AA. */
const ELSEWHERE: Readonly<Record<string, Partial<UserJson>>> = {
  '12345.BBA': { email: 'b.bakker@oudedomein.nl', upn: '' },
  '12345.MWI': { description: 'Marieke Bakker-de Wit' },
};

/** The sample directory, in which users drift. */
function startWizard(options: TerminalOptions): TestTerminal {
  const folder = mkdtempSync(join(tmpdir(), 'instroom-drift-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const sample = JSON.parse(readFileSync(join(ROOT, 'test/scenarios/samples/directory.json'), 'utf8')) as DirectoryJson;
  const users = (sample.users ?? []).map((user) =>
    user.environment === 'T12345AB' ? { ...user, ...ELSEWHERE[user.user] } : user,
  );
  writeFileSync(join(folder, 'directory.json'), JSON.stringify({ ...sample, users }));
  const { status, stderr } = spawnSync(
    process.execPath,
    [PROGRAM, '--db', 'data.db', 'directory', 'import', 'directory.json'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return openTerminal({ args: [PROGRAM, '--db', 'data.db'], cwd: folder, ...options });
}

it('shows who differs between environments, and plans how they follow one of them', async () => {
  const terminal = startWizard({ env: { LANG: 'nl_NL.UTF-8' } });
  await terminal.waitFor('Importeren uit een bestand');
  terminal.press('V');
  await terminal.waitFor('2 gebruikers verschillen');
  await terminal.snapshot('10-drift');
  terminal.press('enter');
  await terminal.waitFor('Welke testomgeving heeft gelijk?');
  terminal.press('enter');
  await terminal.waitFor('[Alle 2]');
  // Counted after the first rows: nobody loses anything.
  await terminal.waitFor(gone('Gewist …'));
  await terminal.waitFor('b.bakker@oudedomein.nl →');
  await terminal.snapshot('10-drift-plan');
  terminal.press('escape');
  await terminal.waitFor('2 gebruikers verschillen');
});

it('uses a wide screen, in English', async () => {
  const terminal = startWizard({ columns: 120, rows: 40, env: { LANG: 'en_GB.UTF-8' } });
  await terminal.waitFor('Import from a file');
  terminal.press('i');
  await terminal.waitFor('What do you want to import?');
  terminal.press('enter');
  await terminal.waitFor('▸ │ O12345AA');
  terminal.press('V');
  await terminal.waitFor('Linked users are the same in all environments of type production.');
  terminal.press('escape');
  await terminal.waitFor('▸ │ O12345AA');
  terminal.press('end');
  await terminal.waitFor('▸ │ A12345AA');
  terminal.press('up');
  await terminal.waitFor('▸ │ T12345AB');
  terminal.press('V');
  await terminal.waitFor('2 users differ');
  await terminal.snapshot('10-drift-wide');
  expect(terminal.text()).toMatch(/T12345AA {2}bea\.bakker@voorbeeld\.nl\n +T12345AB {2}b\.bakker@oudedomein\.nl/u);
});
