/** Who administers an environment: its active users with `portalAdmin` (docs/rules.md, *Guards*). */
import { UserError } from '../../application/userError.js';
import { administratorsKept } from '../../domain/administrators.js';
import { fieldOf } from '../../domain/fields.js';
import type { GuardSettings } from '../../domain/guards.js';
import type { Connection } from '../connection/connection.js';
import { number, select } from '../rows.js';

/** In `users.access`. */
export const PORTAL_ADMIN = 2 ** (fieldOf('portalAdmin').bit ?? 0);

/** How many there are, by environment id. */
export type Administrators = ReadonlyMap<number, number>;

export async function administratorsNow({ knex }: Connection): Promise<Administrators> {
  const found = await select<{ id: number; users: number }>(
    knex,
    `select environment_id as id, count(*) as users from users
     where blocked = 0 and access & ${PORTAL_ADMIN} > 0 group by environment_id`,
  );
  return new Map(found.map(({ id, users }) => [id, number(users)]));
}

/** What is no plan is refused where a plan would be stopped: throws `UserError` for the first such environment. */
export async function refuseLockOut(connection: Connection, before: Administrators): Promise<void> {
  const now = await administratorsNow(connection);
  const lostIn = (id: number): number => (before.get(id) ?? 0) - (now.get(id) ?? 0);
  if (![...before.keys()].some((id) => lostIn(id) > 0)) return;
  const environments = await select<{ id: number; code: string; guards: string }>(
    connection.knex,
    'select id, code, guards from environments where deleted_at is null order by id',
  );
  for (const { id, code, guards } of environments) {
    const limit = administratorsKept(JSON.parse(guards) as GuardSettings);
    const count = lostIn(id);
    if (count > 0 && (now.get(id) ?? 0) < limit)
      throw new UserError('guarded', 'directory.locksOut', { environment: code, count, limit });
  }
}
