/**
 * `npm run bench`: every figure that is promised, beside its floor and its target. Nothing fails here:
 * figures are looked at, and what misses its target is explained in docs/benchmarks.md.
 *
 *     npm run bench                         100,000 rows, a few minutes
 *     npm run bench -- --full               1,000,000 rows and users as well
 *     npm run bench -- --only csv,start     some measures
 *     npm run bench -- --markdown           writes docs/benchmarks.md
 */
import { parseArgs } from 'node:util';
import { answerTask } from './child.js';
import { TASKS, type TaskName } from './tasks/index.js';

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

if (values.task === undefined) {
  const { measureAll } = await import('./measureAll.js');
  await measureAll({ ...values, only: values.only?.split(',') });
} else {
  const task = (await TASKS[values.task as TaskName]()) as (input: unknown) => Promise<unknown>;
  await answerTask(task, process.argv.at(-1) ?? '');
}
