import { directoryFor, fileFor, importArgs, PROGRAM, type Measure } from '../bench.js';
import { inChild, runProgram } from '../child.js';
import { against, atMost, median, megabytes, seconds } from '../figures.js';

const ROWS = 1_000_000;

export const million: Measure = {
  name: 'million',
  full: true,
  async run(bench) {
    const small = await bench.csvImport(ROWS / 10);
    const large = await bench.csvImport(ROWS);
    return [
      against('1,000,000 rows: plan and apply', large.both, { name: 'at 100,000', value: small.both }, 10.5, seconds),
      atMost('its peak memory', large.peak, 300 * 2 ** 20, megabytes),
    ];
  },
};

const HEAP = 256;

/** Fits, or ends with a complaint of V8. */
export const heap: Measure = {
  name: 'heap',
  full: true,
  async run({ workplace }) {
    const file = await workplace.csv(fileFor(ROWS));
    const database = await workplace.database(directoryFor(ROWS));
    const order = { database, file, rows: ROWS };
    const fits = await inChild('planAndApply', order, [`--max-old-space-size=${HEAP}`]).then(
      () => true,
      () => false,
    );
    return [
      {
        measure: '1,000,000 rows under a fixed heap',
        value: fits ? 'fit' : 'do not fit',
        target: `fit in ${HEAP} MB`,
        met: fits,
      },
    ];
  },
};

const USERS = 100_000;
const ENVIRONMENTS = 10;

/** A small file in a large directory, by the program as it is started. */
export const largeDirectory: Measure = {
  name: 'directory',
  full: true,
  async run({ workplace }) {
    const file = await workplace.csv({ rows: 100, users: USERS });
    const size = { environments: ENVIRONMENTS, users: USERS, persons: USERS + 100 };
    const times: number[] = [];
    for (let time = 0; time < 3; time++) {
      const database = await workplace.database(size);
      times.push((await runProgram(process.execPath, [PROGRAM, ...importArgs(file, database)])).whole);
    }
    return [
      atMost('100 rows into 1,000,000 users in 10 environments, the whole process', median(times), 1000, seconds),
    ];
  },
};
