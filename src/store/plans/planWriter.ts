/** Writes a plan in chunks; only `publish` or `republish` makes it somebody's plan. */
import type { Knex } from 'knex';
import { UserError } from '../../application/userError.js';
import type { Recording } from '../../application/ports/auditLog.js';
import type {
  NewRun,
  PlanChunk,
  PlannedGroup,
  PlannedUserCounts,
  RunPerson,
} from '../../application/ports/planStore.js';
import type { Environment } from '../../domain/directory.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { WorkingUser } from '../../domain/workingDirectory.js';
import { recordDone } from '../audit/auditLog.js';
import type { Connection } from '../connection/connection.js';
import type { JsonValue } from '../dialect.js';
import { insertRows, type RowsToInsert } from '../insertRows.js';
import { forgetExpired } from './forgetSecrets.js';
import { PLAN_ROW_COLUMNS, planRowValues } from './planRowRecords.js';
import { PLAN_USER_FLAGS, PLAN_USER_COLUMNS, planUserValues } from './planUserRecords.js';
import { number, run, select, selectOne } from '../rows.js';
import { addPeople } from '../runs/runPeople.js';
import { runValues } from '../runs/runRecords.js';
import { transact } from '../transaction.js';

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
  for (const table of ['plan_secrets', 'plan_groups', 'plan_users', 'plan_rows']) {
    await run(knex, `delete from ${table} where plan_id = ?`, [plan]);
  }
  await run(knex, 'delete from plans where id = ?', [plan]);
}

/** `stored` is the highest number of a user of the plan that was stored before. */
export async function savePlanChunk(
  connection: Connection,
  plan: number,
  chunk: PlanChunk,
  stored: number,
): Promise<void> {
  await transact(connection, async ({ knex: transaction, dialect }) => {
    const touched = new Date().toISOString();
    const there = await select(transaction, 'update plans set touched_at = ? where id = ? returning id', [
      touched,
      plan,
    ]);
    // It stood still for so long that it was swept.
    if (there.length === 0) throw new UserError('interrupted', 'plan.interrupted');
    const insert = (given: Omit<RowsToInsert, 'constants'>): Promise<void> =>
      insertRows({ knex: transaction, dialect }, { ...given, constants: { plan_id: plan } });
    await insert({
      table: 'plan_rows',
      columns: PLAN_ROW_COLUMNS,
      rows: chunk.rows.map(({ planned, source }) => planRowValues(planned, source)),
    });
    const isStored = (user: WorkingUser): boolean => user.planId <= stored;
    for (const [users, suffix] of [
      [chunk.users.filter((user) => !isStored(user) && user.base === null), ''],
      [chunk.users.filter((user) => !isStored(user) && user.base !== null), ''],
      [chunk.users.filter(isStored), UPDATE_STORED],
    ] as const) {
      await insert({ table: 'plan_users', columns: PLAN_USER_COLUMNS, rows: users.map(planUserValues), suffix });
    }
    const groupValues = (groups: readonly PlannedGroup[], removes: number): JsonValue[][] =>
      groups.map((group) => [group.code, caseKey(group.code), group.description, removes]);
    await insert({
      table: 'plan_groups',
      columns: { code: 'text', code_key: 'text', description: 'text', removes: 'int' },
      rows: [...groupValues(chunk.groups, 0), ...groupValues(chunk.removedGroups ?? [], 1)],
    });
    await insert({
      table: 'plan_secrets',
      columns: { row_no: 'int', hash: 'text' },
      rows: chunk.secrets.map(({ row, hash }) => [row, hash]),
    });
  });
}

/** A user that a later row is about as well; columns that are not given are null again. */
const UPDATE_STORED = `on conflict (plan_id, id) do update set ${Object.keys(PLAN_USER_COLUMNS)
  .filter((name) => name !== 'id')
  .map((name) => `${name} = excluded.${name}`)
  .join(', ')}`;

