/** An import takes no more from users whom an environment protects than a plan does (docs/rules.md, *Protected users*). */
import { losesRights } from '../../../domain/judgeProtected.js';
import type { Connection } from '../../connection/connection.js';
import { select } from '../../rows.js';
import { protectedIn } from '../../users/protectedUsers.js';
import type { Condition } from '../../users/userFilterSql.js';
import { listEnvironments } from '../environments.js';
import type { ImportInProgress, PlacedUser } from './inProgress.js';
import type { ChangedUser } from './writeUsers.js';

/** By the number of their environment, who is protected before anything of an import is written. */
export async function protectedBefore(connection: Connection): Promise<ReadonlyMap<number, Condition>> {
  const found = new Map<number, Condition>();
  for (const environment of await listEnvironments(connection)) {
    const users = environment.deleted ? undefined : await protectedIn(connection, environment);
    if (users) found.set(environment.id, users.all);
  }
  return found;
}

export type PlacedChange = ChangedUser & { readonly placed: PlacedUser };

/** Holds back those of these users who are protected and would lose something; asked before they are written. */
export async function holdBackProtected(work: ImportInProgress, changed: readonly PlacedChange[]): Promise<void> {
  const { knex, dialect } = work.connection;
  for (const [environmentId, { sql, bindings }] of work.protectedUsers) {
    const losing = changed.filter((user) => user.environmentId === environmentId && loses(user));
    if (losing.length === 0) continue;
    const found = await select<{ id: number }>(
      knex,
      `select u.id from users u where u.id in ${dialect.numbers} and ${sql}`,
      [JSON.stringify(losing.map(({ before }) => before.id)), ...bindings],
    );
    const ids = new Set(found.map(({ id }) => id));
    for (const { placed, before } of losing)
      if (ids.has(before.id))
        work.faults.holdBack('protected', placed.environment.code, placed.code, 'users', placed.at);
  }
}

function loses(user: ChangedUser): boolean {
  const { before, groupIds } = user;
  return losesRights(before, user) || (groupIds !== undefined && [...before.groupIds].some((id) => !groupIds.has(id)));
}
