import { PROGRAM, type Measure } from '../bench.js';
import { runProgram } from '../child.js';
import { against, median, milliseconds } from '../figures.js';

const TIMES = 15;

export const start: Measure = {
  name: 'start',
  async run() {
    const bare: number[] = [];
    const version: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      bare.push((await runProgram(process.execPath, ['--eval', '0'])).whole);
      version.push((await runProgram(process.execPath, [PROGRAM, '--version'])).whole);
    }
    const floor = { name: 'bare Node', value: median(bare) };
    return [against('`instroom --version`', median(version), floor, 1.5, milliseconds)];
  },
};
