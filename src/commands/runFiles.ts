/** Files that are made of a run: rejected rows, a report, tokens to hand out again. The wizard writes them too. */
import { resolve } from 'node:path';
import type { FileLayout } from '../application/ports/importFiles.js';
import type { Chunks, RejectedRow } from '../application/ports/outputFiles.js';
import type { PlannedSource } from '../application/ports/planStore.js';
import type { UseCases } from '../application/useCases.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import type { Run } from '../domain/run.js';
import { UserError } from '../application/userError.js';
import { requireRowsIn } from '../application/settingsPlan.js';
import { messageText, sayIn, translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import type { Services } from './command.js';
import { untilInterrupted } from './planFile.js';
import { changeText } from '../presentation/values.js';

type Needed = Pick<Services, 'useCases' | 'outputFiles'> & {
  /** Aborted, no file is made. */
  readonly signal?: AbortSignal;
};

/** Each writes a file, and answers its path and how many rows it holds. */
export interface Written {
  readonly path: string;
  readonly count: number;
}

/** Rejected rows in the layout of the source, each with its reasons, ready to be mended and imported again. */
export async function writeRejected(needed: Needed, language: Language, runId: number, path: string): Promise<Written> {
  return writeSources(needed, language, runId, needed.useCases.sources(runId, { outcome: 'rejected' }), path);
}

/** Rows that were mended, as they are now; one that is still rejected has its reasons. */
async function writeMended(
  needed: Needed,
  language: Language,
  runId: number,
  rows: readonly number[],
  path: string,
): Promise<Written> {
  const sources = [await needed.useCases.sourcesByNumber(runId, rows)];
  return writeSources(needed, language, runId, sources, path);
}

async function writeSources(
  { useCases, outputFiles, signal }: Needed,
  language: Language,
  runId: number,
  sources: Chunks<PlannedSource>,
  path: string,
): Promise<Written> {
  const run = await rowsKept(useCases, runId);
  if (run.kind !== 'import') throw new UserError('wrongUse', 'rejected.noFile', { run: runId });
  const { password } = run.settings.mapping;
  const counted = counting(withReasons(language, sources), signal);
  const secretColumns = password?.kind === 'column' ? [password.index] : [];
  await outputFiles.writeRejected(
    { layout: run.layout as FileLayout, headers: run.headers, secretColumns, language, rows: counted.rows },
    { path },
  );
  return { path: resolve(path), count: counted.count() };
}

async function* withReasons(
  language: Language,
  sources: Chunks<PlannedSource>,
): AsyncGenerator<readonly RejectedRow[]> {
  for await (const chunk of sources) {
    yield chunk.map(({ source, planned }) => ({ source, reason: reasonsOf(language, planned) }));
  }
}

function reasonsOf(language: Language, { messages }: PlannedRow): string {
  return messages
    .filter(({ level }) => level === 'error')
    .map((told) => messageText(language, told))
    .join(' ');
}

/** Every row with its outcome and what is told of it. */
export async function writeReport(
  { useCases, outputFiles, signal }: Needed,
  language: Language,
  runId: number,
  path: string,
): Promise<Written> {
  await rowsKept(useCases, runId);
  const counted = counting(reportRows(useCases, language, runId), signal);
  const say = sayIn(language);
  const columns = [
    { title: say('report.row'), width: 8 },
    { title: say('list.user'), width: 22 },
    { title: say('report.code'), width: 12 },
    { title: say('report.outcome'), width: 16 },
    { title: say('report.changes'), width: 60 },
    { title: say('report.messages'), width: 80 },
  ];
  await outputFiles.writeTable({ name: say('report.sheet'), columns, rows: counted.rows }, { path });
  return { path: resolve(path), count: counted.count() };
}

async function* reportRows(
  useCases: UseCases,
  language: Language,
  run: number,
): AsyncGenerator<readonly (readonly string[])[]> {
  for await (const chunk of useCases.rows(run, {})) yield chunk.map((planned) => reportRow(language, planned));
}

function reportRow(language: Language, planned: PlannedRow): string[] {
  const { row, user, code, outcome, changes, groups, messages } = planned;
  const values = changes.flatMap(({ environment, fields }) =>
    fields.map((change) => `${environment} ${changeText(language, change)}`),
  );
  const moved = [...groups.added.map((group) => `+${group}`), ...groups.removed.map((group) => `-${group}`)];
  const told = messages.map((one) => `${translate(language, `level.${one.level}`)}: ${messageText(language, one)}`);
  return [
    String(row),
    user,
    code ?? '',
    translate(language, `outcome.${outcome}`),
    [...values, ...(moved.length > 0 ? [`${translate(language, 'field.groups')}: ${moved.join(' ')}`] : [])].join('; '),
    told.join(' '),
  ];
}

/** Tokens that a run removed, to be handed out again. */
export async function writeTokens(
  { useCases, outputFiles }: Needed,
  language: Language,
  runId: number,
  path: string,
): Promise<Written> {
  requireRowsIn((await useCases.answer(runId)).run);
  const tokens = await useCases.revokedTokens(runId);
  const titles = ['list.user', 'list.environment', 'list.application', 'list.device'] as const;
  const rows = [tokens.map(({ user, environment, application, device }) => [user, environment, application, device])];
  const columns = titles.map((key) => ({ title: translate(language, key), width: 24 }));
  await outputFiles.writeTable({ name: translate(language, 'report.tokens'), columns, rows }, { path });
  return { path: resolve(path), count: tokens.length };
}

async function rowsKept(useCases: UseCases, runId: number): Promise<Run> {
  const { run } = await useCases.answer(runId);
  requireRowsIn(run);
  if (run.pruned) throw new UserError('wrongUse', 'run.pruned', { run: runId });
  return run;
}

function counting<Row>(
  rows: AsyncIterable<readonly Row[]>,
  signal: AbortSignal | undefined,
): {
  readonly rows: AsyncIterable<readonly Row[]>;
  count(): number;
} {
  let count = 0;
  async function* counted(): AsyncGenerator<readonly Row[]> {
    for await (const chunk of untilInterrupted(rows, signal)) {
      count += chunk.length;
      yield chunk;
    }
  }
  return { rows: counted(), count: () => count };
}

/** The same, as the wizard asks for it. */
export function wizardOutputs(
  services: Needed,
  language: Language,
): Record<'rejected' | 'report' | 'tokens', (run: number, path: string) => Promise<string>> & {
  mended(run: number, path: string, rows: readonly number[]): Promise<string>;
} {
  return {
    rejected: async (run, path) => (await writeRejected(services, language, run, path)).path,
    mended: async (run, path, rows) => (await writeMended(services, language, run, rows, path)).path,
    report: async (run, path) => (await writeReport(services, language, run, path)).path,
    tokens: async (run, path) => (await writeTokens(services, language, run, path)).path,
  };
}
