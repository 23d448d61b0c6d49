/** Plans rows in chunks against the directory, and stores the plan as it grows: the one way to a plan. */
import { isAbsentRow, mayNameAnother } from '../domain/absent.js';
import { needsOfRow, needsTogether, NO_NEEDS } from '../domain/directoryNeeds.js';
import { planActRow } from '../domain/planActRow.js';
import { excludeRow, planRow } from '../domain/planRow.js';
import type { RowKind } from '../domain/kinds/kind.js';
import { OtherCodes } from '../domain/otherCodes.js';
import { isDone } from '../domain/outcomes.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import { PlanTally, type Tally } from '../domain/planTally.js';
import { RowReader, type RowTexts } from '../domain/readRow.js';
import { hashesOf, keepsKeys } from '../domain/sharedKeys.js';
import type { ImportSettings } from '../domain/settings.js';
import { caseKey, storableRow, type SourceRow } from '../domain/sourceRow.js';
import { WorkingDirectory, type DirectoryNeeds } from '../domain/workingDirectory.js';
import { UserError } from './userError.js';
import type { CompletePlan, PlanStore, PlanWriter, Reach, RowToKeep } from './ports/planStore.js';
import type { Watch } from './useCases.js';

/** Rows that are read, planned and stored together: fewer cost more commits, more live until the garbage collector has to copy them. */
export const PLAN_CHUNK = 500;

/** What is there already, in the chunks in which it is planned. */
export async function* chunksOf<Item>(all: readonly Item[]): AsyncGenerator<readonly Item[]> {
  for (let at = 0; at < all.length; at += PLAN_CHUNK) yield await Promise.resolve(all.slice(at, at + PLAN_CHUNK));
}

/** Rows that are planned without looking up: a few milliseconds. */
const ROWS_AT_A_STRETCH = 25;

export type LeftOutRows = ReadonlyMap<number, RowKind | undefined>;

/** A chunk of rows on its way to a plan. */
export interface RowsToPlan {
  readonly rows: readonly SourceRow[];
  readonly secrets: readonly { readonly row: number; readonly hash: string }[];
  /** Rows that the administrator left out, each with the kind of change that it was. */
  readonly excluded: LeftOutRows;
}

/** What is counted of a plan when it is complete, and what was counted while its rows were planned. */
export interface CountedPlan {
  readonly plan: Pick<CompletePlan, 'users' | 'asOf'>;
  readonly tally: Tally;
}

/** A plan that is complete, and that nobody sees yet. */
export interface WrittenPlan extends CountedPlan {
  readonly plan: CompletePlan;
}

/** Writes a plan and publishes it. When either fails, nothing of the plan stays behind. */
export async function writeAndPublish<Published>(
  plans: PlanStore,
  reach: Reach,
  write: (writer: PlanWriter) => Promise<PlanTally>,
  publish: (written: WrittenPlan) => Promise<Published>,
): Promise<Published> {
  return writing(await plans.begin(reach), async (writer) => {
    const tally = await write(writer);
    return publish({ plan: await writer.finish(), tally });
  });
}

/** What was written of a plan goes where what is done with it fails. */
export async function writing<Done>(writer: PlanWriter, work: (writer: PlanWriter) => Promise<Done>): Promise<Done> {
  try {
    return await work(writer);
  } catch (error) {
    await writer.abandon().catch(() => undefined);
    throw error;
  }
}

/** Plans rows and saves them; throws what the rows throw while they are read. */
export async function writeRows(
  writer: PlanWriter,
  reach: Reach,
  settings: ImportSettings,
  chunks: AsyncIterable<RowsToPlan>,
  watch: Watch,
): Promise<PlanTally> {
  const work = beginRows(writer, reach, settings, watch);
  await planRows(work, new RowReader(settings), chunks);
  return work.tally;
}

/** Rows that are planned one after the other: each sees what those before it did. */
export interface RowsAtWork {
  readonly writer: PlanWriter;
  readonly reach: Reach;
  readonly directory: WorkingDirectory;
  readonly tally: PlanTally;
  readonly watch: Watch;
  /** Whom rows of the file may be about under another code, where whoever they do not name is blocked. */
  readonly otherCodes?: OtherCodes | undefined;
}

