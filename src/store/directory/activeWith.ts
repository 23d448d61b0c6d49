/** Active users who may enter something: those who administer an environment, and those who use a licence (docs/rules.md, *Guards*). */
import { UserError } from '../../application/userError.js';
import { administratorsKept } from '../../domain/guards/administrators.js';
import { fieldOf, type AccessField } from '../../domain/fields.js';
import type { GuardSettings } from '../../domain/guards/guardSettings.js';
import type { Connection } from '../connection/connection.js';
import { number, select } from '../rows.js';
import { readRules } from './environmentSettings.js';

/** In `users.access`. */
const bitOf = (field: AccessField): number => 2 ** (fieldOf(field).bit ?? 0);
export const PORTAL_ADMIN = bitOf('portalAdmin');
export const PROFIT = bitOf('profit');

/** How many there are, by environment id. */
type ActiveUsers = ReadonlyMap<number, number>;

/** In these environments alone, by id; in all unless told otherwise. */
export async function activeWith(
  { knex }: Connection,
  access: number,
  environments?: readonly number[],
): Promise<ActiveUsers> {
  if (environments?.length === 0) return new Map();
  const where = environments ? `environment_id in (${environments.map(() => '?').join(', ')}) and ` : '';
  const found = await select<{ id: number; users: number }>(
    knex,
    `select environment_id as id, count(*) as users from users
     where ${where}blocked = 0 and access & ${access} > 0 group by environment_id`,
    environments ?? [],
  );
  return new Map(found.map(({ id, users }) => [id, number(users)]));
}

/** An environment that has a number of licences. */
export interface Licensed {
  readonly id: number;
  readonly code: string;
  readonly licences: number;
}

/** The live environments of which a number of licences is set. */
export async function licensedEnvironments({ knex }: Connection): Promise<readonly Licensed[]> {
  const found = await select<{ id: number; code: string; rules: string }>(
    knex,
    "select id, code, rules from environments where deleted_at is null and rules <> '{}' order by id",
  );
  return found.flatMap(({ id, code, rules }) => {
    const { licences } = readRules(rules);
    return licences === null ? [] : [{ id, code, licences }];
  });
}

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
  for (const { id, code, licences: limit } of licensed) {
    const count = now.get(id) ?? 0;
    if (count > Math.max(limit, licences.get(id) ?? 0))
      throw new UserError('guarded', 'directory.overLicences', { environment: code, count, limit });
  }
}

async function refuseLockOut(connection: Connection, before: ActiveUsers): Promise<void> {
  const now = await activeWith(connection, PORTAL_ADMIN);
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

function idsOf(environments: readonly Licensed[]): readonly number[] {
  return environments.map(({ id }) => id);
}
