/** An import leaves administrators, and licences, where the guards of a plan would have them left (docs/rules.md, *Guards*). */
import { UserError } from '../../../application/userError.js';
import { administratorGuard, administratorsKept } from '../../../domain/guards/administrators.js';
import type { GuardSettings } from '../../../domain/guards/guardSettings.js';
import { licenceGuard } from '../../../domain/guards/licences.js';
import type { Connection } from '../../connection/connection.js';
import { select } from '../../rows.js';
import {
  activeWith,
  licensedEnvironments,
  PORTAL_ADMIN,
  PROFIT,
  type ActiveUsers,
  type Licensed,
} from '../activeWith.js';

/** What an import of a directory has to leave. */
interface ActiveBefore {
  readonly administrators: ActiveUsers;
  readonly licensed: readonly Licensed[];
  readonly licences: ActiveUsers;
}

export async function activeBefore(connection: Connection): Promise<ActiveBefore> {
  const licensed = await licensedEnvironments(connection);
  return {
    administrators: await activeWith(connection, PORTAL_ADMIN),
    licensed,
    licences: await activeWith(connection, PROFIT, idsOf(licensed)),
  };
}

/** What is no plan is refused where a plan would be stopped: throws `UserError` for the first such environment. */
export async function refuseBeyond(connection: Connection, before: ActiveBefore): Promise<void> {
  await refuseLockOut(connection, before.administrators);
  const { licensed, licences } = before;
  const now = await activeWith(connection, PROFIT, idsOf(licensed));
  for (const { id, code: environment, licences: limit } of licensed) {
    const counts = { environment, before: licences.get(id) ?? 0, after: now.get(id) ?? 0 };
    if (licenceGuard(counts, limit).tripped)
      throw new UserError('guarded', 'directory.overLicences', { environment, count: counts.after, limit });
  }
}

async function refuseLockOut(connection: Connection, before: ActiveUsers): Promise<void> {
  const now = await activeWith(connection, PORTAL_ADMIN);
  const losing = [...before].filter(([id, there]) => there > (now.get(id) ?? 0));
  if (losing.length === 0) return;
  const environments = await select<{ id: number; code: string; guards: string }>(
    connection.knex,
    'select id, code, guards from environments where deleted_at is null order by id',
  );
  for (const { id, code: environment, guards } of environments) {
    const limit = administratorsKept(JSON.parse(guards) as GuardSettings);
    const counts = { environment, before: before.get(id) ?? 0, after: now.get(id) ?? 0 };
    const { tripped, count } = administratorGuard(counts, limit);
    if (tripped) throw new UserError('guarded', 'directory.locksOut', { environment, count, limit });
  }
}

function idsOf(environments: readonly Licensed[]): readonly number[] {
  return environments.map(({ id }) => id);
}
