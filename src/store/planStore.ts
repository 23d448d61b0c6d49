/** Plans and runs in a database: the port's implementation, put together. */
import type { PlanStore, PlanWriter, RowFilter } from '../application/ports/planStore.js';
import { afterFailure } from './connection/afterFailure.js';
import type { Connection } from './connection/connection.js';
import { mapPortErrors } from './mapPortErrors.js';
import { countAbsentNow, readAbsentNow, readAbsentPage, readLastChanges } from './plans/absentNow.js';
import { applyPlan } from './plans/applyPlan.js';
import { deliverPlan, deliverSecond, findStaleNow, findUndecided, settleRun } from './plans/deliverPlan.js';
import { Environments, readUserKeys } from './plans/directoryParts.js';
import { PlanInProgress } from './plans/planInProgress.js';
import { readSlice } from './plans/planLoader.js';
import { publishPlans } from './plans/publishPlan.js';
import { countReachedTogether } from './plans/setRuns.js';
import * as groups from './plans/rowGroups.js';
import * as rows from './plans/rowQueries.js';
import * as bulk from './plans/rowsInBulk.js';
import { matchingRows } from './plans/rowTermsSql.js';
import { findLastFile } from './runs/lastFile.js';
import { run as execute } from './rows.js';
import { findAppliedBefore } from './runs/appliedBefore.js';
import * as users from './runs/appliedUsers.js';
import { approveRun } from './runs/approveRun.js';
import { discardRun } from './runs/discardRun.js';
import { pruneRuns } from './runs/pruneRuns.js';
import { readPeople } from './runs/runPeople.js';
import { findRun, findRuns, planOf, readWhole, runWithRows, storedRun } from './runs/runQueries.js';

export function createPlanStore(connection: Connection): PlanStore {
  /** A filter is worked out once for all that is read by it. */
  const found = async (runId: number, { where, ...filter }: RowFilter): Promise<rows.FoundRows> => {
    if (!where) return filter;
    return { ...filter, numbers: await matchingRows(connection, await storedRun(connection, runId), where) };
  };
  return {
    async begin(...given) {
      const plan = await PlanInProgress.begin(connection, ...given);
      const writer: PlanWriter = {
        lastUser: plan.lastUser,
        prefetch: (needs) => {
          plan.prefetch(needs);
        },
        load: (needs) => plan.load(needs),
        save: (chunk) => plan.save(chunk),
        countAbsent: () => plan.countAbsent(),
        absentUsers: (filter) => plan.absentUsers(filter),
        replacePart: (...given) => plan.replacePart(...given),
        finish: () => plan.finish(),
        abandon: () => plan.abandon(),
      };
      return mapPortErrors(writer, connection.toUserError);
    },
    async publishSet(plans) {
      const ids = await publishPlans(
        connection,
        plans.map(({ plan: { plan }, ...given }) => ({ plan, ...given })),
      );
      return Promise.all(ids.map((id) => findRun(connection, id)));
    },
    reachedTogether: (runIds) => countReachedTogether(connection, runIds),
    usersHaving: (reach, keys) => readUserKeys(connection, new Environments(reach), keys),
    read: (reach, needs) => readSlice(connection, new Environments(reach), needs),
    run: (id) => findRun(connection, id),
    people: (runId) => readPeople(connection, runId),
    runs: (filter) => findRuns(connection, filter),
    appliedBefore: (...given) => findAppliedBefore(connection, ...given),
    lastFile: (...given) => findLastFile(connection, ...given),
    async *rows(runId, filter, chunkSize) {
      yield* readWhole(connection, runId, async function* (plan) {
        yield* rows.readRows(connection, plan, await found(runId, filter), chunkSize);
      });
    },
    async *sources(runId, filter, chunkSize) {
      yield* readWhole(connection, runId, async function* (plan) {
        yield* rows.readSources(connection, plan, await found(runId, filter), chunkSize);
      });
    },
    rowNumbers: async (runId, filter, order) =>
      rows.readRowNumbers(connection, await planOf(connection, runId), await found(runId, filter), order),
    kinds: async (runId) => (await groups.countKinds(connection, await storedRun(connection, runId))).kinds,
    messages: async (runId) => groups.countMessages(connection, await planOf(connection, runId)),
    countRows: async (runId, filter) =>
      rows.countRows(connection, await planOf(connection, runId), await found(runId, filter)),
    async *absentNow(runId, where) {
      yield* readAbsentNow(connection, await runWithRows(connection, runId), where);
    },
    absentPage: async (runId, ...given) => readAbsentPage(connection, await runWithRows(connection, runId), ...given),
    countAbsentNow: async (runId, where) => countAbsentNow(connection, await runWithRows(connection, runId), where),
    lastChanges: async (runId, users) => readLastChanges(connection, await findRun(connection, runId), users),
    rowsByNumber: async (runId, numbers) => rows.readRowsByNumber(connection, await planOf(connection, runId), numbers),
    sourcesByNumber: async (runId, numbers) =>
      rows.readSourcesByNumber(connection, await planOf(connection, runId), numbers),
    async *cells(runId, numbers) {
      yield* readWhole(connection, runId, (plan) => bulk.readCells(connection, plan, numbers));
    },
    keysOfRows: async (runId) => bulk.readKeys(connection, await planOf(connection, runId)),
    secrets: async (runId, numbers) => rows.readSecrets(connection, await planOf(connection, runId), numbers),
    apply: (runId, plan, at, ...given) =>
      applyPlan(connection, runId, plan, at, ...given).catch((error: unknown) =>
        afterFailure(connection, runId, at, error),
      ),
    approve: (...given) => approveRun(connection, ...given),
    stale: (runId, plan) => findStaleNow(connection, runId, plan),
    deliver: (...given) => deliverPlan(connection, ...given),
    deliverSecond: (...given) => deliverSecond(connection, ...given),
    settle: (...given) => settleRun(connection, ...given),
    undecidedDeliveries: (runId) => findUndecided(connection, runId),
    linkRest: (runId, rest) => execute(connection.knex, 'update runs set rest = ? where id = ?', [rest, runId]),
    discard: (runId, record) => discardRun(connection, runId, record),
    async *applied(runId, chunkSize) {
      yield* users.readApplied(connection, await storedRun(connection, runId), chunkSize);
    },
    groupsOf: async (runId) => users.readPlannedGroups(connection, await planOf(connection, runId)),
    async *waitingForUpn(runId) {
      yield* users.readWaiting(connection, await planOf(connection, runId));
    },
    revokedTokens: async (runId) => {
      await planOf(connection, runId);
      return users.readRevokedTokens(connection, runId);
    },
    prune: (before, record) => pruneRuns(connection, before, record),
  };
}
