import { directoryFor, fileFor, PROGRAM, type Bench, type Measure } from '../bench.js';
import { inChild, runProgram, type Program } from '../child.js';
import { against, megabytes, milliseconds, orientation, seconds } from '../figures.js';

const FEW = 1_000;
const MANY = 100_000;

/** That it streams shows in what does not grow with the rows. */
export const show: Measure = {
  name: 'show',
  async run(bench) {
    const few = await showRows(bench, FEW);
    const many = await showRows(bench, MANY);
    const first = { name: 'at 1,000 rows', value: few.first };
    const peak = { name: 'at 1,000 rows', value: few.peak };
    return [
      against('`show RUN --rows --json`, 100,000 rows: first line', many.first, first, 1.5, milliseconds),
      against('its peak memory, while the reader stands still for a second', many.peak, peak, 1.5, megabytes),
      orientation('until the last line, without that second', many.whole - PAUSE, seconds),
    ];
  },
};

const PAUSE = 1_000;

async function showRows({ workplace }: Bench, rows: number): Promise<Program> {
  const file = await workplace.csv(fileFor(rows));
  const database = await workplace.database(directoryFor(rows));
  await inChild('planAndApply', { database, file, rows, apply: false });
  const args = [PROGRAM, 'show', '1', '--rows', '--json', '--db', database];
  return runProgram(process.execPath, args, { probed: true, pause: PAUSE });
}
