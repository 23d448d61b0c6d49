import { directoryFor, fileFor, importArgs, PROGRAM, type Measure } from '../bench.js';
import { runProgram } from '../child.js';
import { against, atLeast, megabytes, orientation, rate, seconds } from '../figures.js';
import { SQLITE_FLOOR } from '../floors.js';

const ROWS = 100_000;

export const csv: Measure = {
  name: 'csv',
  async run(bench) {
    const { plan, apply, both, peak, cpu, floor } = await bench.csvImport(ROWS);
    const file = await bench.workplace.csv(fileFor(ROWS));
    const database = await bench.workplace.database(directoryFor(ROWS));
    const program = await runProgram(process.execPath, [PROGRAM, ...importArgs(file, database)]);
    return [
      against('CSV, 100,000 rows: plan and apply', both, { name: SQLITE_FLOOR, value: floor }, 10, seconds),
      atLeast('plan', (ROWS / plan) * 1000, 40_000, rate),
      atLeast('apply', (ROWS / apply) * 1000, 40_000, rate),
      orientation('peak memory of both', peak, megabytes),
      orientation('processor time of both, on all threads', cpu, seconds),
      orientation('`instroom import --yes`, the whole process', program.whole, seconds),
    ];
  },
};
