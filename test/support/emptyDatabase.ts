/**
 * Databases of this Instroom with nothing in them. Their tables are made once and copied, for making them takes longer
 * than most tests do with them; test/store proves how they are made.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sqlite3 from 'sqlite3';
import { connect } from '../../src/store/connection/connect.js';
import { run } from '../../src/store/rows.js';

/** Beside the temporary folder of the run, with which it goes. */
const TEMPLATE = join(dirname(tmpdir()), 'empty.db');
let template: Promise<string> | undefined;

/** Puts an empty database where there is no file yet. */
export async function makeEmptyDatabase(path: string): Promise<string> {
  await copyFile(await emptyDatabase(), path);
  return path;
}

/** What is opened as `:memory:` during the work has the tables from the beginning. */
export async function inEmptyMemory<Result>(work: () => Promise<Result>): Promise<Result> {
  const path = await emptyDatabase();
  if (!isFilling) fillMemories(path);
  opening++;
  try {
    return await work();
  } finally {
    opening--;
  }
}

function emptyDatabase(): Promise<string> {
  return (template ??= existsSync(TEMPLATE) ? Promise.resolve(TEMPLATE) : made());
}

/** In one piece, for another worker may be making it as well. */
async function made(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'instroom-empty-'));
  const unfinished = join(folder, 'empty.db');
  const { knex } = await connect(':memory:');
  await run(knex, 'vacuum into ?', [unfinished]);
  await knex.destroy();
  await rename(unfinished, TEMPLATE);
  await rm(folder, { recursive: true });
  return TEMPLATE;
}

/** What its types do not tell; pages are copied from a file unless it is said to be the destination. */
interface Backup {
  step(pages: number, done: (error: Error | null) => void): void;
  finish(done: () => void): void;
}
interface Memory extends sqlite3.Database {
  backup(file: string, to: string, from: string, isTo: boolean, done: (error: Error | null) => void): Backup;
}

/** How many are opening one. */
let opening = 0;
let isFilling = false;

/** SQLite fills a database in memory only once it is open, and the store looks at it at once: the driver does it between. */
function fillMemories(path: string): void {
  isFilling = true;
  const fill = (memory: Memory, done: (error: Error | null) => void): void => {
    const copying = memory.backup(path, 'main', 'main', false, (error) => {
      if (error) done(error);
      else copying.step(-1, (failed) => copying.finish(() => done(failed)));
    });
  };
  sqlite3.Database = new Proxy(sqlite3.Database, {
    construct(target, [filename, ...rest]: [string, ...unknown[]]) {
      const opened = rest.pop() as (this: Memory, error: Error | null) => void;
      const isEmpty = filename === ':memory:' && opening > 0;
      return new target(filename, ...(rest as [number]), function (this: Memory, error: Error | null) {
        if (error || !isEmpty) opened.call(this, error);
        else fill(this, (failed) => opened.call(this, failed));
      });
    },
  });
}
