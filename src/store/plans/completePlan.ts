/** A plan of which everything is stored, until it becomes the plan of a run. */
import type { CompletePlan } from '../../application/ports/planStore.js';
import type { Environment } from '../../domain/directory.js';
import type { Connection } from '../connection/connection.js';
import { mapPortErrors } from '../mapPortErrors.js';
import { findRun } from '../runs/runQueries.js';
import { countPlannedUsers } from './countUsers.js';
import { publishPlans, republishPlan } from './publishPlan.js';
import { readRows } from './rowQueries.js';
import { refreshStatistics } from './statistics.js';

export async function completePlan(
  connection: Connection,
  {
    plan,
    asOf,
    target,
    rowsDigest,
  }: Pick<CompletePlan, 'plan' | 'asOf'> & {
    readonly target: Environment;
    readonly rowsDigest: string;
  },
): Promise<CompletePlan> {
  await refreshStatistics(connection, plan);
  const users = { ...(await countPlannedUsers(connection, plan, target)), rowsDigest };
  const complete: CompletePlan = {
    users,
    plan,
    asOf,
    rows: () => readRows(connection, plan),
    async publish(...given) {
      const [run, people, record] = given;
      const [id = 0] = await publishPlans(connection, [{ plan, run, people, record }]);
      return findRun(connection, id);
    },
    async republish(before, ...given) {
      await republishPlan(connection, plan, before, ...given);
      return findRun(connection, before.id);
    },
  };
  return mapPortErrors(complete, connection.toUserError);
}
