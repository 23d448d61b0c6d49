import { createUseCases } from '../../../src/application/createUseCases.js';
import { readRowFilter } from '../../../src/application/readFilter.js';
import { CHANGING } from '../../../src/domain/outcomes.js';
import { createImportFiles } from '../../../src/files/importFiles.js';
import { openStore } from '../../../src/store/openStore.js';
import { hashPassword } from '../../../src/system/hashPassword.js';
import { keepYoungHeapSmall } from '../../../src/system/keepHeapSmall.js';
import { person } from '../../support/people.js';
import { median } from '../figures.js';

const TIMES = 5;

/** Rows that are left out of those that do something. */
const FIRST = 10_000;

export interface Grouped {
  readonly kinds: number;
  readonly messages: number;
  /** What leaving out rows takes: those of the biggest kind, and then the first of all others. */
  readonly leftOut: number;
  readonly firstLeftOut: number;
  /** Each filter with what it takes, the slowest first. */
  readonly filters: readonly (readonly [filter: string, took: number])[];
}

/** What stands in a column, what the user has, and what changes. */
const FILTERS = [
  'outcome:update',
  'jansen',
  'omschrijving~an -geblokkeerd:ja',
  'group:INKOOP',
  'message:*_CLEARED',
  'field:email',
  'field:email to~@',
  'to~a',
  '-from~z env:T*',
];

/** What a reviewer waits for, of a plan that is there; in milliseconds, medians but for leaving out. */
export async function groupRows({ database }: { database: string }): Promise<Grouped> {
  const store = await openStore(database);
  const files = createImportFiles();
  const useCases = createUseCases({
    ...store,
    files,
    hashPassword,
    now: () => new Date(),
    operator: person('bench'),
    origin: '',
  });
  keepYoungHeapSmall();
  const timed = async (act: () => Promise<unknown>, times = TIMES): Promise<number> => {
    const took: number[] = [];
    for (let time = 0; time < times; time++) {
      const started = performance.now();
      await act();
      took.push(performance.now() - started);
    }
    return median(took);
  };
  // They are kept once they were asked for.
  const kinds = await timed(() => useCases.kinds(1), 1);
  const messages = await timed(() => useCases.messages(1));
  const filters: [string, number][] = [];
  for (const filter of FILTERS) {
    const where = readRowFilter(filter);
    filters.push([filter, await timed(() => useCases.countRows(1, { where }), 3)]);
  }
  filters.sort(([, one], [, other]) => other - one);
  const biggest = (await useCases.kinds(1)).kinds.at(-1);
  if (!biggest) throw new Error('a plan without kinds');
  const leaveOut = async (): Promise<void> => {
    await useCases.exclude(1, { out: await useCases.rowsOfKinds(1, [biggest.kind]) });
  };
  const leftOut = await timed(leaveOut, 1);
  const others = (await useCases.rowNumbers(1, { outcome: CHANGING })).slice(0, FIRST);
  const firstLeftOut = await timed(() => useCases.exclude(1, { out: [...others] }), 1);
  await files.close();
  await store.close();
  return { kinds, messages, leftOut, firstLeftOut, filters };
}
