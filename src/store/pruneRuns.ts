/** Removes the personal data of old runs: rows, users, tokens, file names. What they did in numbers stays. */
import type { Connection } from './connect.js';
import { run, select } from './rows.js';

interface Old {
  id: number;
  plan_id: number;
  details: string;
}

/** Prunes the runs made before a moment (ISO 8601), one transaction a run; a plan that waits is discarded. */
export async function pruneRuns({ knex }: Connection, before: string): Promise<number> {
  const old = await select<Old>(knex, 'select id, plan_id, details from runs where created_at < ? and pruned = 0 order by id', [before]);
  for (const { id, plan_id, details } of old) {
    const kept = JSON.parse(details) as { file: object; settings: object };
    const impersonal = JSON.stringify({ ...kept, file: { ...kept.file, name: '' }, headers: [], layout: null });
    await knex.transaction(async (transaction) => {
      for (const table of ['plan_secrets', 'plan_groups', 'plan_users', 'plan_rows']) {
        await run(transaction, `delete from ${table} where plan_id = ?`, [plan_id]);
      }
      await run(transaction, 'delete from revoked_tokens where run_id = ?', [id]);
      await run(transaction, "update runs set pruned = 1, details = ?, status = case status when 'planned' then 'discarded' else status end where id = ?", [impersonal, id]);
    });
  }
  return old.length;
}
