/** Records an approval, if the run is still what was looked at. */
import { UserError } from '../../application/userError.js';
import type { PlanStore } from '../../application/ports/planStore.js';
import { recordDone } from '../audit/auditLog.js';
import type { Connection } from '../connection/connection.js';
import { run as execute } from '../rows.js';
import { lockRun, transact } from '../transaction.js';
import { storedRun } from './runQueries.js';
import { addPeople } from './runPeople.js';
import { runOf } from './runRecords.js';

export async function approveRun(
  connection: Connection,
  ...[run, approver, { people, raisedBy, limits, record }]: Parameters<PlanStore['approve']>
): Promise<void> {
  await transact(connection, async (inside) => {
    await lockRun(inside, run.id);
    const stored = await storedRun(inside, run.id);
    const { plan, digest } = runOf(stored, approver.at);
    if (stored.status !== 'planned' || plan !== run.plan || digest !== run.digest)
      throw new UserError('stale', 'run.changedMeanwhile', { run: run.id });
    await execute(
      inside.knex,
      `update runs set approved_by = ?, approved_at = ?, approved_database_login = ?, raised_by = ?, details = ? where id = ?`,
      [
        approver.login,
        approver.at,
        approver.databaseLogin,
        JSON.stringify(raisedBy),
        JSON.stringify({ ...stored.details, guardSettings: limits }),
        run.id,
      ],
    );
    await addPeople(inside, run.id, people);
    await recordDone(inside, record);
  });
}
