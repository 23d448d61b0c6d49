/** Rows by what they have in common: what a reviewer of a large plan waits for. */
import { directoryFor, fileFor, type Bench, type Measure } from '../bench.js';
import { inChild } from '../child.js';
import { atMost, milliseconds, orientation, seconds } from '../figures.js';
import type { Grouped } from '../tasks/groupRows.js';

const MANY = 100_000;
/** All of one kind. */
const ALIKE = 10_000;

export const kinds: Measure = {
  name: 'kinds',
  async run(bench) {
    const { workplace } = bench;
    const many = await grouped(bench, { file: await workplace.csv(fileFor(MANY)), rows: MANY });
    const alike = await grouped(bench, {
      file: await workplace.csv({ rows: ALIKE, users: ALIKE, unchanged: true }),
      rows: ALIKE,
      users: ALIKE,
      expected: { unchanged: ALIKE },
    });
    return [
      atMost('kinds of change of 100,000 rows', many.kinds, 300, milliseconds),
      ...many.filters
        .slice(0, 1)
        .map(([filter, took]) =>
          atMost(`the slowest of several filters over 100,000 rows, ${filter}`, took, 300, milliseconds),
        ),
      orientation('messages of 100,000 rows', many.messages, milliseconds),
      atMost('leaving out a kind of 10,000 rows', alike.leftOut, 2000, seconds),
      atMost('leaving out 10,000 of 100,000 rows', many.firstLeftOut, 2000, seconds),
      orientation('leaving out the biggest kind of 100,000 rows', many.leftOut, seconds),
    ];
  },
};

interface Order {
  readonly file: string;
  readonly rows: number;
  /** Users that the directory has, half as many as there are rows unless told otherwise. */
  readonly users?: number;
  readonly expected?: { readonly unchanged: number };
}

async function grouped({ workplace }: Bench, { users, ...order }: Order): Promise<Grouped> {
  const size = directoryFor(order.rows);
  const database = await workplace.database({ ...size, users: users ?? size.users });
  await inChild('planAndApply', { database, ...order, apply: false });
  return (await inChild('groupRows', { database })).result;
}