export function beginRows(writer: PlanWriter, reach: Reach, settings: ImportSettings, watch: Watch): RowsAtWork {
  const directory = new WorkingDirectory(reach.target, reach.environments, writer.lastUser);
  const otherCodes = settings.absent && new OtherCodes();
  return { writer, reach, directory, tally: tallyOf(settings), watch, otherCodes };
}

export function tallyOf({ act, type, checks }: ImportSettings): PlanTally {
  return new PlanTally(act ? 'hand' : type, checks);
}

/** Plans more rows of a plan, as `reader` reads them. */
export async function planRows(
  { writer, reach, directory, tally, otherCodes, watch: { onProgress, signal } }: RowsAtWork,
  reader: RowReader,
  chunks: AsyncIterable<RowsToPlan>,
): Promise<void> {
  const planOne = reader.act ? planActRow : planRow;
  for await (const { rows, texts, needs, shared, secrets, excluded } of readAhead(writer, reach, reader, chunks)) {
    if (signal?.aborted) throw new UserError('interrupted', 'plan.interrupted');
    directory.load(await writer.load(needs));
    const planned: RowToKeep[] = [];
    for (const [at, source] of rows.entries()) {
      // The chunk before is being saved meanwhile: what the database answers is taken up now and then.
      if (at % ROWS_AT_A_STRETCH === 0) await yieldToEventLoop();
      const given = [source, texts[at] ?? reader.read(source), reader, directory] as const;
      const row = excluded.has(source.row) ? excludeRow(...given, excluded.get(source.row)) : planOne(...given);
      tally.add(row);
      if (mayBeAnother(row, directory, otherCodes)) tally.unnamed++;
      planned.push({ planned: row, source, shared: shared[at] });
    }
    await writer.save({ rows: planned, secrets, ...directory.touched() });
    onProgress?.({ phase: 'reading', done: tally.rows });
  }
}

/** Whether a row may be about another user than it names, or that of an absent user about one whom the file has under another code. */
function mayBeAnother(row: PlannedRow, directory: WorkingDirectory, otherCodes: OtherCodes | undefined): boolean {
  if (isAbsentRow(row.row)) {
    const user = isDone(row.outcome) ? directory.findTarget(caseKey(row.user)) : undefined;
    return user !== undefined && otherCodes?.mayBe(user.state) === true;
  }
  otherCodes?.add(row);
  return row.outcome === 'rejected' && mayNameAnother(row, directory.findTarget(caseKey(row.user)) !== undefined);
}

function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

interface ChunkAhead extends RowsToPlan {
  readonly texts: readonly RowTexts[];
  readonly needs: DirectoryNeeds;
  /** Of each row by what others can make a difference to it, where that is kept. */
  readonly shared: readonly (readonly number[])[];
}

/** Chunks with what they need of the directory, which is read while the chunk before is planned. */
async function* readAhead(
  writer: PlanWriter,
  reach: Reach,
  reader: RowReader,
  chunks: AsyncIterable<RowsToPlan>,
): AsyncGenerator<ChunkAhead> {
  let ahead: ChunkAhead | undefined;
  for await (const chunk of chunks) {
    // What a database would not take is replaced before it is judged, so that what is shown, kept and planned again is the same.
    const { excluded } = chunk;
    const rows = chunk.rows.map(storableRow);
    const texts = rows.map((row) => reader.read(row));
    const each = texts.map((row) => needsOfRow(row, reader, reach.target.participant));
    // Of a row that is left out nothing is looked up but who it is about.
    const needs = needsTogether(
      each.map((row, at) => (excluded.has(rows[at]?.row ?? 0) ? { ...NO_NEEDS, userKeys: row.userKeys } : row)),
    );
    writer.prefetch(needs);
    if (ahead) yield ahead;
    const shared = keepsKeys(reader.settings) ? each.map(hashesOf) : [];
    ahead = { ...chunk, rows, texts, needs, shared };
  }
  if (ahead) yield ahead;
}
