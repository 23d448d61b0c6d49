/** The rows of a plan as the preview asks for them: their numbers in some order, some of them, one cell. */
import type { RowFilter } from '../../../application/ports/planStore.js';
import { FileOfRun } from '../../../application/rowsOfFile.js';
import type { UseCases } from '../../../application/useCases.js';
import { isAbsentRow } from '../../../domain/absent.js';
import { fieldsFor } from '../../../domain/fields.js';
import type { PlannedRow } from '../../../domain/plannedRow.js';
import type { Run } from '../../../domain/run.js';
import type { FieldSource } from '../../../domain/settings.js';
import { cellText, type Cell, type SourceRow } from '../../../domain/sourceRow.js';
import type { ListedRow, RowCells } from '../../../presentation/rowDetail.js';
import type { Sort } from './state.js';

/** Sorted by the store; where the worst problems come first, the rows that have any are read. */
export async function listRows(
  useCases: UseCases,
  run: number,
  filter: RowFilter,
  { by, reverse }: Sort,
  signal?: AbortSignal,
): Promise<Uint32Array> {
  const numbers =
    by === 'problems' ? await worstFirst(useCases, run, filter, signal) : await useCases.rowNumbers(run, filter, by);
  return reverse ? numbers.slice().reverse() : numbers;
}

async function worstFirst(
  useCases: UseCases,
  run: number,
  filter: RowFilter,
  signal?: AbortSignal,
): Promise<Uint32Array> {
  const weights = new Map<number, number>();
  const marks = filter.mark === undefined ? (['error', 'warning', 'notice'] as const) : [filter.mark];
  for (const mark of marks) {
    for await (const chunk of useCases.rows(run, { ...filter, mark })) {
      if (signal?.aborted === true) break;
      for (const { row, messages } of chunk) weights.set(row, weightOf(messages));
    }
  }
  const numbers = await useCases.rowNumbers(run, filter);
  const weighty = [...weights].filter(([, weight]) => weight > 0).sort(([a, one], [b, other]) => other - one || a - b);
  return Uint32Array.from([...weighty.map(([row]) => row), ...numbers.filter((row) => (weights.get(row) ?? 0) === 0)]);
}

function weightOf(messages: PlannedRow['messages']): number {
  return messages.reduce((sum, { level }) => sum + { error: 10_000, warning: 100, notice: 1 }[level], 0);
}

/** Rows with an error or a warning. */
export async function problemRows(useCases: UseCases, run: number, filter: RowFilter): Promise<Uint32Array> {
  const [errors, warnings] = await Promise.all([
    filter.mark === undefined ? useCases.rowNumbers(run, { ...filter, mark: 'error' }) : new Uint32Array(),
    useCases.rowNumbers(run, filter.mark === undefined ? { ...filter, mark: 'warning' } : filter),
  ]);
  return Uint32Array.from(new Set([...errors, ...warnings]));
}

/** A row as its file has it, or as it was mended since; without passwords. */
export async function sourceOfRow(useCases: UseCases, run: number, row: number): Promise<SourceRow> {
  const [found] = await useCases.sourcesByNumber(run, [row]);
  return found?.source ?? { row, cells: [] };
}

function textFrom(from: FieldSource | undefined, cells: readonly Cell[]): string {
  return from?.kind === 'column' ? cellText(cells[from.index]) : '';
}

/** Rows in the order in which they were asked for; they come in file order. `anyMended`, also where that is not known yet. */
export async function inOrder(
  useCases: UseCases,
  run: Run,
  numbers: readonly number[],
  anyMended = false,
): Promise<readonly ListedRow[]> {
  const rows = await listed(useCases, run, numbers, anyMended);
  const byNumber = new Map(rows.map((row): [number, ListedRow] => [row.row, row]));
  const out = rows.filter(({ outcome, row }) => outcome === 'excluded' && !isAbsentRow(row));
  for (const [row, cells] of out.length === 0 ? [] : await cellsOf(useCases, run, out)) {
    const listed = byNumber.get(row);
    if (listed) byNumber.set(row, { ...listed, cells });
  }
  const absent = rows.filter(({ row }) => isAbsentRow(row));
  const users = absent.map(({ user }) => user);
  const changes = absent.length === 0 ? null : await useCases.lastChanges(run.id, users);
  for (const { row, user } of absent) {
    const listed = byNumber.get(row);
    if (listed) byNumber.set(row, { ...listed, lastChange: changes?.get(user) ?? null });
  }
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

/** Rows with where their values come from, where that is not simply a cell. */
async function listed(
  useCases: UseCases,
  run: Run,
  numbers: readonly number[],
  anyMended: boolean,
): Promise<readonly ListedRow[]> {
  const file = new FileOfRun(run);
  const rows = file.tells(anyMended)
    ? (await useCases.sourcesByNumber(run.id, numbers)).map((row) => file.whole(row))
    : (await useCases.rowsByNumber(run.id, numbers)).map((row) => file.plain(row));
  return rows.map(({ planned, ...from }) => ({ ...planned, ...from }));
}

/** What the cells of rows hold, by field, without passwords and without what is empty. */
async function cellsOf(
  useCases: UseCases,
  { id, type, settings }: Run,
  rows: readonly PlannedRow[],
): Promise<readonly (readonly [row: number, cells: RowCells])[]> {
  const sources = await useCases.sourcesByNumber(
    id,
    rows.map(({ row }) => row),
  );
  return sources.map(({ source }) => [
    source.row,
    fieldsFor(type).flatMap(({ id, kind }) => {
      const text = kind === 'secret' ? '' : textFrom(settings.mapping[id], source.cells);
      return text === '' ? [] : [[id, text] as const];
    }),
  ]);
}
