/** Users who may enter something and whom a plan takes out, or adds: counted in the database, as they are now. */
import type { ActiveCount } from '../../domain/guards/guardCounts.js';
import type { Connection } from '../connection/connection.js';
import { activeWith, licensedEnvironments, PORTAL_ADMIN, PROFIT, type Licensed } from '../directory/activeWith.js';
import { number, select } from '../rows.js';
import { PLAN_USER_FLAGS } from './planUserRecords.js';

/** Who can sign in, and enter it: of the directory, and as the plan leaves it. */
const before = (access: number): string => `case when u.blocked = 0 and u.access & ${access} > 0 then 1 else 0 end`;
const after = (access: number): string => `case when p.effects & ${PLAN_USER_FLAGS.removed} > 0 then 0
  when coalesce(p.blocked, u.blocked, 0) = 0 and coalesce(p.access, u.access, 0) & ${access} > 0 then 1 else 0 end`;
const gained = (access: number): string => `sum(${after(access)} - ${before(access)})`;

/** What a plan changes of them in an environment: how many more there are after it, below nil fewer. */
interface AccessGained {
  readonly id: number;
  readonly code: string;
  readonly administrators: number;
  readonly licences: number;
}

/** In every environment where the plan blocks, unblocks, makes or removes somebody, or gives or takes access. */
export async function accessGained({ knex }: Connection, plan: number): Promise<readonly AccessGained[]> {
  const found = await select<AccessGained>(
    knex,
    `select e.id, e.code, ${gained(PORTAL_ADMIN)} as administrators, ${gained(PROFIT)} as licences
     from plan_users p left join users u on u.id = p.user_id join environments e on e.id = p.environment_id
     where p.plan_id = ? and (p.blocked is not null or p.access is not null or p.effects & ${PLAN_USER_FLAGS.removed} > 0)
     group by e.id, e.code order by e.id`,
    [plan],
  );
  return found.map(({ id, code, administrators, licences }) => ({
    id,
    code,
    administrators: number(administrators),
    licences: number(licences),
  }));
}

/** The environments that have fewer administrators after the plan than before it, by id. */
export async function countAdministrators(
  connection: Connection,
  changed: readonly AccessGained[],
): Promise<readonly ActiveCount[]> {
  const losing = changed.filter(({ administrators }) => administrators < 0);
  const now = await activeWith(
    connection,
    PORTAL_ADMIN,
    losing.map(({ id }) => id),
  );
  return losing.map(({ id, code, administrators }) => {
    const there = now.get(id) ?? 0;
    return { environment: code, before: there, after: there + administrators };
  });
}

/** Those of these environments of which a number of licences is set, with that number. */
export async function licensedAmong(connection: Connection, codes: ReadonlySet<string>): Promise<readonly Licensed[]> {
  return (await licensedEnvironments(connection)).filter(({ code }) => codes.has(code));
}

/** How many licences they use, before the plan and after it. */
export async function countLicences(
  connection: Connection,
  licensed: readonly Licensed[],
  changed: readonly AccessGained[],
): Promise<readonly (ActiveCount & Pick<Licensed, 'licences'>)[]> {
  const now = await activeWith(
    connection,
    PROFIT,
    licensed.map(({ id }) => id),
  );
  return licensed.map(({ id, code, licences }) => {
    const there = now.get(id) ?? 0;
    const more = changed.find((one) => one.id === id)?.licences ?? 0;
    return { environment: code, licences, before: there, after: there + more };
  });
}
