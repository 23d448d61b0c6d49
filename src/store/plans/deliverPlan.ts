/** A plan of which a file was made for AFAS's own import: marked so, and applied once it was seen to be so. */
import type { PlanStore, StaleRow, UndecidedDelivery } from '../../application/ports/planStore.js';
import { recordDone } from '../audit/auditLog.js';
import type { Connection } from '../connection/connection.js';
import { number, run, select } from '../rows.js';
import { addPeople } from '../runs/runPeople.js';
import { transact } from '../transaction.js';
import { lockForApply } from './applyPlan.js';
import { PLAN_USER_FLAGS } from './planUserRecords.js';
import { givenReason, numberUsers } from './planWrites.js';
import { requireFresh, StaleFound, unlessStale } from './stalePlan.js';
import { runAll } from './writePlanned.js';

/** What is stale of a plan now, other runs of its set taken out as an apply would; writes nothing. */
export async function findStaleNow(
  connection: Connection,
  runId: number,
  looked: number,
): Promise<readonly StaleRow[]> {
  return unlessStale(
    transact(connection, async (inside) => {
      await requireFresh(inside, await lockForApply(inside, runId, looked, ['planned', 'delivered']));
      throw new StaleFound([]);
    }),
  );
}

export async function deliverPlan(
  connection: Connection,
  ...[runId, looked, delivery, { again, people, raisedBy, reason, record: recording }]: Parameters<PlanStore['deliver']>
): Promise<readonly StaleRow[]> {
  return unlessStale(
    transact(connection, async (inside) => {
      const record = await lockForApply(inside, runId, looked, again ? ['planned', 'delivered'] : ['planned']);
      await requireFresh(inside, record);
      const { knex } = inside;
      await run(knex, "update runs set status = 'delivered', delivery = ?, raised_by = ? where id = ?", [
        JSON.stringify(delivery),
        JSON.stringify(raisedBy),
        runId,
      ]);
      await runAll(inside, givenReason(runId, reason));
      await run(knex, 'delete from plan_secrets where plan_id = ?', [record.planId]);
      await addPeople(inside, runId, people);
      await recordDone(inside, recording);
    }),
  );
}

export async function deliverSecond(
  connection: Connection,
  ...[runId, looked, delivery, recording]: Parameters<PlanStore['deliverSecond']>
): Promise<void> {
  await transact(connection, async (inside) => {
    await lockForApply(inside, runId, looked, ['delivered']);
    await run(inside.knex, 'update runs set delivery = ? where id = ?', [JSON.stringify(delivery), runId]);
    await recordDone(inside, recording);
  });
}

/** Users that the plan created are known by their number from then on, as those of an applied run are. */
export async function settleRun(
  connection: Connection,
  ...[runId, at, guards, recording]: Parameters<PlanStore['settle']>
): Promise<void> {
  await transact(connection, async (inside) => {
    const { knex } = inside;
    const record = await lockForApply(inside, runId, undefined, ['delivered']);
    await runAll(inside, [numberUsers(`p.plan_id = ${record.planId}`)]);
    await run(knex, "update runs set status = 'applied', applied_at = ?, applied_guards = ? where id = ?", [
      at,
      JSON.stringify(guards),
      runId,
    ]);
    await recordDone(inside, recording);
  });
}

/** A user is the same one by its number, or by its code where one of the plans makes it. */
export async function findUndecided(connection: Connection, runId: number): Promise<readonly UndecidedDelivery[]> {
  const { knex } = connection;
  const [any] = await select<{ id: number }>(
    knex,
    "select id from runs where status = 'delivered' and id <> ? limit 1",
    [runId],
  );
  if (!any) return [];
  const changed = `effects & ${PLAN_USER_FLAGS.changed} > 0`;
  const found = await select<{ run: number; users: number | string }>(
    knex,
    `select d.id as run, count(distinct p.target_id) as users from plan_users p
     join runs r on r.plan_id = p.plan_id and r.id = ?
     join plan_users o on o.environment_id = p.environment_id and (o.user_id = p.user_id or o.code_key = p.code_key)
     join runs d on d.plan_id = o.plan_id and d.status = 'delivered' and d.id <> r.id
     where o.${changed} and p.${changed} group by d.id order by d.id`,
    [runId],
  );
  return found.map((one) => ({ run: one.run, users: number(one.users) }));
}
