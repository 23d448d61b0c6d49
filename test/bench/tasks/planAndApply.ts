import { createUseCases } from '../../../src/application/createUseCases.js';
import type { PlanStore, PlanWriter, Reach } from '../../../src/application/ports/planStore.js';
import { STANDARD_DEFAULTS } from '../../../src/domain/fields.js';
import type { OutcomeCounts } from '../../../src/domain/outcomes.js';
import { createImportFiles } from '../../../src/files/importFiles.js';
import { openStore } from '../../../src/store/openStore.js';
import { hashPassword } from '../../../src/system/hashPassword.js';
import { keepYoungHeapSmall } from '../../../src/system/keepHeapSmall.js';
import { TARGET } from '../data/directory.js';
import { person } from '../../support/people.js';

export interface Order {
  readonly database: string;
  readonly file: string;
  readonly rows: number;
  /** What the rows come to; half is new and half is changed unless told otherwise. */
  readonly expected?: Readonly<Partial<OutcomeCounts>>;
  /** Whether the plan is applied as well; yes unless told otherwise. */
  readonly apply?: boolean;
  /** Whether the rows are stored; without it they are read and decided, and nothing is kept. Yes unless told otherwise. */
  readonly keep?: boolean;
}

/** What a person waits for, from the file to the plan and from the plan to its end; in milliseconds. */
export async function planAndApply({
  database,
  file,
  rows,
  expected = { create: rows / 2, update: rows / 2 },
  apply = true,
  keep = true,
}: Order): Promise<{ plan: number; apply: number }> {
  const store = await openStore(database);
  const files = createImportFiles();
  const useCases = createUseCases({
    ...store,
    plans: keep ? store.plans : { ...store.plans, begin: (reach) => keepNothing(store.plans, reach) },
    files,
    hashPassword,
    now: () => new Date(),
    operator: person('bench'),
    origin: '',
  });
  // As the program does once its services are open.
  keepYoungHeapSmall();
  const started = performance.now();
  const inspected = await useCases.inspect(file, {}, 'user');
  const { mapping } = useCases.map(inspected, 'user', {});
  const { run } = await useCases.plan({
    file: inspected,
    environment: TARGET,
    settings: { type: 'user', mapping, defaults: STANDARD_DEFAULTS, emptyRules: {} },
  });
  const planned = performance.now();
  const { outcomes } = run.summary;
  if (Object.entries(expected).some(([outcome, count]) => outcomes[outcome as keyof OutcomeCounts] !== count))
    throw new Error(`not the plan that was to be measured: ${JSON.stringify(outcomes)}`);
  if (apply) await useCases.apply({ run: run.id, guards: { maxCreates: 10_000_000 } });
  const applied = performance.now();
  await files.close();
  await store.close();
  return { plan: planned - started, apply: applied - planned };
}

/** Reads the directory for each chunk as ever, and stores nothing of it. */
async function keepNothing(plans: PlanStore, reach: Reach): Promise<PlanWriter> {
  const writer = await plans.begin(reach);
  return {
    ...writer,
    save: () => Promise.resolve(),
    countAbsent: () => Promise.resolve(0),
  };
}
