import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { PostgresServer } from '../../support/postgres.js';
import { directoryFor, fileFor, type Measure } from '../bench.js';
import { inChild, runProgram } from '../child.js';
import { COLUMNS } from '../data/importRows.js';
import { against, median, megabytes, orientation, rate, seconds } from '../figures.js';
import { isInstalled } from '../floors.js';

const ROWS = 100_000;

export const postgres: Measure = {
  name: 'postgres',
  async run({ workplace, isFull }) {
    const file = await workplace.csv(fileFor(ROWS));
    // As a server is that keeps what it was given: the tests' own settings do not wait for the disk.
    const server = await PostgresServer.start(['fsync=on', 'shared_buffers=128MB']);
    try {
      const filled = await server.createDatabase();
      await inChild('fillDirectory', { database: filled, size: directoryFor(ROWS) });
      const floors: number[] = [];
      const runs = [];
      for (let time = 0; time < (isFull ? 3 : 2); time++) {
        floors.push(await loadBare(server, file));
        const database = await server.createDatabase(filled);
        await server.query('vacuum analyze', database);
        runs.push(await inChild('planAndApply', { database, file, rows: ROWS }));
      }
      const plan = median(runs.map(({ result }) => result.plan));
      const apply = median(runs.map(({ result }) => result.apply));
      const floor = { name: HAS_PSQL ? '`psql \\copy`' : 'one insert (no `psql` here)', value: median(floors) };
      return [
        against('PostgreSQL, 100,000 rows: plan and apply', plan + apply, floor, 10, seconds),
        orientation('plan', (ROWS / plan) * 1000, rate),
        orientation('apply', (ROWS / apply) * 1000, rate),
        orientation('peak memory of both', median(runs.map(({ peak }) => peak)), megabytes),
      ];
    } finally {
      await server.remove();
    }
  },
};

const HAS_PSQL = isInstalled('psql');

/** Loads a file into a bare table; in milliseconds. */
async function loadBare(server: PostgresServer, file: string): Promise<number> {
  await server.query('drop table if exists bare');
  await server.query(`create table bare (${COLUMNS.map((name) => `"${name}" text`).join(', ')})`);
  const options = "with (format csv, delimiter ';', header)";
  if (HAS_PSQL) return (await runProgram('psql', [server.url(), '-qc', `\\copy bare from '${file}' ${options}`])).whole;
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
