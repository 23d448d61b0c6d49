/** A complete plan becomes the plan of a run. */
import { UserError } from '../../application/userError.js';
import type { Recording } from '../../application/ports/auditLog.js';
import type { NewRun, RunPerson } from '../../application/ports/planStore.js';
import type { Run } from '../../domain/run.js';
import { recordDone } from '../audit/auditLog.js';
import type { Connection } from '../connection/connection.js';
import { insertRow, updateRows } from '../insertRows.js';
import { run as execute } from '../rows.js';
import { addPeople } from '../runs/runPeople.js';
import { RUNS } from '../runs/runRecords.js';
import { transact } from '../transaction.js';
import { dropPlan } from './beginPlan.js';

/** A plan that is to be the plan of a new run. */
export interface ToPublish {
  readonly plan: number;
  readonly run: NewRun;
  readonly people: readonly RunPerson[];
  readonly record?: Recording | undefined;
}

/** Makes plans the plans of new runs, all or none; answers the runs' numbers. Several are a set. */
export async function publishPlans(connection: Connection, plans: readonly ToPublish[]): Promise<readonly number[]> {
  return transact(connection, async (inside) => {
    const ids: number[] = [];
    for (const one of plans) ids.push(await publishPlan(inside, one));
    if (ids.length > 1)
      await execute(inside.knex, `update runs set run_set = ? where id in (${ids.map(() => '?').join(', ')})`, [
        JSON.stringify(ids),
        ...ids,
      ]);
    return ids;
  });
}

async function publishPlan(inside: Connection, { plan, run, people, record }: ToPublish): Promise<number> {
  const id = await insertRow(inside, RUNS, { plan, run }, 'id');
  await addPeople(inside, id, people);
  if (run.status === 'discarded') await execute(inside.knex, 'delete from plan_secrets where plan_id = ?', [plan]);
  await recordDone(inside, record, { run: id, exit: run.exit });
  return id;
}

/** Gives a run another plan, if its plan is still the one that was read; the approval lapses. */
export async function republishPlan(
  connection: Connection,
  plan: number,
  before: Pick<Run, 'id' | 'plan'>,
  run: NewRun,
  people: readonly RunPerson[],
  record?: Recording,
): Promise<void> {
  await transact(connection, async (inside) => {
    const changed = await updateRows(inside, RUNS, { plan, run }, "id = ? and edition = ? and status = 'planned'", [
      before.id,
      before.plan,
    ]);
    if (changed !== 1) throw new UserError('stale', 'run.changedMeanwhile', { run: before.id });
    await addPeople(inside, before.id, people);
    await dropPlan(inside.knex, before.plan);
    await recordDone(inside, record, { exit: run.exit });
  });
}
