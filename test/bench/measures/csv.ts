import { directoryFor, fileFor, importArgs, medians, PROGRAM, type Measure } from '../bench.js';
import { inChild, runProgram } from '../child.js';
import { against, megabytes, orientation, rate, seconds } from '../figures.js';
import { SQLITE_LOAD } from '../floors/bareLoad.js';
import { SQLITE_FLOOR } from '../floors/setBased.js';

const ROWS = 100_000;

export const csv: Measure = {
  name: 'csv',
  async run(bench) {
    const { plan, apply, both, peak, floor, load } = await bench.csvImport(ROWS);
    const file = await bench.workplace.csv(fileFor(ROWS));
    const database = await bench.workplace.database(directoryFor(ROWS));
    const program = await runProgram(process.execPath, [PROGRAM, ...importArgs(file, database)]);
    return [
      against(
        'CSV, 100,000 rows: `plan` and `apply`, whole processes',
        both,
        { name: SQLITE_FLOOR, value: floor },
        2.5,
        seconds,
      ),
      orientation('plan', (ROWS / plan) * 1000, rate),
      orientation('apply', (ROWS / apply) * 1000, rate),
      orientation('peak memory of both', peak, megabytes),
      orientation(`the file into a bare table, by ${SQLITE_LOAD}`, load, seconds),
      orientation('`instroom import --yes`, the whole process', program.whole, seconds),
    ];
  },
};

/** Planning what changes nothing, beside what reading and deciding alone take. */
export const unchanged: Measure = {
  name: 'unchanged',
  async run({ workplace }) {
    const file = await workplace.csv({ rows: ROWS, users: ROWS, unchanged: true });
    const size = { environments: 2, users: ROWS, persons: ROWS };
    const runs = [];
    for (let time = 0; time < 3; time++) {
      const order = { file, rows: ROWS, expected: { unchanged: ROWS }, apply: false };
      const decided = await inChild('planAndApply', {
        ...order,
        database: await workplace.database(size),
        keep: false,
      });
      const planned = await inChild('planAndApply', { ...order, database: await workplace.database(size) });
      runs.push({ decided: decided.result.plan, planned: planned.result.plan });
    }
    const { decided, planned } = medians(runs);
    return [
      against(
        '100,000 rows that change nothing: plan',
        planned,
        { name: 'reading and deciding alone', value: decided },
        1.5,
        seconds,
      ),
    ];
  },
};