/** What can only be counted over the whole plan: users, each once, by its net change. */
export async function countPlannedUsers(
  { knex }: Connection,
  plan: number,
  target: Environment,
): Promise<Omit<PlannedUserCounts, 'rowsDigest'>> {
  const cleared = await select<{ lost: number; users: number }>(
    knex,
    `select d + e + u as lost, count(*) as users from
       (select target_id, max(cleared & 1) as d, max(cleared & 2) as e, max(cleared & 4) as u
        from plan_users where plan_id = ? and cleared > 0 group by target_id) by_user
     group by d + e + u`,
    [plan],
  );
  const counts = await selectOne<Record<'blocks' | 'renames' | 'creates' | 'changes' | 'deferred', number>>(
    knex,
    `select coalesce(sum(case when effects & ${PLAN_USER_FLAGS.blocked} > 0 then 1 else 0 end), 0) as blocks,
            count(distinct case when effects & ${PLAN_USER_FLAGS.renamed} > 0 then target_id end) as renames,
            count(case when effects & ${PLAN_USER_FLAGS.created} > 0 then 1 end) as creates,
            count(case when effects & ${PLAN_USER_FLAGS.changed} > 0 and environment_id = ${target.id} then 1 end) as changes,
            count(deferred_upn) as deferred
     from plan_users where plan_id = ?`,
    [plan],
  );
  const environments = await select<{ code: string; users: number }>(
    knex,
    `select e.code, c.users from
       (select environment_id, count(*) as users from plan_users where plan_id = ? and effects & ${PLAN_USER_FLAGS.changed} > 0 group by environment_id) c
     join environments e on e.id = c.environment_id order by e.id`,
    [plan],
  );
  const active = await selectOne<{ users: number }>(
    knex,
    'select count(*) as users from users where environment_id = ? and blocked = 0',
    [target.id],
  );
  return {
    clearedBy: Object.fromEntries(cleared.map(({ lost, users }) => [lost, number(users)])),
    blocks: number(counts?.blocks),
    renames: number(counts?.renames),
    creates: number(counts?.creates),
    updates: number(counts?.changes) - number(counts?.creates),
    deferredUpns: number(counts?.deferred),
    environments: Object.fromEntries(environments.map(({ code, users }) => [code, { users: number(users) }])),
    activeUsers: number(active?.users),
  };
}

/** Makes the plan the plan of a new run; answers the run's number. */
export async function publishPlan(
  connection: Connection,
  plan: number,
  newRun: NewRun,
  people: readonly RunPerson[],
  record?: Recording,
): Promise<number> {
  return transact(connection, async (inside) => {
    const { knex } = inside;
    const [row] = await knex('runs').insert(runValues(plan, newRun)).returning<{ id: number }[]>('id');
    if (!row) throw new Error('a run without a number');
    await addPeople(knex, row.id, people);
    await recordDone(inside, record, { run: row.id, exit: exitOf(newRun) });
    return row.id;
  });
}

/** Swaps the plan of a run for a new one, if `before` is still its plan; the approval lapses. */
export async function republishPlan(
  connection: Connection,
  plan: number,
  before: number,
  runId: number,
  newRun: NewRun,
  people: readonly RunPerson[],
  record?: Recording,
): Promise<void> {
  await transact(connection, async (inside) => {
    const { knex: transaction } = inside;
    const changed: number = await transaction('runs')
      .where({ id: runId, plan_id: before, status: 'planned' })
      .update(runValues(plan, newRun));
    if (changed !== 1) throw new UserError('stale', 'run.changedMeanwhile', { run: runId });
    await addPeople(transaction, runId, people);
    await dropPlan(transaction, before);
    await recordDone(inside, record, { exit: exitOf(newRun) });
  });
}

/** What a script gets of a plan: whether rows were rejected. */
function exitOf({ summary }: NewRun): number {
  return summary.outcomes.rejected > 0 ? 3 : 0;
}
