/** A plan of which a file was made for AFAS's own import: marked so, and applied once it was seen to be so. */
import type { PlanStore, StaleRow, UndecidedDelivery } from '../../application/ports/planStore.js';
import { recordDone } from '../audit/auditLog.js';
import type { Connection } from '../connection/connection.js';
import { number, run, select } from '../rows.js';
import { addPeople } from '../runs/runPeople.js';
import { planOf } from '../runs/runQueries.js';
import { transact } from '../transaction.js';
import { lockForApply } from './applyPlan.js';
import { plannedWork } from './plannedWork.js';
import { PLAN_USER_FLAGS } from './planUserRecords.js';
import { findWritten } from './setRuns.js';
import { findStale } from './staleness.js';

/** Ends a transaction without writing; carries what was found. */
class Found extends Error {
  constructor(readonly stale: readonly StaleRow[]) {
    super('found');
  }
}

/** What is stale of a plan now, other runs of its set taken out as an apply would; writes nothing. */
export async function findStaleNow(connection: Connection, runId: number, plan: number): Promise<readonly StaleRow[]> {
  return foundIn(
    transact(connection, async (inside) => {
      const record = await lockForApply(inside, runId, plan, ['planned', 'delivered']);
      await findWritten(inside, record, plan);
      throw new Found(await findStale(inside, record, plan, await plannedWork(inside, plan)));
    }),
  );
}

export async function deliverPlan(
  connection: Connection,
  ...[runId, plan, delivery, { again, people, raisedBy, record: recording }]: Parameters<PlanStore['deliver']>
): Promise<readonly StaleRow[]> {
  return foundIn(
    transact(connection, async (inside) => {
      const record = await lockForApply(inside, runId, plan, again ? ['planned', 'delivered'] : ['planned']);
      await findWritten(inside, record, plan);
      const stale = await findStale(inside, record, plan, await plannedWork(inside, plan));
      if (stale.length > 0) throw new Found(stale);
      const { knex } = inside;
      await run(knex, "update runs set status = 'delivered', delivery = ?, raised_by = ? where id = ?", [
        JSON.stringify(delivery),
        JSON.stringify(raisedBy),
        runId,
      ]);
      await run(knex, 'delete from plan_secrets where plan_id = ?', [plan]);
      await addPeople(inside, runId, people);
      await recordDone(inside, recording);
    }),
  );
}

async function foundIn(work: Promise<void>): Promise<readonly StaleRow[]> {
  try {
    await work;
    return [];
  } catch (error) {
    if (error instanceof Found) return error.stale;
    throw error;
  }
}

/** Users that the plan created are known by their number from then on, as those of an applied run are. */
export async function settleRun(
  connection: Connection,
  ...[runId, at, guards, recording]: Parameters<PlanStore['settle']>
): Promise<void> {
  await transact(connection, async (inside) => {
    const { knex } = inside;
    const record = await lockForApply(inside, runId, await planOf(inside, runId), ['delivered']);
    await run(
      knex,
      `update plan_users as p set user_id = (select u.id from users u where u.code_key = p.code_key and u.environment_id = p.environment_id)
       where p.plan_id = ? and p.user_id is null`,
      [record.plan],
    );
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
