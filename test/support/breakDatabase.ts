/** A SQLite database as tests by breaking look at it: from outside, and in a folder that is cleaned away. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import type { DirectoryJson } from '../../src/application/directoryJson.js';
import type { Run } from '../../src/domain/run.js';
import { openStore } from '../../src/store/openStore.js';
import { makeEmptyDatabase } from './emptyDatabase.js';

/** A folder that goes when the test is done. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'instroom-break-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A new database with a directory in it. */
export async function newDatabase(path: string, directory: DirectoryJson): Promise<string> {
  const store = await openStore(await makeEmptyDatabase(path));
  await store.directory.import(directory);
  await store.close();
  return path;
}

/** A database as it is between two runs of the program, without a WAL. */
export async function copyDatabase(from: string, to: string): Promise<string> {
  for (const suffix of ['-wal', '-shm']) await rm(`${to}${suffix}`, { force: true });
  await copyFile(from, to);
  return to;
}

/** The whole directory as text, to compare with. */
export async function exportedDirectory(path: string): Promise<string> {
  const store = await openStore(path);
  try {
    const lines: string[] = [];
    for await (const { items } of store.directory.export()) for (const item of items) lines.push(JSON.stringify(item));
    return lines.join('\n');
  } finally {
    await store.close();
  }
}

/** All runs, latest first. */
export async function runsOf(path: string): Promise<readonly Run[]> {
  const store = await openStore(path);
  try {
    return await store.plans.runs({});
  } finally {
    await store.close();
  }
}

/** The rows of a run as text, to compare with. */
export async function rowsOf(path: string, run: number): Promise<string> {
  const store = await openStore(path);
  try {
    const lines: string[] = [];
    for await (const rows of store.plans.rows(run, {})) for (const row of rows) lines.push(JSON.stringify(row));
    return lines.join('\n');
  } finally {
    await store.close();
  }
}

/** What is wrong with a database: by SQLite's own checks, and by the program's (`db check`). */
export async function faultsOf(path: string): Promise<readonly string[]> {
  const integrity = query<{ integrity_check: string }>(path, 'pragma integrity_check').map(
    (row) => row.integrity_check,
  );
  const dangling = query(path, 'pragma foreign_key_check');
  const store = await openStore(path);
  try {
    const broken = await store.directory.check();
    return [
      ...integrity.filter((line) => line !== 'ok'),
      ...dangling.map((row) => JSON.stringify(row)),
      ...broken.map(({ key, params }) => `${key} ${JSON.stringify(params)}`),
    ];
  } finally {
    await store.close();
  }
}

export function query<Row = Record<string, unknown>>(
  path: string,
  sql: string,
  ...bindings: (string | number)[]
): Row[] {
  const database = new DatabaseSync(path);
  try {
    database.exec('pragma busy_timeout = 15000');
    return database.prepare(sql).all(...bindings) as Row[];
  } finally {
    database.close();
  }
}
