import { createUseCases } from '../../../src/application/createUseCases.js';
import { STANDARD_DEFAULTS } from '../../../src/domain/fields.js';
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
  /** Whether the plan is applied as well; yes unless told otherwise. */
  readonly apply?: boolean;
}

/** What a person waits for, from the file to the plan and from the plan to its end; in milliseconds. */
export async function planAndApply({
  database,
  file,
  rows,
  apply = true,
}: Order): Promise<{ plan: number; apply: number }> {
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
  if (outcomes.create !== rows / 2 || outcomes.update !== rows / 2)
    throw new Error(`not the plan that was to be measured: ${JSON.stringify(outcomes)}`);
  if (apply) await useCases.apply({ run: run.id, guards: { maxCreates: 10_000_000 } });
  const applied = performance.now();
  await files.close();
  await store.close();
  return { plan: planned - started, apply: applied - planned };
}
