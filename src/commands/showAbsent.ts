/** Users whom no row of the file names, in `show RUN --rows`: those with a row of the plan, and with `row:` the others too. */
import type { LastChange } from '../application/ports/absentNow.js';
import type { RowFilter } from '../application/ports/planStore.js';
import type { RowOfFile } from '../application/rowsOfFile.js';
import type { UseCases } from '../application/useCases.js';
import { isAbsentRow, unplannedRow } from '../domain/absent.js';
import { asksForAbsent } from '../domain/filter/matchRow.js';
import type { Run } from '../domain/run.js';
import type { CommandContext } from './command.js';

export interface ShownRow extends RowOfFile {
  /** Of an absent user: null where no run is known. */
  readonly lastChange?: LastChange | null;
}

/** The rows that were asked for, with what was changed last beside each absent user; those without a row come behind. */
export async function withAbsent(
  rows: AsyncIterable<readonly ShownRow[]>,
  run: Run,
  { outcome, code, message, where }: RowFilter,
  useCases: UseCases,
  { remark }: Pick<CommandContext, 'remark'>,
): Promise<AsyncIterable<readonly ShownRow[]>> {
  const planned = withLastChanges(rows, run.id, useCases);
  const { absent } = run.summary;
  if (!absent || !where || !asksForAbsent(where)) return planned;
  const now = (await useCases.countAbsentNow(run.id)) + (await useCases.countRows(run.id, { absent: true }));
  if (now !== absent.users)
    remark({ key: 'remark.absentNow', params: { now, count: absent.users } }, { tone: 'warning', kept: true });
  const areUnchanged = outcome === undefined || [outcome].flat().includes('unchanged');
  if (!areUnchanged || code !== undefined || message !== undefined) return planned;
  return oneAfterOther(planned, unplanned(useCases.absentNow(run.id, where)));
}

async function* withLastChanges(
  rows: AsyncIterable<readonly ShownRow[]>,
  run: number,
  useCases: Pick<UseCases, 'lastChanges'>,
): AsyncGenerator<readonly ShownRow[]> {
  for await (const chunk of rows) {
    const absent = chunk.flatMap(({ planned }) => (isAbsentRow(planned.row) ? [planned.user] : []));
    if (absent.length === 0) {
      yield chunk;
      continue;
    }
    const changes = await useCases.lastChanges(run, absent);
    yield chunk.map((row) =>
      isAbsentRow(row.planned.row) ? { ...row, lastChange: changes.get(row.planned.user) ?? null } : row,
    );
  }
}

async function* unplanned(users: ReturnType<UseCases['absentNow']>): AsyncGenerator<readonly ShownRow[]> {
  for await (const chunk of users)
    yield chunk.map(({ user, name, lastChange }) => ({
      ...{ planned: unplannedRow(user, name), mended: [], made: [], fixed: [] },
      lastChange,
    }));
}

async function* oneAfterOther<Item>(...lists: readonly AsyncIterable<Item>[]): AsyncGenerator<Item> {
  for (const list of lists) yield* list;
}
