/** Plans and runs in a database: the port's implementation, put together. */
import type { PlanStore, PlanWriter } from '../application/ports/planStore.js';
import { UserError } from '../application/userError.js';
import { recordDone } from './audit/auditLog.js';
import { afterFailure } from './connection/afterFailure.js';
import { mapPortErrors } from './mapPortErrors.js';
import { applyPlan } from './plans/applyPlan.js';
import { Environments } from './plans/directoryParts.js';
import { readSlice } from './plans/planLoader.js';
import type { Connection } from './connection/connection.js';
import { PlanInProgress } from './plans/planInProgress.js';
import { pruneRuns } from './runs/pruneRuns.js';
import { findAppliedBefore } from './runs/appliedBefore.js';
import { approveRun } from './runs/approveRun.js';
import * as queries from './runs/runQueries.js';
import { readPeople } from './runs/runPeople.js';
import { run } from './rows.js';
import { runOf } from './runs/runRecords.js';
import { transact } from './transaction.js';

export function createPlanStore(connection: Connection): PlanStore {
  return {
    async begin(reach) {
      const plan = await PlanInProgress.begin(connection, reach);
      const writer: PlanWriter = {
        prefetch: (needs) => {
          plan.prefetch(needs);
        },
        load: (needs) => plan.load(needs),
        save: (chunk) => plan.save(chunk),
        finish: () => plan.finish(),
        abandon: () => plan.abandon(),
      };
      return mapPortErrors(writer, connection.tell);
    },
    read: (reach, needs) => readSlice(connection, new Environments(reach), needs),
    run: async (id) => runOf(await queries.findRun(connection, id)),
    people: (runId) => readPeople(connection, runId),
    runs: (filter) => queries.findRuns(connection, filter),
    appliedBefore: (sha256, environmentId, type) => findAppliedBefore(connection, sha256, environmentId, type),
    rows: (runId, filter, chunkSize) => queries.readRows(connection, runId, filter, chunkSize),
    rowNumbers: (runId, filter) => queries.readRowNumbers(connection, runId, filter),
    rowsByNumber: (runId, rows) => queries.readRowsByNumber(connection, runId, rows),
    sourcesByNumber: (runId, rows) => queries.readSourcesByNumber(connection, runId, rows),
    sources: (runId, filter, chunkSize) => queries.readSources(connection, runId, filter, chunkSize),
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
      yield* queries.readWaiting(connection, plan_id);
    },
    revokedTokens: (runId) => queries.readRevokedTokens(connection, runId),
    prune: (before, record) => pruneRuns(connection, before, record),
  };
}
