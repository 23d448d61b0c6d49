/** Hashes of passwords go when their plan can no longer be applied (docs/rules.md, *Passwords*). */
import type { Connection } from '../connection/connection.js';
import { run, selectOne } from '../rows.js';

/** Removes those of plans that have expired; looks first, so that who only reads does not write. */
export async function forgetExpired({ knex }: Connection, now = new Date().toISOString()): Promise<void> {
  const expired = "plan_id in (select plan_id from runs where status = 'planned' and expires_at <= ?)";
  const found = await selectOne(knex, `select 1 as found from plan_secrets where ${expired} limit 1`, [now]);
  if (found) await run(knex, `delete from plan_secrets where ${expired}`, [now]);
}
