/** `env remove` at a terminal asks first: it cannot be taken back. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { openTerminal, type TestTerminal } from './harness.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = join(ROOT, 'dist/instroom.js');

interface Folder {
  remove(...words: readonly string[]): TestTerminal;
  isThere(): boolean;
}

function sampleDirectory(): Folder {
  const folder = mkdtempSync(join(tmpdir(), 'instroom-remove-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...words: string[]): string => {
    const ended = spawnSync(process.execPath, [PROGRAM, '--db', 'data.db', ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (ended.status !== 0) throw new Error(ended.stderr);
    return ended.stdout;
  };
  run('directory', 'import', join(ROOT, 'data/directory.json'));
  return {
    remove: (...words) =>
      openTerminal({
        args: [PROGRAM, '--db', 'data.db', 'env', 'remove', 'O12345AA', ...words],
        cwd: folder,
        env: { LANG: 'nl_NL.UTF-8' },
      }),
    isThere: () =>
      (
        JSON.parse(run('env', 'list', '--json')) as { environments: { code: string; deleted: boolean }[] }
      ).environments.some(({ code, deleted }) => code === 'O12345AA' && !deleted),
  };
}

it('an environment with users goes when its code is typed, and not otherwise', async () => {
  const directory = sampleDirectory();
  const refused = directory.remove();
  await refused.waitFor('Typ O12345AA om te verwijderen:');
  expect(refused.text()).toContain('(productie)');
  refused.press('ja', 'enter');
  expect((await refused.exit).code).toBe(4);
  expect(refused.text()).toContain('niet verwijderd');
  expect(directory.isThere()).toBe(true);

  const left = directory.remove();
  await left.waitFor('Typ O12345AA om te verwijderen:');
  left.press('ctrl+c');
  expect((await left.exit).code).toBe(130);
  expect(directory.isThere()).toBe(true);

  const typed = directory.remove();
  await typed.waitFor('Typ O12345AA om te verwijderen:');
  typed.press('o12345aa', 'enter');
  expect((await typed.exit).code).toBe(0);
  expect(directory.isThere()).toBe(false);
});

it('--yes asks nothing', async () => {
  const directory = sampleDirectory();
  const terminal = directory.remove('--yes');
  expect((await terminal.exit).code).toBe(0);
  expect(terminal.text()).not.toContain('Typ ');
  expect(directory.isThere()).toBe(false);
});
