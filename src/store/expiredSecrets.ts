/** Password hashes of plans that can be applied no more are forgotten (SPEC 6: a plan expires). */
import type { Connection } from './connection.js';
import { run, select } from './rows.js';

/** Looks first, so that opening a database waits for nobody when there is nothing to forget. */
export async function forgetExpiredSecrets({ knex }: Connection, now = new Date()): Promise<void> {
  const expired = await select<{ plan_id: number }>(
    knex,
    `select r.plan_id from runs r where r.status = 'planned' and r.expires_at <= ?
       and exists (select 1 from plan_secrets s where s.plan_id = r.plan_id)`,
    [now.toISOString()],
  );
  for (const { plan_id } of expired) await run(knex, 'delete from plan_secrets where plan_id = ?', [plan_id]);
}
