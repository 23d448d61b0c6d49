/** Whether the audit is as it was written: no record changed, moved, taken out or cut off. */
import type { Fault } from '../check/fault.js';
import type { Connection } from '../connection/connection.js';
import { selectOne } from '../rows.js';
import { storedRecords } from './auditLog.js';
import { isAsWritten } from './auditRecords.js';
import type { TextKey } from '../../language/index.js';

/** The first fault of the chain: nothing behind it can be checked any more. */
export async function checkAudit(connection: Connection): Promise<readonly Fault[]> {
  let number = 0;
  let hash = '';
  for await (const rows of storedRecords(connection, 0)) {
    for (const row of rows) {
      if (row.number !== number + 1) return [fault('check.auditGap', number + 1)];
      if (!isAsWritten(row, hash)) return [fault('check.auditChanged', number + 1)];
      number++;
      ({ hash } = row);
    }
  }
  const head = await selectOne<{ number: number; hash: string }>(
    connection.knex,
    'select number, hash from audit_head where id = 1',
  );
  if (!head) return number === 0 ? [] : [fault('check.auditHead', number)];
  if (head.number < number) return [fault('check.auditHead', number)];
  if (head.number > number) return [{ ...fault('check.auditCut', number), params: { number, last: head.number } }];
  return head.hash === hash ? [] : [fault('check.auditChanged', number)];
}

function fault(key: TextKey, number: number): Fault {
  return { key, params: { number } };
}
