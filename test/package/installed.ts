/** An installed program, used as an administrator does. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BUILD = join(ROOT, 'build');

export const { version: VERSION } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, with nothing of our own environment but what is given. */
export function ended(words: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = ROOT): Ended {
  const [command = '', ...rest] = words;
  const { status, stdout, stderr, error } = spawnSync(command, rest, { cwd, env, encoding: 'utf8' });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** Runs a command that has to end well; its stdout. */
export function done(words: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = ROOT): string {
  const { status, stdout, stderr } = ended(words, env, cwd);
  expect({ status, stderr: status === 0 ? '' : stderr }, words.join(' ')).toEqual({ status: 0, stderr: '' });
  return stdout;
}

/** A folder that goes with the test. */
export function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'instroom-package-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Asks for the versions, plays the demo, plans and applies an import on SQLite and writes a workbook: every package that
 * comes along is loaded.
 * @param instroom how it is started
 * @param files the folder with its `data` and `samples`
 */
export function useInstalled(instroom: readonly string[], files: string, env: Readonly<Record<string, string>>): void {
  const folder = folderOfTest();
  const typed = (...words: readonly string[]): string[] => [...instroom, ...words];
  const own = { HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8', ...env, INSTROOM_DB: join(folder, 'instroom.db') };
  expect(done(typed('--version'), own)).toBe(`${VERSION}\n`);
  for (const shell of ['bash', 'zsh', 'fish']) expect(done(typed('completion', shell), own)).toContain('instroom');
  expect(JSON.parse(done(typed('version', '--json'), own))).toMatchObject({
    version: VERSION,
    sqlite: expect.stringMatching(/^3\./u) as string,
  });
  expect(done(typed('demo'), own)).toContain('instroom undo 1');
  done(typed('directory', 'import', join(files, 'data/directory.json')), own);
  const sample = join(files, 'samples/alle-mutatiecodes.csv');
  expect(ended(typed('plan', sample, '--env', 'T12345AA', '--type', 'user'), own).status).toBe(3);
  const applied = ended(typed('apply', '1', '--accept-empty-code', '--json'), own);
  expect(JSON.parse(applied.stdout)).toMatchObject({ run: 1, status: 'applied' });
  done(typed('template', 'user', '-o', join(folder, 'users.xlsx'), '--env', 'T12345AA', '--with-users'), own);
  expect(readFileSync(join(folder, 'users.xlsx')).subarray(0, 2).toString()).toBe('PK');
  // No server answers there: that it is asked is enough to know that its driver is here.
  expect(ended(typed('env', 'list', '--db', 'postgres://a@127.0.0.1:1/none'), own).stderr).toContain('127.0.0.1');
}
