/** What differs between two plans of the same rows (docs/rules.md, *Stale plans*). */
import { isAbsentRow } from '../domain/absent.js';
import type { PlannedRow } from '../domain/plannedRow.js';
import type { RowDifference } from './useCases.js';

type RowChunks = AsyncIterable<readonly PlannedRow[]>;

/**
 * Rows whose outcome, changes or messages differ between two plans of the same rows. Those of users whom no row names have
 * no number of their own: they are compared by user.
 */
export async function comparePlans(before: RowChunks, after: RowChunks): Promise<RowDifference[]> {
  const differences: RowDifference[] = [];
  const add = (was: PlannedRow | null, is: PlannedRow | null): void => {
    const { row = 0, user = '' } = is ?? was ?? {};
    if (was === null || is === null || essence(was) !== essence(is))
      differences.push({ row, user, before: was, after: is });
  };
  const absent = new Map<string, PlannedRow>();
  const earlier = before[Symbol.asyncIterator]();
  const next = async (): Promise<ReadonlyMap<number, PlannedRow>> => {
    const read = await earlier.next();
    const rows: readonly PlannedRow[] = read.done === true ? [] : read.value;
    for (const row of rows) if (isAbsentRow(row.row)) absent.set(row.user, row);
    return new Map(rows.map((row) => [row.row, row]));
  };
  const missing: PlannedRow[] = [];
  for await (const rows of after) {
    const old = await next();
    for (const row of rows) {
      if (isAbsentRow(row.row)) missing.push(row);
      else add(old.get(row.row) ?? null, row);
    }
  }
  while ((await next()).size > 0);
  for (const row of missing) {
    add(absent.get(row.user) ?? null, row);
    absent.delete(row.user);
  }
  for (const row of absent.values()) add(row, null);
  return differences;
}

function essence({ outcome, changes, groups, tokensRevoked, messages }: PlannedRow): string {
  return JSON.stringify([outcome, changes, groups.added, groups.removed, groups.created, tokensRevoked, messages]);
}

/** Without the rows of users whom no row of the file names. */
export async function* ofFile(chunks: RowChunks): AsyncGenerator<readonly PlannedRow[]> {
  for await (const rows of chunks) {
    const named = rows.filter(({ row }) => !isAbsentRow(row));
    if (named.length > 0) yield named;
  }
}
