/** Plans rows in chunks against the directory, and stores the plan as it grows: the one way to a plan. */
import { needsOf } from '../domain/directoryNeeds.js';
import { excludeRow, planRow } from '../domain/planRow.js';
import { PlanTally } from '../domain/planTally.js';
import { RowReader, type RowTexts } from '../domain/readRow.js';
import type { ImportSettings } from '../domain/settings.js';
import { storableRow, type SourceRow } from '../domain/sourceRow.js';
import { WorkingDirectory, type DirectoryNeeds, type DirectorySlice } from '../domain/workingDirectory.js';
import { UserError } from './userError.js';
import type { PlannedSource, PlannedUserCounts, PlanStore, Reach } from './ports/planStore.js';
import type { Watch } from './useCases.js';

/** Rows that are read, planned and stored together: fewer cost more commits, more cost memory and gain nothing. */
export const PLAN_CHUNK = 1000;

/** Rows that are planned without looking up: a few milliseconds. */
const ROWS_AT_A_STRETCH = 25;

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
  reach: Reach,
  settings: ImportSettings,
  chunks: AsyncIterable<RowsToPlan>,
  { onProgress, signal }: Watch,
): Promise<WrittenPlan> {
  const plan = await plans.begin();
  try {
    const reader = new RowReader(settings);
    const directory = new WorkingDirectory(reach.target, reach.environments);
    const tally = new PlanTally(settings.type);
    for await (const { rows, texts, needs, slice, secrets, excluded } of readAhead(plans, reach, reader, chunks)) {
      if (signal?.aborted) throw new UserError('interrupted', 'plan.interrupted');
      directory.load(await plans.asPlanned(plan, reach, needs, await slice));
      const planned: PlannedSource[] = [];
      for (const [at, source] of rows.entries()) {
        // The chunk before is being saved meanwhile: what the database answers is taken up now and then.
        if (at % ROWS_AT_A_STRETCH === 0) await yieldToEventLoop();
        const decide = excluded.has(source.row) ? excludeRow : planRow;
        const row = decide(source, texts[at] ?? reader.read(source), reader, directory);
        tally.add(row);
        planned.push({ planned: row, source });
      }
      await plans.save(plan, { rows: planned, secrets, ...directory.touched() });
      onProgress?.({ phase: 'reading', done: tally.rows });
    }
    return { plan, tally, users: await plans.counts(plan, reach.target) };
  } catch (error) {
    await plans.abandon(plan).catch(() => undefined);
    throw error;
  }
}

/** Makes a written plan the plan of a run; what was stored of it is dropped when that fails. */
export async function publishOrAbandon<Published>(
  plans: PlanStore,
  { plan }: WrittenPlan,
  publish: () => Promise<Published>,
): Promise<Published> {
  try {
    return await publish();
  } catch (error) {
    await plans.abandon(plan).catch(() => undefined);
    throw error;
  }
}

function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

interface ChunkAhead extends RowsToPlan {
  readonly texts: readonly RowTexts[];
  readonly needs: DirectoryNeeds;
  /** What the directory has of it. */
  readonly slice: Promise<DirectorySlice>;
}

/** Chunks with what they need of the directory, which is read while the chunk before is planned. */
async function* readAhead(
  plans: PlanStore,
  reach: Reach,
  reader: RowReader,
  chunks: AsyncIterable<RowsToPlan>,
): AsyncGenerator<ChunkAhead> {
  let ahead: ChunkAhead | undefined;
  for await (const chunk of chunks) {
    // What a database would not take is replaced before it is judged: it is told, kept and planned again as one thing.
    const rows = chunk.rows.map(storableRow);
    const texts = rows.map((row) => reader.read(row));
    const needs = needsOf(texts, reader, reach.target.participant);
    const slice = plans.read(reach, needs);
    // Told when the chunk's turn comes; until then it is nobody's unhandled rejection.
    slice.catch(() => undefined);
    if (ahead) yield ahead;
    ahead = { ...chunk, rows, texts, needs, slice };
  }
  if (ahead) yield ahead;
}
