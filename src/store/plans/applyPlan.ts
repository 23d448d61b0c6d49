/**
 * Writes exactly a plan, in one transaction over all environments, or nothing. Whatever the plan relies
 * on is checked in the same transaction: what changed since makes the plan stale.
 */
import type { StoredStatus } from '../../domain/run.js';
import { UserError } from '../../application/userError.js';
import type { OnProgress, PlanStore, StaleRow } from '../../application/ports/planStore.js';
import { recordDone } from '../audit/auditLog.js';
import type { Connection } from '../connection/connection.js';
import { applySettings } from '../directory/environmentSettings.js';
import { plannedWork } from './plannedWork.js';
import { writeAfter } from './planWrites.js';
import { requireFresh, unlessStale } from './stalePlan.js';
import { runAll, writePlannedUsers } from './writePlanned.js';
import { number, selectOne } from '../rows.js';
import { addPeople } from '../runs/runPeople.js';
import { storedRun } from '../runs/runQueries.js';
import type { StoredRun } from '../runs/runRecords.js';
import { lockEnvironments, lockRun, transact } from '../transaction.js';

export async function applyPlan(
  connection: Connection,
  runId: number,
  looked: number,
  at: string,
  decision: Parameters<PlanStore['apply']>[3],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<readonly StaleRow[]> {
  return unlessStale(
    transact(connection, async (inside) => {
      const record = await lockForApply(inside, runId, looked);
      const plan = record.planId;
      const change = record.details.settingsChange;
      // A plan of settings has no rows: nothing of what follows finds any.
      if (change) await applySettings(inside.knex, runId, change, at);
      const work = change ? await plannedWork(inside, plan) : await requireFresh(inside, record);
      const total = await highestUser(inside, plan);
      const report = (done: number): void => {
        if (signal.aborted) throw new UserError('interrupted', 'apply.interrupted', { run: runId });
        onProgress({ phase: 'writing', done, total });
      };
      report(0);
      await writePlannedUsers(inside, record, { plan, total, work }, report);
      await runAll(inside, writeAfter(record, plan, at, decision));
      await addPeople(inside, runId, decision.people);
      await recordDone(inside, decision.record);
      if (signal.aborted) throw new UserError('interrupted', 'apply.interrupted', { run: runId });
    }),
  );
}

/** Applies are one after the other within a type of environment; a plan is used once. `looked` is the plan that was looked at, where one was. */
export async function lockForApply(
  inside: Connection,
  runId: number,
  looked: number | undefined,
  statuses: readonly StoredStatus[] = ['planned'],
): Promise<StoredRun> {
  await lockEnvironments(
    inside,
    'type = (select e.type from environments e join runs r on r.environment_id = e.id where r.id = ?)',
    [runId],
  );
  await lockRun(inside, runId);
  const record = await storedRun(inside, runId);
  if (!statuses.includes(record.status))
    throw new UserError('wrongUse', 'run.notPlanned', { run: runId, status: record.status });
  if (looked !== undefined && record.edition !== looked)
    throw new UserError('stale', 'run.changedMeanwhile', { run: runId });
  return record;
}

/** The highest number of a user of a plan. */
export async function highestUser({ knex }: Pick<Connection, 'knex'>, plan: number): Promise<number> {
  const row = await selectOne<{ last: number | string | null }>(
    knex,
    'select max(id) as last from plan_users where plan_id = ?',
    [plan],
  );
  return number(row?.last);
}
