/** Files that are made of a run: rejected rows, a report, tokens to hand out again. */
import { noOutcomes, type Outcome, type OutcomeCounts } from '../domain/outcomes.js';
import type { RowTerms } from '../domain/rowTerms.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import type { Run } from '../domain/run.js';
import type { Language } from '../language/text.js';
import type { DeliveredRun, DeliverRequest } from './deliveries.js';
import { readWhile, untilInterrupted } from './interruption.js';
import type { FileLayout } from './ports/importFiles.js';
import type { Chunks, DocumentFormat, OutputFiles, OutputTable, OutputTarget } from './ports/outputFiles.js';
import type { PlannedSource, RevokedToken } from './ports/planStore.js';
import type { KindOfPlan } from './rowGroups.js';
import { rowsOfFile, type RowOfFile } from './rowsOfFile.js';
import { requireRowsIn } from './settingsPlan.js';
import { UserError } from './userError.js';
import type { RunAnswer, UseCases } from './useCases.js';

/** What the files say, in the language of whoever reads them. */
export interface RunFileTexts {
  readonly language: Language;
  /** Why a row was rejected, as one text. */
  readonly reason: (row: PlannedRow) => string;
  readonly report: (options: ReportOptions) => TableTexts<RowOfFile>;
  /** The report as a document; it asks for the kinds of change and the rows of each outcome. */
  readonly document: (
    as: DocumentFormat,
    answer: RunAnswer,
    parts: ReportParts,
    options: ReportOptions,
  ) => AsyncGenerator<string>;
  readonly tokens: TableTexts<RevokedToken>;
}

/** What a report is made of, read when it is written. */
export interface ReportParts {
  /** Of the rows that are done, the rarest first. */
  readonly kinds: () => Promise<readonly KindOfPlan[]>;
  readonly rowsOf: (outcome: Outcome) => AsyncIterable<readonly RowOfFile[]>;
}

export interface ReportOptions {
  /** Old and new values are left out, and whatever else tells one. */
  readonly withoutValues: boolean;
  /** Only the rows that this finds. */
  readonly where?: RowTerms;
  /** How many those are by outcome; those of the run where nothing was looked for. */
  readonly counts?: Readonly<Partial<OutcomeCounts>>;
  /** Who mended cells of the plan. */
  readonly mendedBy?: readonly string[];
}

export interface TableTexts<Row> extends Omit<OutputTable, 'rows'> {
  readonly cells: (row: Row) => readonly string[];
}

export interface WrittenFile {
  /** Made absolute; `-` for standard output. */
  readonly path: string;
  /** Rows that it holds. */
  readonly count: number;
}

/** Each writes a file; aborted, none is made. */
export interface RunFiles {
  /** Rejected rows in the layout of the source, each with its reasons, ready to be mended and imported again. */
  rejected(run: number, target: OutputTarget, signal?: AbortSignal, where?: RowTerms): Promise<WrittenFile>;
  /** Rows that were mended, as they are now, in the layout of the source; one that is still rejected has its reasons. */
  mended(run: number, target: OutputTarget, rows: readonly number[]): Promise<WrittenFile>;
  /** Every row with its outcome and what is told of it. */
  report(run: number, target: OutputTarget, options?: ReportOptions, signal?: AbortSignal): Promise<WrittenFile>;
  /** The file for AFAS's own import, of a plan; its run is `delivered` then. */
  deliver(request: DeliverRequest, target: OutputTarget): Promise<DeliveredRun>;
  /** Tokens that the run removed, to be handed out again; refused for one that is not applied. */
  tokens(run: number, target: OutputTarget): Promise<WrittenFile>;
}

