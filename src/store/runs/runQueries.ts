/** Finds runs. */
import type { PlanStore } from '../../application/ports/planStore.js';
import { UserError } from '../../application/userError.js';
import type { Run, RunStatus } from '../../domain/run.js';
import { caseKey } from '../../domain/sourceRow.js';
import { momentOf, type Connection } from '../connection/connection.js';
import { selectOne, selectRows, type Binding } from '../rows.js';
import { FROM_RUNS, RUN, runOf, type StoredRun } from './runRecords.js';

/** Throws `UserError` when there is no such run. */
export async function storedRun(connection: Connection, id: number): Promise<StoredRun> {
  const [stored] = await selectRows(connection, RUN, `${FROM_RUNS} where r.id = ?`, [id]);
  if (!stored) throw new UserError('wrongUse', 'run.unknown', { run: id });
  return stored;
}

export async function findRun(connection: Connection, id: number): Promise<Run> {
  return runOf(await storedRun(connection, id), momentOf(connection));
}

/** Where the rows of a run stand; throws `UserError` where they were pruned, or there is no such run. */
export async function planOf(connection: Connection, runId: number): Promise<number> {
  return (await planAndEdition(connection, runId)).plan;
}

async function planAndEdition(
  { knex }: Connection,
  runId: number,
): Promise<{ readonly plan: number; readonly edition: number }> {
  const found = await selectOne<{ plan_id: number; edition: number; pruned: number }>(
    knex,
    'select plan_id, edition, pruned from runs where id = ?',
    [runId],
  );
  if (!found) throw new UserError('wrongUse', 'run.unknown', { run: runId });
  if (found.pruned !== 0) throw new UserError('wrongUse', 'run.pruned', { run: runId });
  return { plan: found.plan_id, edition: found.edition };
}

/**
 * What is read of the rows of a run, a chunk at a time, is all of one plan: throws `UserError` where some of them were left out,
 * mended or planned again before the last was read.
 */
export async function* readWhole<Chunk>(
  connection: Connection,
  runId: number,
  read: (plan: number) => AsyncIterable<Chunk>,
): AsyncGenerator<Chunk> {
  const { plan, edition } = await planAndEdition(connection, runId);
  yield* read(plan);
  if ((await planAndEdition(connection, runId)).edition !== edition)
    throw new UserError('stale', 'run.changedWhileRead', { run: runId });
}

/** A run of which the rows are there; throws `UserError` for one that was pruned. */
export async function runWithRows(connection: Connection, runId: number): Promise<Run> {
  const run = await findRun(connection, runId);
  if (run.pruned) throw new UserError('wrongUse', 'run.pruned', { run: runId });
  return run;
}

const IS_PLAN = "r.status = 'planned' and r.expires_at";

/** What is stored where a run has one of these statuses at a moment. */
function hasStatus(statuses: readonly RunStatus[], at: string): readonly [sql: string, ...bindings: Binding[]] {
  const conditions = statuses.map((status): readonly [string, string] => {
    if (status === 'planned') return [`(${IS_PLAN} > ?)`, at];
    return status === 'expired' ? [`(${IS_PLAN} <= ?)`, at] : ['r.status = ?', status];
  });
  return [`(${conditions.map(([sql]) => sql).join(' or ')})`, ...conditions.map(([, binding]) => binding)];
}

export async function findRuns(connection: Connection, filter: Parameters<PlanStore['runs']>[0]): Promise<Run[]> {
  const conditions = ['true'];
  const bindings: Binding[] = [];
  if (filter.environment !== undefined) {
    conditions.push('e.code_key = ?');
    bindings.push(caseKey(filter.environment));
  }
  const now = momentOf(connection);
  if (filter.statuses !== undefined && filter.statuses.length > 0) {
    const [sql, ...values] = hasStatus(filter.statuses, now);
    conditions.push(sql);
    bindings.push(...values);
  }
  if (filter.since !== undefined) {
    conditions.push('r.created_at >= ?');
    bindings.push(filter.since);
  }
  const limit = filter.limit === undefined ? '' : `limit ${Math.trunc(filter.limit)}`;
  const rest = `${FROM_RUNS} where ${conditions.join(' and ')} order by r.id desc ${limit}`;
  return (await selectRows(connection, RUN, rest, bindings)).map((stored) => runOf(stored, now));
}
