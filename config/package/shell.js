// @ts-check
/** Programs of the system that make packages. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a program to its end; answers its stdout, throws what it said where it failed.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function run(command, words, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    cwd: ROOT,
    maxBuffer: 64 * 1024 * 1024,
    ...options,
    encoding: 'utf8',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${status}:\n${stderr || stdout}`);
  return stdout;
}

/** @param {string} command */
export function isThere(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}
