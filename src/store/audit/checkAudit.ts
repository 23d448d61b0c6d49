/** Whether the audit is as it was written: no record changed, moved, taken out or cut off. */
import type { Fault } from '../check/fault.js';
import type { Connection } from '../connection/connection.js';
import { selectOne } from '../rows.js';
import { auditRows } from './auditLog.js';
import { hashOf } from './auditRecords.js';

/** The first fault of the chain: behind it nothing can be told any more. */
export async function checkAudit(connection: Connection): Promise<readonly Fault[]> {
  let number = 0;
  let hash = '';
  for await (const rows of auditRows(connection, 0)) {
    for (const row of rows) {
      if (Number(row.number) !== number + 1) return [fault('check.auditGap', number + 1)];
      if (hashOf({ ...row, number: number + 1, exit_status: Number(row.exit_status) }, hash) !== row.hash)
        return [fault('check.auditChanged', number + 1)];
      number++;
      ({ hash } = row);
    }
  }
  const head = await selectOne<{ number: number; hash: string }>(
    connection.knex,
    'select number, hash from audit_head where id = 1',
  );
  if (!head) return number === 0 ? [] : [fault('check.auditHead', number)];
  if (Number(head.number) < number) return [fault('check.auditHead', number)];
  if (Number(head.number) > number)
    return [{ ...fault('check.auditCut', number), params: { number, last: Number(head.number) } }];
  return head.hash === hash ? [] : [fault('check.auditChanged', number)];
}

function fault(key: string, number: number): Fault {
  return { key, params: { number } };
}
