/** Every measure, one after the other: nothing else may run meanwhile. */
import { join } from 'node:path';
import { Bench, ROOT, type Measure } from './bench.js';
import type { Figure } from './figures.js';
import { machineFacts } from './machine.js';
import { csv, unchanged } from './measures/csv.js';
import { kinds } from './measures/kinds.js';
import { heap, largeDirectory, million } from './measures/million.js';
import { postgres } from './measures/postgres.js';
import { show } from './measures/show.js';
import { start } from './measures/start.js';
import { wizard } from './measures/wizard.js';
import { xlsx } from './measures/xlsx.js';
import { asText, writeReport } from './report.js';
import { Workplace } from './workplace.js';

const MEASURES: readonly Measure[] = [
  csv,
  unchanged,
  xlsx,
  million,
  heap,
  largeDirectory,
  start,
  show,
  kinds,
  wizard,
  postgres,
];

export interface BenchOptions {
  readonly full: boolean;
  readonly markdown: boolean;
  /** Names of measures. */
  readonly only: readonly string[] | undefined;
}

export async function measureAll({ full, markdown, only }: BenchOptions): Promise<void> {
  const wanted = MEASURES.filter((measure) => (only ? only.includes(measure.name) : full || measure.full !== true));
  const machine = machineFacts();
  const figures = await figuresOf(wanted, full);
  console.log(`\n${asText(figures)}\n\n${machine}`);
  const form = full ? 'full' : 'short';
  if (markdown) await writeReport(join(ROOT, 'docs/benchmarks.md'), { figures, machine, form });
}

async function figuresOf(measures: readonly Measure[], full: boolean): Promise<Figure[]> {
  const workplace = await Workplace.open();
  const bench = new Bench(workplace, full);
  const figures: Figure[] = [];
  try {
    for (const measured of measures) {
      const started = performance.now();
      figures.push(...(await measured.run(bench)));
      console.error(`${measured.name}: measured in ${Math.round((performance.now() - started) / 1000)} s`);
    }
  } finally {
    await workplace.close();
  }
  return figures;
}
