/** A complete plan becomes the plan of a run. */
import { UserError } from '../../application/userError.js';
import type { Recording } from '../../application/ports/auditLog.js';
import type { NewRun, RunPerson } from '../../application/ports/planStore.js';
import type { Run } from '../../domain/run.js';
import { recordDone } from '../audit/auditLog.js';
import type { Connection } from '../connection/connection.js';
import { addPeople } from '../runs/runPeople.js';
import { runValues } from '../runs/runRecords.js';
import { transact } from '../transaction.js';
import { dropPlan } from './beginPlan.js';

/** Makes the plan the plan of a new run; answers the run's number. */
export async function publishPlan(
  connection: Connection,
  plan: number,
  newRun: NewRun,
  people: readonly RunPerson[],
  record?: Recording,
): Promise<number> {
  return transact(connection, async (inside) => {
    const { knex } = inside;
    const [row] = await knex('runs').insert(runValues(plan, newRun)).returning<{ id: number }[]>('id');
    if (!row) throw new Error('a run without a number');
    await addPeople(knex, row.id, people);
    await recordDone(inside, record, { run: row.id, exit: exitOf(newRun) });
    return row.id;
  });
}

/** Gives a run another plan, if its plan is still the one that was read; the approval lapses. */
export async function republishPlan(
  connection: Connection,
  plan: number,
  before: Pick<Run, 'id' | 'plan'>,
  newRun: NewRun,
  people: readonly RunPerson[],
  record?: Recording,
): Promise<void> {
  await transact(connection, async (inside) => {
    const { knex: transaction } = inside;
    const changed: number = await transaction('runs')
      .where({ id: before.id, plan_id: before.plan, status: 'planned' })
      .update(runValues(plan, newRun));
    if (changed !== 1) throw new UserError('stale', 'run.changedMeanwhile', { run: before.id });
    await addPeople(transaction, before.id, people);
    await dropPlan(transaction, before.plan);
    await recordDone(inside, record, { exit: exitOf(newRun) });
  });
}

/** What a script gets of a plan: whether rows were rejected. */
function exitOf({ summary }: NewRun): number {
  return summary.outcomes.rejected > 0 ? 3 : 0;
}
