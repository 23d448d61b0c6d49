/** A fresh engine for one test: every use case, over its own database, with a clock that a test sets. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../src/application/context.js';
import { createUseCases } from '../../src/application/createUseCases.js';
import type { DirectoryJson } from '../../src/application/directoryJson.js';
import { UserError } from '../../src/application/userError.js';
import type { LiveEnvironments } from '../../src/application/ports/mirror.js';
import type { ImportFiles } from '../../src/application/ports/importFiles.js';
import type { UseCases } from '../../src/application/useCases.js';
import type { PlannedRow } from '../../src/domain/plannedRow.js';
import type { Operator } from '../../src/domain/operator.js';
import { createImportFiles } from '../../src/files/importFiles.js';
import { openStore, type Store } from '../../src/store/openStore.js';
import { inEmptyMemory, makeEmptyDatabase } from './emptyDatabase.js';
import { person } from './people.js';

export interface Engine {
  readonly store: Store;
  readonly useCases: UseCases;
  /** A directory of its own, for files to import. */
  readonly folder: string;
  /** The time that the engine sees. */
  readonly clock: { now: Date };
  /** The same engine in the hands of somebody else. */
  readonly as: (operator: string | Operator) => UseCases;
  /** What its use cases are made of, in the hands of somebody. */
  readonly contextOf: (operator?: string | Operator) => Context;
  /** Its folder goes with it; a second time does nothing. */
  readonly close: () => Promise<void>;
}

export interface EngineOptions {
  readonly directory?: DirectoryJson;
  /** Stands in for the files room. */
  readonly files?: ImportFiles;
  /** Keeps the database in a file of `folder`, so that it can be opened twice; in memory otherwise. */
  readonly onDisk?: boolean;
  /** A file that the database is in, and stays in. */
  readonly path?: string;
  /** When plans are worked out anew in part. */
  readonly inPart?: Context['inPart'];
  /** What mirrors are read from. */
  readonly live?: LiveEnvironments;
  /** By environment, the filter of whom it protects. */
  readonly protect?: Readonly<Record<string, string>>;
}

const OPERATOR = 'jan';

export async function openEngine({
  directory,
  files = createImportFiles(),
  onDisk = false,
  path,
  live,
  inPart,
  protect = {},
}: EngineOptions = {}): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'instroom-engine-'));
  const clock = { now: new Date('2027-01-04T09:00:00Z') };
  const file = path ?? (onDisk ? join(folder, 'engine.db') : ':memory:');
  if (path === undefined && onDisk) await makeEmptyDatabase(file);
  const store = await inEmptyMemory(() => openStore(file, 'make', undefined, () => clock.now));
  if (directory) await store.directory.import(directory);
  const contextOf = (operator: string | Operator = OPERATOR): Context => ({
    ...store,
    files,
    hashPassword: (password) => Promise.resolve(`hash of ${password}`),
    now: () => clock.now,
    operator: typeof operator === 'string' ? person(operator) : operator,
    origin: '',
    ...(live && { live }),
    ...(inPart && { inPart }),
  });
  const as = (operator: string | Operator): UseCases => createUseCases(contextOf(operator));
  const useCases = as(OPERATOR);
  for (const [environment, filter] of Object.entries(protect))
    await useCases.setEnvironment(environment, { protect: filter });
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { store, folder, clock, as, contextOf, useCases, close: () => (closed ??= close()) };
}

export async function rowsOf({ useCases }: Engine, run: number): Promise<PlannedRow[]> {
  const rows: PlannedRow[] = [];
  for await (const chunk of useCases.rows(run, {})) rows.push(...chunk);
  return rows;
}

/** The Stop that something ends in; fails when it ends otherwise. */
export async function stopOf(work: Promise<unknown>): Promise<UserError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('it was not stopped');
}

/** The kind of Stop that something ends in, and the keys of its details. */
export async function stoppedFor(work: Promise<unknown>): Promise<readonly [UserError['kind'], readonly string[]]> {
  const { kind, details } = await stopOf(work);
  return [kind, details.map(({ key }) => key)];
}
