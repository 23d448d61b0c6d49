/** Administrators of the portal whom a plan takes out, or adds: counted in the database. */
import type { AdministratorCount } from '../../domain/guards.js';
import type { Connection } from '../connection/connection.js';
import { administratorsNow, PORTAL_ADMIN } from '../directory/administrators.js';
import { number, select } from '../rows.js';
import { PLAN_USER_FLAGS } from './planUserRecords.js';

/** Who can sign in, and administers: of the directory, and as the plan leaves it. */
const BEFORE = `case when u.blocked = 0 and u.access & ${PORTAL_ADMIN} > 0 then 1 else 0 end`;
const AFTER = `case when p.effects & ${PLAN_USER_FLAGS.removed} > 0 then 0
  when coalesce(p.blocked, u.blocked, 0) = 0 and coalesce(p.access, u.access, 0) & ${PORTAL_ADMIN} > 0 then 1 else 0 end`;

/** The environments that have fewer of them after the plan than before it, by id; of users as they are now. */
export async function countAdministrators(
  connection: Connection,
  plan: number,
): Promise<readonly AdministratorCount[]> {
  const changed = await select<{ id: number; code: string; lost: number }>(
    connection.knex,
    `select e.id, e.code, sum(${BEFORE} - ${AFTER}) as lost
     from plan_users p left join users u on u.id = p.user_id join environments e on e.id = p.environment_id
     where p.plan_id = ? and (p.blocked is not null or p.access is not null or p.effects & ${PLAN_USER_FLAGS.removed} > 0)
     group by e.id, e.code having sum(${BEFORE} - ${AFTER}) > 0 order by e.id`,
    [plan],
  );
  if (changed.length === 0) return [];
  const now = await administratorsNow(connection);
  return changed.map(({ id, code, lost }) => {
    const before = now.get(id) ?? 0;
    return { environment: code, before, after: before - number(lost) };
  });
}
