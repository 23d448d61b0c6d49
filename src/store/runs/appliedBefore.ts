/** Whether a content was applied before, and whether what it wrote still stands. */
import type { AppliedBefore } from '../../application/ports/planStore.js';
import type { Run } from '../../domain/run.js';
import { momentOf, type Connection } from '../connection/connection.js';
import { PLAN_USER_FLAGS } from '../plans/planUserRecords.js';
import { number, selectOne, selectRows } from '../rows.js';
import { FROM_RUNS, RUN, runOf } from './runRecords.js';

/** The last run that applied this content, unless it was undone. */
export async function findAppliedBefore(
  connection: Connection,
  sha256: string,
  environmentId: number,
  type: string,
): Promise<AppliedBefore | undefined> {
  const [stored] = await selectRows(
    connection,
    RUN,
    `${FROM_RUNS} where r.environment_id = ? and r.type = ? and r.sha256 = ? and r.kind = 'import'
     and r.status = 'applied' and r.undone_by is null order by r.applied_at desc, r.id desc limit 1`,
    [environmentId, type, sha256],
  );
  if (!stored) return undefined;
  const run = runOf(stored, momentOf(connection));
  const changedSince = await usersChangedSince(connection, run, environmentId);
  return { run, changedSince, changedBy: changedSince ? await lastToChange(connection, run, environmentId) : null };
}

/** A second pass completes its run: it is not something else. */
const OWN_SECOND_PASS = "kind = 'second-pass' and status = 'applied'";

function changes(alias: string): string {
  return `case when ${alias}.effects & ${PLAN_USER_FLAGS.changed} > 0 then 1 else 0 end`;
}

/** A user's version goes up by one with each run that changes it: any other version is somebody else's work. */
async function usersChangedSince({ knex }: Connection, { id, plan }: Run, environmentId: number): Promise<boolean> {
  const found = await selectOne<{ users: number }>(
    knex,
    `select count(*) as users from plan_users p join users u on u.id = p.user_id
     left join plan_users s on s.user_id = p.user_id
       and s.plan_id in (select plan_id from runs where parent = ? and ${OWN_SECOND_PASS})
     where p.plan_id = ? and p.environment_id = ?
       and u.version <> p.base_version + ${changes('p')} + coalesce(${changes('s')}, 0)`,
    [id, plan, environmentId],
  );
  return number(found?.users) > 0;
}

async function lastToChange(
  { knex }: Connection,
  { id, plan, appliedAt }: Run,
  environmentId: number,
): Promise<number | null> {
  const found = await selectOne<{ run: number | null }>(
    knex,
    `select max(r.id) as run from runs r
     where r.status = 'applied' and (r.applied_at > ? or (r.applied_at = ? and r.id > ?))
       and not (r.parent = ? and r.kind = 'second-pass')
       and exists (select 1 from plan_users c join plan_users p on p.user_id = c.user_id
         where c.plan_id = r.plan_id and c.effects & ${PLAN_USER_FLAGS.changed} > 0 and p.plan_id = ? and p.environment_id = ?)`,
    [appliedAt ?? '', appliedAt ?? '', id, id, plan, environmentId],
  );
  return found?.run == null ? null : number(found.run);
}
