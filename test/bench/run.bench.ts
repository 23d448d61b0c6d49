/**
 * `npm run bench`: every figure that is promised, beside its floor and its target. Nothing fails here:
 * figures are looked at, and what misses its target is explained in docs/benchmarks.md.
 *
 *     npm run bench                         100,000 rows, a few minutes
 *     npm run bench -- --full               1,000,000 rows and users as well
 *     npm run bench -- --only csv,start     some measures
 *     npm run bench -- --markdown           writes docs/benchmarks.md
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Bench, ROOT, type Measure } from './bench.js';
import { answerTask } from './child.js';
import type { Figure } from './figures.js';
import { machineFacts } from './machine.js';
import { csv } from './measures/csv.js';
import { heap, largeDirectory, million } from './measures/million.js';
import { postgres } from './measures/postgres.js';
import { show } from './measures/show.js';
import { start } from './measures/start.js';
import { wizard } from './measures/wizard.js';
import { xlsx } from './measures/xlsx.js';
import { asText, writeReport } from './report.js';
import { TASKS, type TaskName } from './tasks/index.js';
import { Workplace } from './workplace.js';

const MEASURES: readonly Measure[] = [csv, xlsx, million, heap, largeDirectory, start, show, wizard, postgres];

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    only: { type: 'string' },
    /** In a child: the name of a task, its input being the argument. */
    task: { type: 'string' },
  },
  allowPositionals: true,
});

if (values.task !== undefined) {
  await answerTask(TASKS[values.task as TaskName] as (input: unknown) => Promise<unknown>, process.argv.at(-1) ?? '');
} else {
  const only = values.only?.split(',');
  const wanted = MEASURES.filter(({ name, full }) => (only ? only.includes(name) : values.full || full !== true));
  const figures = await measure(wanted);
  const machine = machineFacts();
  console.log(`\n${asText(figures)}\n\n${machine}`);
  if (values.markdown)
    await writeReport(join(ROOT, 'docs/benchmarks.md'), { figures, machine, form: values.full ? 'full' : 'short' });
}

async function measure(measures: readonly Measure[]): Promise<Figure[]> {
  const workplace = await Workplace.open();
  const bench = new Bench(workplace, values.full);
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
