/**
 * Writes exactly a plan, in one transaction over all environments, or nothing. Whatever the plan relies
 * on is checked in the same transaction: what changed since makes the plan stale.
 */
import type { Knex } from 'knex';
import { Stop } from '../../application/errors.js';
import type { OnProgress, StaleRow } from '../../application/ports/planStore.js';
import type { Connection } from '../connection/connection.js';
import { findStale } from './staleness.js';
import { EFFECT } from './planUserRecords.js';
import { run, selectOne } from '../rows.js';
import type { RunRecord } from '../runs/runRecords.js';
import { lockEnvironments, lockRun, transact } from '../transaction.js';

/** Ends the transaction without writing; carries what was found. */
class Refused extends Error {
  constructor(readonly stale: readonly StaleRow[]) {
    super('stale');
  }
}

export async function applyPlan(
  connection: Connection,
  runId: number,
  plan: number,
  at: string,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<readonly StaleRow[]> {
  try {
    await transact(connection, async (inside) => {
      const record = await lockForApply(inside, runId, plan);
      const stale = await findStale(inside, record, plan);
      if (stale.length > 0) throw new Refused(stale);
      const steps = writeSteps(connection, record, plan, at);
      for (const [done, step] of steps.entries()) {
        if (signal.aborted) throw new Stop('interrupted', 'apply.interrupted', { run: runId });
        onProgress({ phase: 'writing', done, total: steps.length });
        await step(inside.knex);
      }
      onProgress({ phase: 'writing', done: steps.length, total: steps.length });
      if (signal.aborted) throw new Stop('interrupted', 'apply.interrupted', { run: runId });
    });
    return [];
  } catch (error) {
    if (error instanceof Refused) return error.stale;
    throw error;
  }
}

/** Applies are one after the other within a type of environment; a plan is used once. */
async function lockForApply(inside: Connection, runId: number, plan: number): Promise<RunRecord> {
  await lockEnvironments(
    inside,
    'type = (select e.type from environments e join runs r on r.environment_id = e.id where r.id = ?)',
    [runId],
  );
  await lockRun(inside, runId);
  const record = await selectOne<RunRecord>(
    inside.knex,
    'select r.*, e.code as environment, e.type as environment_type from runs r join environments e on e.id = r.environment_id where r.id = ?',
    [runId],
  );
  if (!record) throw new Stop('wrongUse', 'run.unknown', { run: runId });
  if (record.status !== 'planned') throw new Stop('wrongUse', 'run.notPlanned', { run: runId, status: record.status });
  if (record.plan_id !== plan) throw new Stop('stale', 'run.changedMeanwhile', { run: runId });
  return record;
}

type Step = (transaction: Knex) => Promise<void>;

/** A value that is null in the plan stays as it is. */
function kept(...columns: readonly string[]): string {
  return columns.map((column) => `${column} = coalesce(p.${column}, users.${column})`).join(', ');
}

const OWN_VALUES = `${kept('description', 'email', 'access', 'site_language')},
  person_id = nullif(coalesce(p.person_id, users.person_id), 0), version = version + 1`;
const INDEXED_VALUES = `${kept('code', 'look', 'upn', 'blocked')}, code_key = p.code_key,
  upn_key = nullif(coalesce(p.upn_key, users.upn_key), '')`;

function writeSteps({ dialect }: Connection, record: RunRecord, plan: number, at: string): Step[] {
  const has = (effect: number): string => `p.effects & ${effect} > 0`;
  const only = (effect: number, but: number): string => `p.effects & ${effect | but} = ${effect}`;
  const planned = `from plan_users p where p.plan_id = ${plan}`;
  const statements: readonly (readonly [sql: string, ...bindings: (string | number)[]])[] = [
    [
      `insert into user_groups (environment_id, code, code_key, description)
       select ${record.environment_id}, code, code_key, description from plan_groups where plan_id = ${plan} and removes = 0`,
    ],
    // Codes that change place with each other pass through a code that nobody can have.
    [`update users set code_key = ' ' || id where id in (select p.user_id ${planned} and ${has(EFFECT.renamed)})`],
    // Most changes are about what no index knows; the others would write the indexes anew for each of them.
    [`update users set ${OWN_VALUES} ${planned} and ${only(EFFECT.changed, EFFECT.indexed)} and p.user_id = users.id`],
    [
      `update users set ${OWN_VALUES}, ${INDEXED_VALUES} ${planned} and ${has(EFFECT.indexed)} and p.user_id = users.id`,
    ],
    [
      `insert into users (environment_id, code, code_key, look, description, email, upn, upn_key, person_id, blocked, access, site_language)
       select p.environment_id, p.code, p.code_key, p.look, p.description, p.email, p.upn, nullif(p.upn_key, ''), nullif(p.person_id, 0),
         p.blocked, p.access, p.site_language
       ${planned} and ${has(EFFECT.created)} order by p.id`,
    ],
    [
      `update plan_users set user_id = (select u.id from users u where u.code_key = plan_users.code_key and u.environment_id = plan_users.environment_id)
       where plan_id = ${plan} and user_id is null`,
    ],
    [
      `update users set password_hash = s.hash from plan_users p join plan_secrets s on s.plan_id = p.plan_id and s.row_no = p.password_row
       where p.plan_id = ${plan} and ${has(EFFECT.passwordSet)} and p.user_id = users.id`,
    ],
    [
      `delete from memberships where (user_id, group_id) in (
         select p.user_id, g.id from plan_users p cross join ${dialect.unfold('p.groups_removed', 'removed')}
         join user_groups g on g.environment_id = p.environment_id and g.code = removed.value
         where p.plan_id = ${plan} and p.groups_removed is not null)`,
    ],
    [
      // Unfolded first: PostgreSQL would look through all groups for each user.
      `insert into memberships (user_id, group_id)
       with joined as materialized (
         select p.user_id, p.environment_id, added.value as code from plan_users p cross join ${dialect.unfold('p.groups_added', 'added')}
         where p.plan_id = ${plan} and p.groups_added is not null)
       select j.user_id, g.id from joined j join user_groups g on g.environment_id = j.environment_id and g.code = j.code`,
    ],
    [
      `delete from user_groups where environment_id = ${record.environment_id}
         and code_key in (select code_key from plan_groups where plan_id = ${plan} and removes = 1)
         and not exists (select 1 from memberships m where m.group_id = user_groups.id)`,
    ],
    [
      `insert into revoked_tokens (run_id, environment, user_code, application, device)
       select ?, e.code, u.code, t.application, t.device from plan_users p join users u on u.id = p.user_id
       join tokens t on t.user_id = u.id join environments e on e.id = p.environment_id where p.plan_id = ${plan} and p.tokens_revoked > 0 order by p.id, t.id`,
      record.id,
    ],
    [`delete from tokens where user_id in (select p.user_id ${planned} and p.tokens_revoked > 0)`],
    [`delete from plan_secrets where plan_id = ${plan}`],
    ['update runs set status = ?, applied_at = ? where id = ?', 'applied', at, record.id],
    ...(record.kind === 'undo' && record.parent !== null
      ? ([
          // Undoing an undo brings back what the first run did.
          [
            "update runs set undone_by = null where id = (select parent from runs where id = ? and kind = 'undo')",
            record.parent,
          ],
          ['update runs set undone_by = ? where id = ?', record.id, record.parent],
        ] as const)
      : []),
  ];
  return statements.map(
    ([sql, ...bindings]) =>
      (transaction) =>
        run(transaction, sql, bindings),
  );
}
