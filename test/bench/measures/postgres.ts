import { PostgresServer } from '../../support/postgres.js';
import { directoryFor, fileFor, medians, planThenApply, type ImportTimes, type Measure } from '../bench.js';
import { inChild } from '../child.js';
import { against, megabytes, orientation, rate, seconds } from '../figures.js';
import { loadIntoPostgres, POSTGRES_LOAD } from '../floors/bareLoad.js';
import { importInPostgres, POSTGRES_FLOOR } from '../floors/setBased.js';

const ROWS = 100_000;

export const postgres: Measure = {
  name: 'postgres',
  async run({ workplace }) {
    const file = await workplace.csv(fileFor(ROWS));
    // As a server is that keeps what it was given: the tests' own settings do not wait for the disk.
    const server = await PostgresServer.start(['fsync=on', 'shared_buffers=128MB']);
    try {
      const filled = await server.createDatabase();
      await inChild('fillDirectory', { database: filled, size: directoryFor(ROWS) });
      const fresh = async (): Promise<string> => {
        const database = await server.createDatabase(filled);
        await server.query('vacuum analyze', database);
        return database;
      };
      const runs: ImportTimes[] = [];
      for (let time = 0; time < 3; time++) {
        const load = await loadIntoPostgres(server, file);
        const floor = await importInPostgres(workplace, file, await fresh());
        runs.push({ ...(await planThenApply(file, await fresh())), floor: floor ?? NaN, load });
      }
      const { plan, apply, both, peak, floor, load } = medians(runs);
      return [
        against(
          'PostgreSQL, 100,000 rows: `plan` and `apply`, whole processes',
          both,
          { name: POSTGRES_FLOOR, value: floor },
          2,
          seconds,
        ),
        orientation('plan', (ROWS / plan) * 1000, rate),
        orientation('apply', (ROWS / apply) * 1000, rate),
        orientation('peak memory of both', peak, megabytes),
        orientation(`the file into a bare table, by ${POSTGRES_LOAD}`, load, seconds),
      ];
    } finally {
      await server.remove();
    }
  },
};
