/** Removes the personal data of old runs: rows, users, tokens, file names. What they did in numbers stays. */
import type { Recording } from '../../application/ports/auditLog.js';
import type { ImportSettings } from '../../domain/settings.js';
import { recordDone } from '../audit/auditLog.js';
import type { Connection } from '../connection/connection.js';
import { dropParts } from '../plans/beginPlan.js';
import { run, select, selectOne } from '../rows.js';
import { lockRun, transact } from '../transaction.js';

/** Prunes the runs made before a moment (ISO 8601), one transaction a run; a plan that waits, or was delivered, is discarded. */
export async function pruneRuns(connection: Connection, before: string, record?: Recording): Promise<number> {
  const old = await select<{ id: number }>(
    connection.knex,
    'select id from runs where created_at < ? and pruned = 0 order by id',
    [before],
  );
  for (const { id } of old)
    await transact(connection, async (inside) => {
      await pruneRun(inside, id);
      await recordDone(inside, record, { run: id });
    });
  return old.length;
}

async function pruneRun(inside: Connection, id: number): Promise<void> {
  const { knex } = inside;
  await lockRun(inside, id);
  const found = await selectOne<{ plan_id: number; details: string }>(
    knex,
    'select plan_id, details from runs where id = ? and pruned = 0',
    [id],
  );
  if (!found) return;
  const kept = JSON.parse(found.details) as { file: object; settings: ImportSettings };
  const file = { ...kept.file, name: '' };
  const settings = impersonalSettings(kept.settings);
  const impersonal = JSON.stringify({ ...kept, file, settings, headers: [], layout: null });
  await dropParts(knex, found.plan_id);
  await run(knex, 'delete from revoked_tokens where run_id = ?', [id]);
  await run(
    knex,
    "update runs set pruned = 1, details = ?, reason = null, status = case when status in ('planned', 'delivered') then 'discarded' else status end where id = ?",
    [impersonal, id],
  );
}

/** An act names users, and the values that it gave are theirs; what an import fixed is of no user. */
function impersonalSettings({ onlyUser: _onlyUser, act, ...settings }: ImportSettings): ImportSettings {
  if (!act) return settings;
  const { user: _user, into: _into, ...rest } = act;
  return { ...settings, mapping: {}, act: rest };
}
