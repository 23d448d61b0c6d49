import { openTerminal, type TestTerminal } from '../../terminal/harness.js';
import { directoryFor, fileFor, PROGRAM, ROOT, type Bench, type Measure } from '../bench.js';
import { inChild } from '../child.js';
import { against, atMost, bytes, median, milliseconds, orientation, type Figure } from '../figures.js';
import { memoryWhileScrolling } from './scrolling.js';
import { pressAndWait, rowUnderCursor } from './keys.js';
import { otherLists } from './lists.js';
import { visidata, type Peer } from './visidata.js';
import { timePasses } from '../../support/waiting.js';

const ROWS = 100_000;
const STARTS = 7;
const SIZE = { columns: 120, rows: 40 };
/** What waits on the first screen: it is there when the database was asked. */
const WAITS = 'go on';
const HELLO = `${ROOT}test/bench/helloInk.js`;

export const wizard: Measure = {
  name: 'wizard',
  async run(bench) {
    const file = await bench.workplace.csv(fileFor(ROWS));
    const database = await plannedDatabase(bench, file);
    const figures = await firstFrame(database);
    const terminal = await openPreview(database);
    try {
      figures.push(await movingAmongKinds(terminal));
      await toRows(terminal);
      const peer = await visidata(file, SIZE);
      figures.push(...(await moving(terminal, peer)), ...(await otherLists(terminal)), await idle(terminal));
      figures.push(await memoryWhileScrolling(terminal, ROWS));
    } finally {
      await terminal.close();
    }
    return figures;
  },
};

async function plannedDatabase({ workplace }: Bench, file: string): Promise<string> {
  const database = await workplace.database(directoryFor(ROWS));
  await inChild('planAndApply', { database, file, rows: ROWS, apply: false });
  return database;
}

function open(args: readonly string[]): TestTerminal {
  return openTerminal({ args, ...SIZE, cwd: ROOT, env: { NODE_ENV: 'production' } });
}

function openWizard(database: string): TestTerminal {
  return open([PROGRAM, '--db', database, '--lang', 'en']);
}

async function firstFrame(database: string): Promise<Figure[]> {
  const hello: number[] = [];
  const first: number[] = [];
  const whole: number[] = [];
  for (let time = 0; time < STARTS; time++) {
    hello.push(...(await timesUntil(() => open([HELLO]), ['Hello world'])));
    const [header, question] = await timesUntil(() => openWizard(database), ['Instroom', WAITS]);
    first.push(header ?? NaN);
    whole.push(question ?? NaN);
  }
  return [
    against('wizard: first frame', median(first), { name: 'Ink hello world', value: median(hello) }, 1, milliseconds),
    orientation('all of its first screen, with what the database holds', median(whole), milliseconds),
  ];
}

/** How long after its start a program shows each of these. */
async function timesUntil(start: () => TestTerminal, texts: readonly string[]): Promise<number[]> {
  const started = performance.now();
  const terminal = start();
  const times: number[] = [];
  for (const text of texts) {
    await terminal.waitFor(text);
    times.push(performance.now() - started);
  }
  await terminal.close();
  return times;
}

/** Goes on with the plan that is there, into its preview. */
async function openPreview(database: string): Promise<TestTerminal> {
  const terminal = openWizard(database);
  await terminal.waitFor(WAITS);
  for (const key of ['down', 'down', 'down', 'down', 'enter']) {
    terminal.press(key);
    await terminal.settled();
  }
  await terminal.waitFor('[By kind]');
  await terminal.waitFor(FIRST_KIND);
  await terminal.settled(1000);
  return terminal;
}

async function toRows(terminal: TestTerminal): Promise<void> {
  terminal.press('=');
  await terminal.waitFor(() => rowUnderCursor(terminal) === 2);
  await terminal.settled(1000);
}

const FIRST_KIND = / 1\/[\d,]+/u;

/** There and back: each key finds a program that is at rest. */
async function movingAmongKinds(terminal: TestTerminal): Promise<Figure> {
  const times: number[] = [];
  for (const key of [...Array<string>(20).fill('down'), ...Array<string>(20).fill('up')]) {
    const { received } = terminal;
    const started = performance.now();
    terminal.press(key);
    await terminal.waitFor(() => terminal.received > received);
    await terminal.settled(40);
    times.push(terminal.lastReceived - started);
  }
  return atMost(
    `key to screen among their kinds of change, median of ${times.length}`,
    median(times),
    16,
    milliseconds,
  );
}

/** One by one, so that every key finds a program that is at rest. */
async function moving(terminal: TestTerminal, peer: Peer | undefined): Promise<Figure[]> {
  const steps = [];
  for (let time = 0; time < 120; time++) steps.push(await pressAndWait(terminal, 'down'));
  for (let time = 0; time < 20; time++) steps.push(await pressAndWait(terminal, 'up'));
  const leaps = [];
  for (let time = 0; time < 20; time++) leaps.push(await pressAndWait(terminal, 'pagedown'));
  for (const key of ['end', 'home', 'end', 'home']) leaps.push(await pressAndWait(terminal, key));
  const times = [...steps, ...leaps].map(({ took }) => took);
  return [
    beside(`key to screen among 100,000 rows, median of ${times.length}`, median(times), peer?.median, 16),
    beside('key to screen, the slowest', Math.max(...times), peer?.slowest, 50),
    atMost('sent for a move of the cursor at 120×40, median', median(steps.map(({ sent }) => sent)), 400, bytes),
    orientation('sent for a page or a leap, median', median(leaps.map(({ sent }) => sent)), bytes),
  ];
}

/** No slower than VisiData in the same run; where that is not installed, a limit in milliseconds. */
function beside(measure: string, value: number, peer: number | undefined, limit: number): Figure {
  if (peer === undefined) return atMost(measure, value, limit, milliseconds);
  return against(measure, value, { name: 'VisiData', value: peer }, 1, milliseconds);
}

const QUIET = 2000;

async function idle(terminal: TestTerminal): Promise<Figure> {
  await terminal.settled(500);
  const before = terminal.received;
  await timePasses(QUIET);
  return atMost('sent while nothing happens for 2 s', terminal.received - before, 0, bytes);
}
