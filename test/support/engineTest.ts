/** An engine for each test of a file, over the administration of the scenarios unless told otherwise. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { directoryOf, patched, type DirectoryNote, type DirectoryPatch } from './engineDirectory.js';
import { openEngine, type Engine, type EngineOptions } from './engine.js';
import { madeFiles } from './engineRows.js';

async function baseDirectory(): Promise<DirectoryNote> {
  return parse(await readFile(join(import.meta.dirname, '../scenarios/base.yaml'), 'utf8'), {
    merge: true,
  }) as DirectoryNote;
}

/** Closed when the test ends. */
export async function freshEngine(
  patch: DirectoryPatch = {},
  options: Pick<EngineOptions, 'onDisk' | 'inPart' | 'files'> = {},
): Promise<Engine> {
  const engine = await openEngine({
    directory: directoryOf(patched(await baseDirectory(), patch)),
    files: madeFiles(),
    ...options,
  });
  onTestFinished(() => engine.close());
  return engine;
}

/** As many users as asked, to count. */
export function manyUsers(count: number, environment = 'T12345AA'): NonNullable<DirectoryNote['users']> {
  const numbers = Array.from({ length: count }, (_, at) => String(at).padStart(3, '0'));
  return Object.fromEntries(
    numbers.map((number) => [
      `${environment} 12345.M${number}`,
      { description: `Nummer ${number}`, email: `m${number}@voorbeeld.nl`, upn: `m${number}@voorbeeld.nl` },
    ]),
  );
}

/** The row that leaves one of them as it is, but for what is given. */
export function manyRow(at: number, given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const number = String(at).padStart(3, '0');
  return {
    user: `12345.M${number}`,
    description: `Nummer ${number}`,
    email: `m${number}@voorbeeld.nl`,
    upn: `m${number}@voorbeeld.nl`,
    ...given,
  };
}
