/** Finds runs. */
import type { PlanStore } from '../../application/ports/planStore.js';
import { UserError } from '../../application/userError.js';
import type { Run } from '../../domain/run.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { Connection } from '../connection/connection.js';
import { selectOne, selectRows, type Binding } from '../rows.js';
import { FROM_RUNS, RUN, runOf, type StoredRun } from './runRecords.js';

/** Throws `UserError` when there is no such run. */
export async function storedRun(connection: Connection, id: number): Promise<StoredRun> {
  const [stored] = await selectRows(connection, RUN, `${FROM_RUNS} where r.id = ?`, [id]);
  if (!stored) throw new UserError('wrongUse', 'run.unknown', { run: id });
  return stored;
}

export async function findRun(connection: Connection, id: number): Promise<Run> {
  return runOf(await storedRun(connection, id));
}

/** The number of a run's plan. */
export async function planOf({ knex }: Connection, runId: number): Promise<number> {
  const found = await selectOne<{ plan_id: number }>(knex, 'select plan_id from runs where id = ?', [runId]);
  if (!found) throw new UserError('wrongUse', 'run.unknown', { run: runId });
  return found.plan_id;
}

export async function findRuns(connection: Connection, filter: Parameters<PlanStore['runs']>[0]): Promise<Run[]> {
  const conditions = ['true'];
  const bindings: Binding[] = [];
  if (filter.environment !== undefined) {
    conditions.push('e.code_key = ?');
    bindings.push(caseKey(filter.environment));
  }
  if (filter.status !== undefined) {
    conditions.push('r.status = ?');
    bindings.push(filter.status);
  }
  const limit = filter.limit === undefined ? '' : `limit ${Math.trunc(filter.limit)}`;
  const rest = `${FROM_RUNS} where ${conditions.join(' and ')} order by r.id desc ${limit}`;
  return (await selectRows(connection, RUN, rest, bindings)).map(runOf);
}
