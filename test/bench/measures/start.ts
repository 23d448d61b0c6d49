import { directoryFor, fileFor, PROGRAM, type Bench, type Measure } from '../bench.js';
import { runProgram } from '../child.js';
import { TARGET } from '../data/directory.js';
import { against, atMost, median, milliseconds } from '../figures.js';

const TIMES = 15;
const ROWS = 20;

/** Whole processes, in turn; the first of each, which may write what it compiled, is not counted. */
export const start: Measure = {
  name: 'start',
  async run(bench) {
    const commands = await commandsOn(bench);
    const times = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));
    for (let time = 0; time <= TIMES; time++) {
      for (const [name, words] of Object.entries(commands)) {
        const { whole } = await runProgram(process.execPath, words);
        if (time > 0) times.get(name)?.push(whole);
      }
    }
    const took = (name: keyof typeof commands): number => median(times.get(name) ?? []);
    return [
      against('`instroom --version`', took('version'), { name: 'bare Node', value: took('bare') }, 1.5, milliseconds),
      atMost(`\`plan\` of ${ROWS} rows, the whole process`, took('plan'), 200, milliseconds),
      atMost('`show RUN`', took('show'), 150, milliseconds),
      atMost('`history`', took('history'), 150, milliseconds),
      atMost('completion of a run', took('completion'), 150, milliseconds),
    ];
  },
};

async function commandsOn({ workplace }: Bench) {
  const file = await workplace.csv(fileFor(ROWS));
  const database = await workplace.database(directoryFor(ROWS));
  const plan = [PROGRAM, 'plan', file, '--env', TARGET, '--type', 'user', '--db', database, '--json'];
  await runProgram(process.execPath, plan);
  return {
    bare: ['--eval', '0'],
    version: [PROGRAM, '--version'],
    plan,
    show: [PROGRAM, 'show', '1', '--db', database],
    history: [PROGRAM, 'history', '--limit', '20', '--db', database],
    completion: [PROGRAM, '__complete', 'zsh', 'show', '--db', database, ''],
  };
}
