/** Plans and runs in a database: the port's implementation, put together. */
import type { PlanStore } from '../application/ports/planStore.js';
import { UserError } from '../application/userError.js';
import { recordDone } from './audit/auditLog.js';
import { afterFailure } from './connection/afterFailure.js';
import { applyPlan } from './plans/applyPlan.js';
import { Environments } from './plans/directoryParts.js';
import { readSlice } from './plans/planLoader.js';
import type { Connection } from './connection/connection.js';
import { PlanInProgress } from './plans/planInProgress.js';
import { beginPlan, countPlannedUsers, dropPlan, publishPlan, republishPlan } from './plans/planWriter.js';
import { pruneRuns } from './runs/pruneRuns.js';
import { findAppliedBefore } from './runs/appliedBefore.js';
import { approveRun } from './runs/approveRun.js';
import * as queries from './runs/runQueries.js';
import { readPeople } from './runs/runPeople.js';
import { run } from './rows.js';
import { runOf } from './runs/runRecords.js';
import { refreshStatistics } from './plans/statistics.js';
import { transact } from './transaction.js';

const CHUNK_ROWS = 2000;

export function createPlanStore(connection: Connection): PlanStore {
  const inProgress = new Map<number, PlanInProgress>();
  const progressOf = (plan: number): PlanInProgress => inProgress.get(plan) ?? new PlanInProgress(connection, plan);
  /** Everything of the plan is in the database, and it is written no further. */
  const finish = async (plan: number): Promise<void> => {
    await inProgress.get(plan)?.saved();
    inProgress.delete(plan);
  };
  return {
    async begin() {
      const plan = await beginPlan(connection);
      inProgress.set(plan, new PlanInProgress(connection, plan));
      return plan;
    },
    read: ({ target, environments }, needs) => readSlice(connection, new Environments(target, environments), needs),
    asPlanned: (plan, { target, environments }, needs, slice) =>
      progressOf(plan).asPlanned(new Environments(target, environments), needs, slice),
    save: (plan, chunk) => progressOf(plan).save(chunk),
    async counts(plan, target) {
      const rowsDigest = progressOf(plan).digest.value;
      await finish(plan);
      await refreshStatistics(connection, plan);
      return { ...(await countPlannedUsers(connection, plan, target)), rowsDigest };
    },
    async publish(plan, newRun, people, record) {
      const id = await publishPlan(connection, plan, newRun, people, record);
      return runOf(await queries.findRun(connection, id));
    },
    async republish(plan, before, runId, newRun, people, record) {
      await republishPlan(connection, plan, before, runId, newRun, people, record);
      return runOf(await queries.findRun(connection, runId));
    },
    async abandon(plan) {
      await finish(plan).catch(() => inProgress.delete(plan));
      await transact(connection, (inside) => dropPlan(inside.knex, plan));
    },
    run: async (id) => runOf(await queries.findRun(connection, id)),
    people: (runId) => readPeople(connection, runId),
    runs: (filter) => queries.findRuns(connection, filter),
    appliedBefore: (sha256, environmentId, type) => findAppliedBefore(connection, sha256, environmentId, type),
    rows: (runId, filter, chunkSize = CHUNK_ROWS) => queries.readRows(connection, runId, filter, chunkSize),
    rowNumbers: (runId, filter) => queries.readRowNumbers(connection, runId, filter),
    rowsByNumber: (runId, rows) => queries.readRowsByNumber(connection, runId, rows),
    sourcesByNumber: (runId, rows) => queries.readSourcesByNumber(connection, runId, rows),
    sources: (runId, filter, chunkSize = CHUNK_ROWS) => queries.readSources(connection, runId, filter, chunkSize),
    secrets: (runId, rows) => queries.readSecrets(connection, runId, rows),
    apply: (runId, plan, at, decision, onProgress, signal) =>
      applyPlan(connection, runId, plan, at, decision, onProgress, signal).catch((error: unknown) =>
        afterFailure(connection, runId, at, error),
      ),
    approve: (...given) => approveRun(connection, ...given),
    async discard(runId, record) {
      await transact(connection, async (inside) => {
        const changed: number = await inside
          .knex('runs')
          .where({ id: runId, status: 'planned' })
          .update({ status: 'discarded' });
        if (changed !== 1) throw new UserError('wrongUse', 'run.notPlanned', { run: runId, status: '' });
        await run(inside.knex, 'delete from plan_secrets where plan_id = (select plan_id from runs where id = ?)', [
          runId,
        ]);
        await recordDone(inside, record);
      });
    },
    async *applied(runId, chunkSize) {
      const { plan_id } = await queries.findRun(connection, runId);
      yield* queries.readApplied(connection, plan_id, chunkSize);
    },
    groupsOf: (runId) => queries.readPlannedGroups(connection, runId),
    async *waitingForUpn(runId) {
      const { plan_id } = await queries.findRun(connection, runId);
      yield* queries.readWaiting(connection, plan_id, CHUNK_ROWS);
    },
    revokedTokens: (runId) => queries.readRevokedTokens(connection, runId),
    prune: (before, record) => pruneRuns(connection, before, record),
  };
}
