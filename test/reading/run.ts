/** `npm run reading [-- --postgres] [--kind TEXT] [--lines N] [--most N]`: ends with 1 where anything is silently wrong, or a false alarm. */
import { parseArgs } from 'node:util';
import { PostgresServer } from '../support/postgres.js';
import { allKinds } from './kinds.js';
import { measure, type Count } from './measure.js';
import { openWorkplace } from './workplace.js';

const { values } = parseArgs({
  options: {
    postgres: { type: 'boolean', default: false },
    kind: { type: 'string', default: '' },
    lines: { type: 'string', default: '5' },
    most: { type: 'string', default: 'Infinity' },
  },
});

const server = values.postgres ? await PostgresServer.start() : undefined;
const counts: Count[] = [];
for (const kind of allKinds) {
  if (!kind.name.includes(values.kind)) continue;
  // A database of its own: plans are kept, and thousands of them make the next one slow.
  const workplace = await openWorkplace(await server?.createDatabase());
  for (const count of await measure(workplace, [kind], { most: Number(values.most) })) {
    counts.push(count);
    tell(count, Number(values.lines));
  }
  await workplace.close();
}
await server?.remove();

const total = (pick: (count: Count) => number): number => counts.reduce((sum, count) => sum + pick(count), 0);
const silent = total((count) => count.silent.length);
const falseAlarms = total((count) => count.falseAlarms.length);
const sums = `${total(({ right }) => right)} right, ${total(({ told }) => told)} told`;
process.stdout.write(
  `\n${total(({ cases }) => cases)} files: ${sums}, ${silent} silently wrong, ${falseAlarms} false alarms\n`,
);
process.exitCode = silent + falseAlarms > 0 ? 1 : 0;

function tell({ kind, honest, cases, right, told, warned, silent, falseAlarms }: Count, lines: number): void {
  const found = honest ? `${falseAlarms.length} false alarms, ${warned} warned` : `${told} told`;
  process.stdout.write(`${kind}: ${cases} files, ${right} right, ${found}, ${silent.length} silently wrong\n`);
  for (const line of [...silent, ...falseAlarms].slice(0, lines)) process.stdout.write(`    ${line}\n`);
}
