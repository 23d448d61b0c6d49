/**
 * Rows of a plan that were planned once more take the place of what they were, where the plan stands: the others are not
 * touched. It is another edition of the plan from then on, and whoever looked at the one before is told so.
 */
import { UserError } from '../../application/userError.js';
import type { Reach, RevisedPart, RevisedPlan } from '../../application/ports/planStore.js';
import type { Run } from '../../domain/run.js';
import { recordDone } from '../audit/auditLog.js';
import type { Connection } from '../connection/connection.js';
import { updateRows } from '../insertRows.js';
import { run, select, selectOne } from '../rows.js';
import { addPeople } from '../runs/runPeople.js';
import { RUNS } from '../runs/runRecords.js';
import { transact } from '../transaction.js';
import { countAbsent } from './absentUsers.js';
import { countPlannedUsers } from './countUsers.js';
import { Environments } from './directoryParts.js';
import { digestOfRows, readDetails } from './rowsInBulk.js';

interface PartToReplace extends RevisedPlan {
  /** The number under which the part was written. */
  readonly plan: number;
  readonly asOf: number;
  readonly before: Pick<Run, 'id' | 'plan'>;
  readonly part: RevisedPart;
}

export async function replacePart(connection: Connection, reach: Reach, replaced: PartToReplace): Promise<void> {
  const { plan: written, asOf, before, part, people, record, runOf } = replaced;
  await transact(connection, async (inside) => {
    const { knex } = inside;
    const [found] = await select<{ plan_id: number }>(
      knex,
      "update runs set edition = ? where id = ? and edition = ? and status = 'planned' returning plan_id",
      [written, before.id, before.plan],
    );
    if (!found) throw new UserError('stale', 'run.changedMeanwhile', { run: before.id });
    const plan = found.plan_id;
    await dropPart(inside, plan, part);
    for (const table of ['plan_rows', 'plan_users', 'plan_groups'])
      await run(knex, `update ${table} set plan_id = ? where plan_id = ?`, [plan, written]);
    await run(knex, 'delete from plans where id = ?', [written]);
    const rowsDigest = await digestOfRows(inside, plan);
    const users = { ...(await countPlannedUsers(inside, plan, reach.target)), rowsDigest };
    const revised = await runOf({
      users,
      asOf,
      countAbsent: async () => countAbsent(inside, plan, new Environments(reach), await hasIdleRows(inside, plan)),
      nameGroups: (most) => groupsMade(inside, plan, most),
    });
    await updateRows(inside, RUNS, { plan, edition: written, run: revised }, 'id = ?', [before.id]);
    await addPeople(inside, before.id, people);
    await recordDone(inside, record, { exit: revised.exit });
  });
}

/** Rows with the users that they are about, and the groups that rows of theirs make. */
async function dropPart({ knex, dialect }: Connection, plan: number, { rows, groups }: RevisedPart): Promise<void> {
  const numbers = JSON.stringify(rows);
  await run(
    knex,
    `delete from plan_users where plan_id = ? and target_id in
       (select plan_user from plan_rows where plan_id = ? and plan_user is not null and row_no in ${dialect.numbers})`,
    [plan, plan, numbers],
  );
  await run(knex, `delete from plan_rows where plan_id = ? and row_no in ${dialect.numbers}`, [plan, numbers]);
  await run(knex, `delete from plan_groups where plan_id = ? and code_key in ${dialect.texts}`, [
    plan,
    JSON.stringify(groups),
  ]);
}

/** Whether there are rows that do nothing, and are about somebody all the same. */
async function hasIdleRows({ knex }: Connection, plan: number): Promise<boolean> {
  const first = 'select 1 from plan_rows where plan_id = ? and plan_user is null limit 1';
  return (await selectOne(knex, first, [plan])) !== undefined;
}

async function groupsMade(connection: Connection, plan: number, most: number): Promise<readonly string[]> {
  const made: string[] = [];
  for await (const rows of readDetails(connection, plan, {})) {
    for (const [, { g }] of rows) made.push(...(g?.[2] ?? []));
    if (made.length >= most) break;
  }
  return made.slice(0, most);
}
