/** Plans rows in chunks against the directory, and stores the plan as it grows: the one way to a plan. */
import { needsOf } from '../domain/directoryNeeds.js';
import { excludeRow, planRow } from '../domain/planRow.js';
import { PlanTally } from '../domain/planTally.js';
import { RowReader } from '../domain/readRow.js';
import type { ImportSettings } from '../domain/settings.js';
import type { SourceRow } from '../domain/sourceRow.js';
import { WorkingDirectory } from '../domain/workingDirectory.js';
import { Stop } from './errors.js';
import type { Reach } from './environments.js';
import type { PlannedUserCounts, PlanStore } from './ports/planStore.js';
import type { Watch } from './useCases.js';

/** Rows that are read, planned and stored together: fewer cost more commits, more cost memory and gain nothing. */
export const PLAN_CHUNK = 2000;

/** A chunk of rows on its way to a plan. */
export interface RowsToPlan {
  readonly rows: readonly SourceRow[];
  readonly secrets: readonly { readonly row: number; readonly hash: string }[];
  /** Rows that the administrator left out. */
  readonly excluded: ReadonlySet<number>;
}

/** A plan that is complete, and that nobody sees yet. */
export interface WrittenPlan {
  readonly plan: number;
  readonly tally: PlanTally;
  readonly users: PlannedUserCounts;
}

/** Throws what the rows throw while they are read; whatever was stored is dropped then. */
export async function writePlan(
  plans: PlanStore,
  { target, environments }: Reach,
  settings: ImportSettings,
  chunks: AsyncIterable<RowsToPlan>,
  { onProgress, signal }: Watch,
): Promise<WrittenPlan> {
  const plan = await plans.begin();
  try {
    const reader = new RowReader(settings);
    const directory = new WorkingDirectory(target, environments);
    const tally = new PlanTally(settings.type);
    for await (const { rows, secrets, excluded } of chunks) {
      if (signal?.aborted) throw new Stop('interrupted', 'plan.interrupted');
      const texts = rows.map((row) => reader.read(row));
      directory.load(await plans.load(plan, target, environments, needsOf(texts, reader, target.participant)));
      const planned = rows.map((source, at) => {
        const decide = excluded.has(source.row) ? excludeRow : planRow;
        const row = decide(source, texts[at] ?? reader.read(source), reader, directory);
        tally.add(row);
        return { planned: row, source };
      });
      await plans.save(plan, { rows: planned, secrets, ...directory.touched() });
      onProgress?.({ phase: 'reading', done: tally.rows });
    }
    return { plan, tally, users: await plans.counts(plan, target) };
  } catch (error) {
    await plans.abandon(plan).catch(() => undefined);
    throw error;
  }
}