/** `outputFiles` loads what writes files: most commands write none. */
export function createRunFiles(
  useCases: UseCases,
  outputFiles: () => Promise<OutputFiles>,
  texts: RunFileTexts,
): RunFiles {
  const writeSources = async (
    runId: number,
    target: OutputTarget,
    sources: Chunks<PlannedSource>,
    signal?: AbortSignal,
  ): Promise<WrittenFile> => {
    const run = await rowsKept(useCases, runId);
    if (run.kind !== 'import') throw new UserError('wrongUse', 'rejected.noFile', { run: runId });
    const { password } = run.settings.mapping;
    const { rows, written } = counted(sources, signal, ({ source, planned }) => ({
      source,
      reason: texts.reason(planned),
    }));
    const secretColumns = password?.kind === 'column' ? [password.index] : [];
    const { headers } = run;
    const table = { layout: run.layout as FileLayout, headers, secretColumns, language: texts.language, rows };
    return written((await outputFiles()).writeRejected(table, target));
  };
  return {
    rejected: (run, target, signal, where) =>
      // Who is not in the file has no row of it.
      writeSources(
        run,
        target,
        useCases.sources(run, { outcome: 'rejected', absent: false, ...(where && { where }) }),
        signal,
      ),
    mended: async (run, target, wanted) => writeSources(run, target, [await useCases.sourcesByNumber(run, wanted)]),
    report: async (runId, target, given = { withoutValues: false }, signal) => {
      const run = await rowsKept(useCases, runId);
      const filter = given.where ? { where: given.where } : {};
      const counts = given.where && (await countsOf(untilInterrupted(useCases.rows(runId, filter), signal)));
      const mendedBy = await useCases.mendedBy(runId);
      const options = { ...given, ...(counts && { counts }), mendedBy };
      const answer = await useCases.answer(runId);
      const { cells, ...table } = texts.report(options);
      const { rows, written } = counted(rowsOfFile(useCases, run, filter), signal, cells);
      const rowsOf = (outcome: Outcome): AsyncIterable<readonly RowOfFile[]> =>
        untilInterrupted(rowsOfFile(useCases, run, { ...filter, outcome }), signal);
      const documents: AsyncGenerator<string>[] = [];
      const document = (as: DocumentFormat): AsyncIterable<string> => {
        const kinds = async (): Promise<readonly KindOfPlan[]> => (await useCases.kinds(runId)).kinds;
        const parts = texts.document(as, answer, { kinds, rowsOf }, options);
        documents.push(parts);
        return parts;
      };
      try {
        const { path, count } = await written((await outputFiles()).writeReport({ ...table, rows, document }, target));
        return { path, count: documents.length > 0 ? sumOf(options.counts ?? run.summary.outcomes) : count };
      } finally {
        for (const parts of documents) await parts.return(undefined);
      }
    },
    deliver: (request, target) => useCases.deliver(request, { target, outputFiles }),
    tokens: async (run, target) => {
      requireHandedOut((await useCases.answer(run)).run);
      const revoked = await useCases.revokedTokens(run);
      const { cells, ...table } = texts.tokens;
      return {
        path: await (await outputFiles()).writeTable({ ...table, rows: [revoked.map(cells)] }, target),
        count: revoked.length,
      };
    },
  };
}

/** The rows are read once: a filter that is asked again for each outcome is worked out again for each. */
async function countsOf(all: AsyncIterable<readonly PlannedRow[]>): Promise<OutcomeCounts> {
  const counts = noOutcomes();
  for await (const rows of all) for (const { outcome } of rows) counts[outcome]++;
  return counts;
}

function sumOf(counts: Readonly<Partial<OutcomeCounts>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Throws `UserError` for a run that has removed no tokens yet. */
export function requireHandedOut(run: Run): void {
  requireRowsIn(run);
  if (run.status !== 'applied')
    throw new UserError('wrongUse', 'tokens.notApplied', { run: run.id, status: run.status });
}

async function rowsKept(useCases: UseCases, runId: number): Promise<Run> {
  const { run } = await useCases.answer(runId);
  requireRowsIn(run);
  if (run.pruned) throw new UserError('wrongUse', 'run.pruned', { run: runId });
  return run;
}

/** Rows on their way to a file, each made into what the file holds and counted. */
function counted<From, To>(
  chunks: Chunks<From>,
  signal: AbortSignal | undefined,
  made: (row: From) => To,
): { readonly rows: AsyncIterable<readonly To[]>; readonly written: (path: Promise<string>) => Promise<WrittenFile> } {
  let count = 0;
  async function* mapped(): AsyncGenerator<readonly To[]> {
    for await (const chunk of untilInterrupted(chunks, signal)) {
      count += chunk.length;
      yield chunk.map(made);
    }
  }
  const rows = mapped();
  return { rows, written: async (path) => ({ path: await readWhile(rows, path), count }) };
}
