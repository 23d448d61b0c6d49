/** What PostgreSQL knows of how much there is; it looks for itself, but too late for a plan that is applied at once. */
import type { Connection } from '../connection/connection.js';
import { run, selectOne, number } from '../rows.js';

/** With fewer users any way of working is fast enough. */
const MANY = 5000;

/** Called when all of a plan is stored: without it, applying many users was seen to take ten times as long. */
export async function refreshStatistics({ knex, dialect }: Connection, plan: number): Promise<void> {
  if (dialect.name !== 'postgres') return;
  const found = await selectOne<{ users: number }>(knex, 'select count(*) as users from plan_users where plan_id = ?', [
    plan,
  ]);
  if (number(found?.users) > MANY) await run(knex, 'analyze plan_users, plan_rows');
}
