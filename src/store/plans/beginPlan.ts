/** The beginning of a plan, and the end of one that came to nothing. */
import type { Knex } from 'knex';
import type { Connection } from '../connection/connection.js';
import { run, select, selectOne } from '../rows.js';
import { transact } from '../transaction.js';
import { forgetExpired } from './forgetSecrets.js';

/** A plan that nobody touched for this long was left behind by a process that ended. */
const ABANDONED_AFTER = 60 * 60 * 1000;

export async function beginPlan(connection: Connection): Promise<number> {
  const { knex } = connection;
  await sweep(connection);
  await forgetExpired(connection);
  const touched = new Date().toISOString();
  const row = await selectOne<{ id: number }>(knex, 'insert into plans (touched_at) values (?) returning id', [
    touched,
  ]);
  if (!row) throw new Error('a plan without a number');
  return row.id;
}

async function sweep(connection: Connection): Promise<void> {
  const before = new Date(Date.now() - ABANDONED_AFTER).toISOString();
  const left = await select<{ id: number }>(
    connection.knex,
    'select id from plans p where touched_at < ? and not exists (select 1 from runs r where r.plan_id = p.id)',
    [before],
  );
  // One that becomes a run's plan after all at this very moment cannot be dropped, and stays whole.
  for (const { id } of left) await transact(connection, (inside) => dropPlan(inside.knex, id)).catch(() => undefined);
}

/** Deletes a plan with its parts, of which nobody writes more meanwhile. */
export async function dropPlan(knex: Knex, plan: number): Promise<void> {
  await run(knex, 'update plans set touched_at = touched_at where id = ?', [plan]);
  await dropParts(knex, plan);
  await run(knex, 'delete from plans where id = ?', [plan]);
}

export async function dropParts(knex: Knex, plan: number): Promise<void> {
  for (const table of ['plan_secrets', 'plan_groups', 'plan_users', 'plan_rows'])
    await run(knex, `delete from ${table} where plan_id = ?`, [plan]);
}
