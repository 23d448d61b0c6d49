/** Stores a chunk of a plan. */
import { UserError } from '../../application/userError.js';
import type { PlanChunk, PlannedGroup } from '../../application/ports/planStore.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { WorkingUser } from '../../domain/workingDirectory.js';
import type { Connection } from '../connection/connection.js';
import type { JsonValue } from '../dialect.js';
import { insertRows, type RowsToInsert } from '../insertRows.js';
import { select } from '../rows.js';
import { transact } from '../transaction.js';
import { PLAN_ROW_COLUMNS, planRowValues } from './planRowRecords.js';
import { PLAN_USER_COLUMNS, planUserValues } from './planUserRecords.js';

/** `stored` is the highest number of a user of the plan that was stored before. */
export async function saveChunk(connection: Connection, plan: number, chunk: PlanChunk, stored: number): Promise<void> {
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
