/** Loads a file into a bare table, as the shell of each database does: no work on it at all, told as a second floor. */
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { PostgresServer } from '../../support/postgres.js';
import { inChild, runProgram } from '../child.js';
import { COLUMNS } from '../data/importRows.js';
import type { Workplace } from '../workplace.js';
import { isInstalled, LOAD_OPTIONS } from './shells.js';

const HAS_SQLITE = isInstalled('sqlite3');
const HAS_PSQL = isInstalled('psql');

export const SQLITE_LOAD = HAS_SQLITE ? '`sqlite3 .import`' : 'insert from json_each (no `sqlite3` shell here)';
export const POSTGRES_LOAD = HAS_PSQL ? '`psql \\copy`' : 'one insert (no `psql` here)';

/** Into a new database; in milliseconds. */
export async function loadIntoSqlite(workplace: Workplace, file: string): Promise<number> {
  const database = await workplace.clear('bare.db');
  if (!HAS_SQLITE) return (await inChild('bareImport', { database, file })).result;
  const { whole } = await runProgram('sqlite3', [
    database,
    '.mode csv',
    '.separator ; "\\r\\n"',
    `.import '${file}' bare`,
  ]);
  return whole;
}

/** Into a new table; in milliseconds. */
export async function loadIntoPostgres(server: PostgresServer, file: string): Promise<number> {
  await server.query('drop table if exists bare');
  await server.query(`create table bare (${COLUMNS.map((name) => `"${name}" text`).join(', ')})`);
  if (HAS_PSQL) {
    return (await runProgram('psql', [server.url(), '-qc', `\\copy bare from '${file}' ${LOAD_OPTIONS}`])).whole;
  }
  const client = new pg.Client({ connectionString: server.url() });
  await client.connect();
  const started = performance.now();
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n').slice(1);
  const values = COLUMNS.map((_, at) => `value ->> ${at}`).join(', ');
  await client.query(`insert into bare select ${values} from json_array_elements($1::json)`, [
    JSON.stringify(lines.map((line) => line.split(';'))),
  ]);
  await client.end();
  return performance.now() - started;
}
