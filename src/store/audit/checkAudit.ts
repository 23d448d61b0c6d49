/** Whether the audit is as it was written: no record changed, moved, taken out or cut off. */
import type { Connection } from '../connection/connection.js';
import { selectOne } from '../rows.js';
import { auditRows } from './auditLog.js';
import { hashOf } from './auditRecords.js';

export interface AuditFault {
  readonly key: 'db.check.auditGap' | 'db.check.auditChanged' | 'db.check.auditCut' | 'db.check.auditHead';
  readonly params: Readonly<Record<string, string | number>>;
}

/** The first fault of the chain: behind it nothing can be told any more. */
export async function checkAudit(connection: Connection): Promise<readonly AuditFault[]> {
  let number = 0;
  let hash = '';
  for await (const rows of auditRows(connection, 0)) {
    for (const row of rows) {
      if (Number(row.number) !== number + 1) return [fault('db.check.auditGap', number + 1)];
      if (hashOf({ ...row, number: number + 1, exit_status: Number(row.exit_status) }, hash) !== row.hash)
        return [fault('db.check.auditChanged', number + 1)];
      number++;
      ({ hash } = row);
    }
  }
  const head = await selectOne<{ number: number; hash: string }>(
    connection.knex,
    'select number, hash from audit_head where id = 1',
  );
  if (!head || Number(head.number) < number) return [fault('db.check.auditHead', number)];
  if (Number(head.number) > number)
    return [{ ...fault('db.check.auditCut', number), params: { number, last: head.number } }];
  return head.hash === hash ? [] : [fault('db.check.auditChanged', number)];
}

function fault(key: AuditFault['key'], number: number): AuditFault {
  return { key, params: { number } };
}
