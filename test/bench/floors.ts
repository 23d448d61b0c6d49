/** What others take for the same file: the floors that we are measured against. */
import { spawnSync } from 'node:child_process';
import { inChild, runProgram } from './child.js';
import type { Workplace } from './workplace.js';

export function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

const HAS_SHELL = isInstalled('sqlite3');

export const SQLITE_FLOOR = HAS_SHELL ? '`sqlite3 .import`' : 'insert from json_each (no `sqlite3` shell here)';

/** Loads a file into a bare table of a new database; in milliseconds. */
export async function loadCsv(workplace: Workplace, file: string): Promise<number> {
  const database = await workplace.clear('bare.db');
  if (!HAS_SHELL) return (await inChild('bareImport', { database, file })).result;
  const { whole } = await runProgram('sqlite3', [
    database,
    '.mode csv',
    '.separator ; "\\r\\n"',
    `.import '${file}' bare`,
  ]);
  return whole;
}
