/** Stores a chunk of a plan. */
import { UserError } from '../../application/userError.js';
import type { PlanChunk, PlannedGroup } from '../../application/ports/planStore.js';
import { caseKey } from '../../domain/sourceRow.js';
import type { Connection } from '../connection/connection.js';
import { insertRows } from '../insertRows.js';
import { select } from '../rows.js';
import { columnsOf, table } from '../table.js';
import { transact } from '../transaction.js';
import { changedUser } from './changedUser.js';
import { PLAN_ROWS, type RowRecord } from './planRowRecords.js';
import { PLAN_USERS } from './planUserRecords.js';
import { isReliedOn, RELIED_USERS } from './reliedUsers.js';

/** A chunk of a plan of which the rows are ready to be stored. */
interface ChunkOfRecords extends PlanChunk {
  readonly rows: readonly RowRecord[];
}

/** `stored` is the highest number of a user of the plan that was stored before. */
export async function saveChunk(
  connection: Connection,
  plan: number,
  chunk: ChunkOfRecords,
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
    const database = { knex: transaction, dialect };
    const constants = { plan_id: plan };
    await insertRows(database, PLAN_ROWS, chunk.rows, { constants });
    const added = chunk.users.filter((user) => user.planId > stored);
    const changed = added.filter((user) => !isReliedOn(user));
    await insertRows(database, RELIED_USERS, added.filter(isReliedOn), { constants });
    for (const [users, suffix] of [
      [changed.filter((user) => user.base === null), ''],
      [changed.filter((user) => user.base !== null), ''],
      [chunk.users.filter((user) => user.planId <= stored), UPDATE_STORED],
    ] as const) {
      await insertRows(database, PLAN_USERS, users.map(changedUser), { constants, suffix });
    }
    await insertRows(database, PLAN_GROUPS, groupsOf(chunk), { constants });
    await insertRows(database, PLAN_SECRETS, chunk.secrets, { constants });
  });
}

/** A user that a later row is about as well; columns that are not given are null again. */
const UPDATE_STORED = `on conflict (plan_id, id) do update set ${Object.keys(PLAN_USERS.written)
  .filter((name) => name !== 'id')
  .map((name) => `${name} = excluded.${name}`)
  .join(', ')}`;

const groupColumns = columnsOf<PlannedGroup & { readonly removes: boolean }>();

const PLAN_GROUPS = table('plan_groups', {
  code: groupColumns.text('code', (group) => group.code),
  codeKey: groupColumns.text('code_key', (group) => caseKey(group.code)),
  description: groupColumns.text('description', (group) => group.description),
  removes: groupColumns.flag('removes', (group) => group.removes),
});

const secretColumns = columnsOf<PlanChunk['secrets'][number]>();

const PLAN_SECRETS = table('plan_secrets', {
  row: secretColumns.int('row_no', (secret) => secret.row),
  hash: secretColumns.text('hash', (secret) => secret.hash),
});

function groupsOf({ groups, removedGroups = [] }: PlanChunk): (PlannedGroup & { readonly removes: boolean })[] {
  return [
    ...groups.map((group) => ({ ...group, removes: false })),
    ...removedGroups.map((group) => ({ ...group, removes: true })),
  ];
}
