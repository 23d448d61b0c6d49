import { readFile } from 'node:fs/promises';
import sqlite3 from 'sqlite3';
import { COLUMNS } from '../data/importRows.js';

const ROWS_AT_ONCE = 20_000;

/** Stands in for the `.import` of the sqlite3 shell where there is no shell. In milliseconds. */
export async function bareImport({ database, file }: { database: string; file: string }): Promise<number> {
  const started = performance.now();
  const handle = new sqlite3.Database(database);
  const run = (sql: string, values: unknown[] = []): Promise<void> =>
    new Promise((resolve, reject) =>
      handle.run(sql, values, (error: Error | null) => (error ? reject(error) : resolve())),
    );
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n').slice(1);
  await run(`create table bare (${COLUMNS.map((name) => `"${name}" text`).join(', ')})`);
  await run('begin');
  const values = COLUMNS.map((_, at) => `value ->> ${at}`).join(', ');
  for (let from = 0; from < lines.length; from += ROWS_AT_ONCE) {
    const rows = lines.slice(from, from + ROWS_AT_ONCE).map((line) => line.split(';'));
    await run(`insert into bare select ${values} from json_each(?)`, [JSON.stringify(rows)]);
  }
  await run('commit');
  await new Promise<void>((resolve) => handle.close(() => resolve()));
  return performance.now() - started;
}
