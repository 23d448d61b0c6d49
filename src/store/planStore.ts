/** Plans and runs in a database: the port's implementation, put together. */
import type { PlanStore } from '../application/ports/planStore.js';
import { Stop } from '../application/errors.js';
import { caseKey } from '../domain/sourceRow.js';
import { lookOf } from '../domain/userCode.js';
import type { WorkingUser } from '../domain/workingDirectory.js';
import { applyPlan } from './applyPlan.js';
import type { Connection } from './connect.js';
import { loadSlice } from './planLoader.js';
import { PlannedKeys } from './plannedKeys.js';
import { beginPlan, countPlannedUsers, dropPlan, publishPlan, republishPlan, savePlanChunk } from './planWriter.js';
import { pruneRuns } from './pruneRuns.js';
import * as queries from './runQueries.js';
import { run } from './rows.js';
import { runOf } from './runRecords.js';

const CHUNK_ROWS = 2000;

/** A user is found by its code and UPN, as they were and as they are. */
function addKeys(keys: PlannedKeys, { planId, base, state, deferredUpn }: WorkingUser): void {
  keys.add('code', caseKey(state.code), planId);
  if (base !== null && base.code !== state.code) keys.add('code', caseKey(base.code), planId);
  if (base?.code !== state.code) keys.add('look', lookOf(state.code), planId);
  if (state.upn !== '') keys.add('upn', caseKey(state.upn), planId);
  if (base !== null && base.upn !== '' && base.upn !== state.upn) keys.add('upn', caseKey(base.upn), planId);
  if (deferredUpn !== '') keys.add('deferredUpn', caseKey(deferredUpn), planId);
}

export function createPlanStore(connection: Connection): PlanStore {
  const { knex } = connection;
  /** What the users of the plans that are being written are known by. */
  const keysOf = new Map<number, PlannedKeys>();
  return {
    async begin() {
      const plan = await beginPlan(connection);
      keysOf.set(plan, new PlannedKeys());
      return plan;
    },
    load: (plan, target, environments, needs) => loadSlice(connection, plan, keysOf.get(plan) ?? new PlannedKeys(), target, environments, needs),
    async save(plan, chunk) {
      await savePlanChunk(connection, plan, chunk);
      const keys = keysOf.get(plan);
      if (keys) for (const user of chunk.users) addKeys(keys, user);
    },
    counts: (plan, target) => countPlannedUsers(connection, plan, target),
    async publish(plan, newRun) {
      const id = await publishPlan(connection, plan, newRun);
      keysOf.delete(plan);
      return runOf(await queries.findRun(connection, id));
    },
    async republish(plan, before, runId, newRun) {
      await republishPlan(connection, plan, before, runId, newRun);
      keysOf.delete(plan);
      return runOf(await queries.findRun(connection, runId));
    },
    async abandon(plan) {
      keysOf.delete(plan);
      await knex.transaction((transaction) => dropPlan(transaction, plan));
    },
    run: async (id) => runOf(await queries.findRun(connection, id)),
    planOf: async (id) => (await queries.findRun(connection, id)).plan_id,
    runs: (filter) => queries.findRuns(connection, filter),
    appliedBefore: (sha256, environmentId, type) => queries.findAppliedBefore(connection, sha256, environmentId, type),
    rows: (runId, filter, chunkSize = CHUNK_ROWS) => queries.readRows(connection, runId, filter, chunkSize),
    rowNumbers: (runId, filter) => queries.readRowNumbers(connection, runId, filter),
    rowsByNumber: (runId, rows) => queries.readRowsByNumber(connection, runId, rows),
    sources: (runId, filter, chunkSize = CHUNK_ROWS) => queries.readSources(connection, runId, filter, chunkSize),
    secrets: (runId, rows) => queries.readSecrets(connection, runId, rows),
    apply: (runId, plan, at, onProgress, signal) => applyPlan(connection, runId, plan, at, onProgress, signal),
    async approve(runId, plan, by, at) {
      const changed: number = await knex('runs').where({ id: runId, plan_id: plan, status: 'planned' }).update({ approved_by: by, approved_at: at });
      if (changed !== 1) throw new Stop('stale', 'run.changedMeanwhile', { run: runId });
    },
    async discard(runId) {
      await knex.transaction(async (transaction) => {
        const changed: number = await transaction('runs').where({ id: runId, status: 'planned' }).update({ status: 'discarded' });
        if (changed !== 1) throw new Stop('wrongUse', 'run.notPlanned', { run: runId, status: '' });
        await run(transaction, 'delete from plan_secrets where plan_id = (select plan_id from runs where id = ?)', [runId]);
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
    prune: (before) => pruneRuns(connection, before),
  };
}
