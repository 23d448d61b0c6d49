/** Users of removed environments: they keep their UPN until it is cleared (docs/rules.md, *Leftovers*). */
import { UserError } from '../../application/userError.js';
import type { Recording } from '../../application/ports/auditLog.js';
import type { Leftover } from '../../application/ports/directoryStore.js';
import { caseKey, upnKey } from '../../domain/sourceRow.js';
import { recordDone } from '../audit/auditLog.js';
import type { Connection } from '../connection/connection.js';
import { run, select } from '../rows.js';
import { lockEnvironments, transact } from '../transaction.js';

const IN_REMOVED = 'from users u join environments e on e.id = u.environment_id where e.deleted_at is not null';

export function listLeftovers({ knex }: Connection): Promise<Leftover[]> {
  return select<Leftover>(
    knex,
    `select e.code as environment, u.code as "user", u.description, u.upn ${IN_REMOVED} order by e.id, u.code_key`,
  );
}

/** Clears the UPN of the leftovers with this user code, or this UPN; answers how many had one. */
export async function clearLeftoverUpn(connection: Connection, user: string, record?: Recording): Promise<number> {
  const key = caseKey(user);
  return transact(connection, async (inside) => {
    const { knex } = inside;
    await lockEnvironments(inside, 'deleted_at is not null');
    const found = await select<{ id: number; code: string; environment: string; upn_key: string | null }>(
      knex,
      `select u.id, u.code, e.code as environment, u.upn_key ${IN_REMOVED} and (u.code_key = ? or u.upn_key = ?)`,
      [key, upnKey(user)],
    );
    if (found.length === 0) throw new UserError('wrongUse', 'leftover.unknown', { user });
    const holding = found.filter((row) => row.upn_key !== null);
    for (const { id, code, environment } of holding) {
      await run(knex, "update users set upn = '', upn_key = null, version = version + 1 where id = ?", [id]);
      await recordDone(inside, record, { environment, user: code });
    }
    return holding.length;
  });
}
