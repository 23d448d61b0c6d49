/** A password is asked for at the terminal, and never shown on it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { openTerminal, type TestTerminal } from './harness.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = join(ROOT, 'dist/instroom.js');

it('is typed twice without being seen, mended as it is typed, and given up with Ctrl+C', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'instroom-password-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const database = ['--db', 'data.db'];
  spawnSync(process.execPath, [PROGRAM, ...database, 'directory', 'import', join(ROOT, 'data/directory.json')], {
    cwd: folder,
  });
  const ask = (...words: readonly string[]): TestTerminal =>
    openTerminal({
      args: [PROGRAM, ...database, 'user', 'password', 'BBA', '--env', 'T12345AA', ...words],
      cwd: folder,
      env: { LANG: 'nl_NL.UTF-8' },
    });

  const asked = ask('--yes');
  await asked.waitFor('Nieuw wachtwoord:');
  asked.press('Zeer-geheimX', 'backspace', '-2026', 'enter');
  await asked.waitFor('Nog een keer:');
  asked.press('Zeer-geheim-2026', 'enter');
  expect((await asked.exit).code).toBe(0);
  expect(asked.text()).toContain('wachtwoord wijzigen (met de hand): 12345.BBA');
  expect(asked.text()).not.toContain('geheim');

  const left = ask();
  await left.waitFor('Nieuw wachtwoord:');
  left.press('Zeer-geheim-2026', 'enter');
  await left.waitFor('Nog een keer:');
  left.press('ctrl+c');
  expect((await left.exit).code).toBe(130);
  expect(left.text()).not.toContain('geheim');
});
