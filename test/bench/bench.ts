/** What every measure works with, and the imports that more than one of them asks for. */
import { fileURLToPath } from 'node:url';
import { runProgram } from './child.js';
import { TARGET, type DirectorySize } from './data/directory.js';
import type { ImportSize } from './data/importRows.js';
import { median, type Figure } from './figures.js';
import { loadIntoSqlite } from './floors/bareLoad.js';
import { importInSqlite } from './floors/setBased.js';
import type { Workplace } from './workplace.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const PROGRAM = fileURLToPath(new URL('../../dist/instroom.js', import.meta.url));

export interface Measure {
  readonly name: string;
  /** Whether it is measured in the full form only. */
  readonly full?: boolean;
  run(bench: Bench): Promise<Figure[]>;
}

/** Medians of some imports, each by two whole processes; in milliseconds and bytes. */
export interface ImportTimes {
  readonly plan: number;
  readonly apply: number;
  readonly both: number;
  readonly peak: number;
  /** The same work as set-based SQL, in turn with it; NaN without a shell. */
  readonly floor: number;
  /** The file into a bare table. */
  readonly load: number;
}

/** Half of the rows are about users that are there, in two linked environments. */
export function directoryFor(rows: number): DirectorySize {
  return { environments: 2, users: rows / 2, persons: rows };
}

export function fileFor(rows: number): ImportSize {
  return { rows, users: rows / 2 };
}

/** Half of a file is new users, which a guard would stop. */
const MANY_NEW = ['--max-creates', '100%'];

/** The words of a scripted import, planned and applied at once. */
export function importArgs(file: string, database: string): string[] {
  return ['import', file, '--env', TARGET, '--type', 'user', '--db', database, '--yes', '--json', ...MANY_NEW];
}

/** Plans a file and applies the plan, each by a process of the program; in milliseconds and bytes. */
export async function planThenApply(
  file: string,
  database: string,
): Promise<Pick<ImportTimes, 'plan' | 'apply' | 'both' | 'peak'>> {
  const run = (...args: readonly string[]): ReturnType<typeof runProgram> =>
    runProgram(process.execPath, [PROGRAM, ...args, '--db', database, '--json'], { probed: true });
  const plan = await run('plan', file, '--env', TARGET, '--type', 'user');
  const { run: number } = JSON.parse(plan.output) as { run: number };
  const apply = await run('apply', String(number), ...MANY_NEW);
  return {
    plan: plan.whole,
    apply: apply.whole,
    both: plan.whole + apply.whole,
    peak: Math.max(plan.peak, apply.peak),
  };
}

/** The middle of each of some values. */
export function medians<Key extends string>(runs: readonly Readonly<Record<Key, number>>[]): Record<Key, number> {
  const keys = Object.keys(runs[0] ?? {}) as Key[];
  return Object.fromEntries(keys.map((key) => [key, median(runs.map((run) => run[key]))])) as Record<Key, number>;
}

export class Bench {
  private readonly imports = new Map<number, Promise<ImportTimes>>();

  constructor(
    readonly workplace: Workplace,
    readonly isFull: boolean,
  ) {}

  /** The import of a CSV file, measured once whoever asks for it. */
  csvImport(rows: number): Promise<ImportTimes> {
    const measured = this.imports.get(rows) ?? this.measureImport(rows, rows > 100_000 ? 1 : 3);
    this.imports.set(rows, measured);
    return measured;
  }

  private async measureImport(rows: number, times: number): Promise<ImportTimes> {
    const { workplace } = this;
    const file = await workplace.csv(fileFor(rows));
    const runs: ImportTimes[] = [];
    for (let time = 0; time < times; time++) {
      const load = await loadIntoSqlite(workplace, file);
      const floor = await importInSqlite(workplace, file, await workplace.database(directoryFor(rows)));
      const database = await workplace.database(directoryFor(rows));
      runs.push({ ...(await planThenApply(file, database)), floor: floor ?? NaN, load });
    }
    return medians(runs);
  }
}
