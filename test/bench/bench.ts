/** What every measure works with, and the imports that more than one of them asks for. */
import { fileURLToPath } from 'node:url';
import { inChild } from './child.js';
import { TARGET, type DirectorySize } from './data/directory.js';
import type { ImportSize } from './data/importRows.js';
import { median, type Figure } from './figures.js';
import { loadCsv } from './floors.js';
import type { Workplace } from './workplace.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const PROGRAM = fileURLToPath(new URL('../../dist/instroom.js', import.meta.url));

export interface Measure {
  readonly name: string;
  /** Whether it is measured in the full form only. */
  readonly full?: boolean;
  run(bench: Bench): Promise<Figure[]>;
}

/** Medians of some imports; in milliseconds and bytes. */
export interface ImportTimes {
  readonly plan: number;
  readonly apply: number;
  readonly both: number;
  readonly peak: number;
  /** Processor time of both, with the start of the process. */
  readonly cpu: number;
  /** What the sqlite3 shell, or what stands in for it, takes for the same file. */
  readonly floor: number;
}

/** Half of the rows are about users that are there, in two linked environments. */
export function directoryFor(rows: number): DirectorySize {
  return { environments: 2, users: rows / 2, persons: rows };
}

export function fileFor(rows: number): ImportSize {
  return { rows, users: rows / 2 };
}

/** The words of a scripted import, planned and applied at once. */
export function importArgs(file: string, database: string): string[] {
  return ['import', file, '--env', TARGET, '--type', 'user', '--db', database, '--yes', '--json'];
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
      const floor = await loadCsv(workplace, file);
      const database = await workplace.database(directoryFor(rows));
      const { result, peak, cpu } = await inChild('planAndApply', { database, file, rows });
      runs.push({ ...result, both: result.plan + result.apply, peak, cpu, floor });
    }
    const middle = (key: keyof ImportTimes): number => median(runs.map((run) => run[key]));
    return {
      plan: middle('plan'),
      apply: middle('apply'),
      both: middle('both'),
      peak: middle('peak'),
      cpu: middle('cpu'),
      floor: middle('floor'),
    };
  }
}
