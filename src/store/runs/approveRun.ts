/** Records an approval, if the run is still what was looked at. */
import { UserError } from '../../application/userError.js';
import type { PlanStore } from '../../application/ports/planStore.js';
import { recordDone } from '../audit/auditLog.js';
import type { Connection } from '../connection/connection.js';
import { lockRun, transact } from '../transaction.js';
import { findRun } from './runQueries.js';
import { addPeople } from './runPeople.js';
import { runOf } from './runRecords.js';

export async function approveRun(
  connection: Connection,
  ...[run, approver, { people, raisedBy, limits, record: recording }]: Parameters<PlanStore['approve']>
): Promise<void> {
  await transact(connection, async (inside) => {
    await lockRun(inside, run.id);
    const record = await findRun(inside, run.id);
    const now = runOf(record);
    if (now.status !== 'planned' || now.plan !== run.plan || now.digest !== run.digest)
      throw new UserError('stale', 'run.changedMeanwhile', { run: run.id });
    const details = { ...(JSON.parse(record.details) as object), guardSettings: limits };
    await inside
      .knex('runs')
      .where({ id: run.id })
      .update({
        approved_by: approver.login,
        approved_at: approver.at,
        approved_database_login: approver.databaseLogin,
        raised_by: JSON.stringify(raisedBy),
        details: JSON.stringify(details),
      });
    await addPeople(inside.knex, run.id, people);
    await recordDone(inside, recording);
  });
}
