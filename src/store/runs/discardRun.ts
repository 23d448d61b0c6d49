/** A plan that is not applied any more: it stays to be looked at, without its passwords. */
import { UserError } from '../../application/userError.js';
import type { Recording } from '../../application/ports/auditLog.js';
import { recordDone } from '../audit/auditLog.js';
import type { Connection } from '../connection/connection.js';
import { run, select } from '../rows.js';
import { transact } from '../transaction.js';

export async function discardRun(connection: Connection, runId: number, record?: Recording): Promise<void> {
  await transact(connection, async (inside) => {
    const { knex } = inside;
    const [discarded] = await select<{ plan_id: number }>(
      knex,
      "update runs set status = 'discarded' where id = ? and status in ('planned', 'delivered') returning plan_id",
      [runId],
    );
    if (!discarded) throw new UserError('wrongUse', 'run.notPlanned', { run: runId, status: '' });
    await run(knex, 'delete from plan_secrets where plan_id = ?', [discarded.plan_id]);
    await recordDone(inside, record);
  });
}
