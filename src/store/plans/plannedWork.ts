/** Which kinds of work a plan has: a statement for what nobody in it needs would look through all of its users for nothing. */
import type { Connection } from '../connection/connection.js';
import { number, selectOne } from '../rows.js';
import { PLAN_USER_FLAGS } from './planUserRecords.js';

const { removed, renamed, created, passwordSet } = PLAN_USER_FLAGS;

/** A condition on `plan_users p` for each kind of work. */
const KINDS = {
  removes: `p.effects & ${removed} > 0`,
  renames: `p.effects & ${renamed} > 0`,
  /** A user that was removed is made again. */
  bringsBack: `p.effects & ${created} > 0 and p.user_id is not null`,
  setsPasswords: `p.effects & ${passwordSet} > 0`,
  joinsGroups: 'p.groups_added is not null',
  leavesGroups: 'p.groups_removed is not null',
  revokesTokens: 'p.tokens_revoked > 0',
} as const;

export type PlannedWork = Readonly<Record<keyof typeof KINDS, boolean>>;

export async function plannedWork({ knex }: Connection, plan: number): Promise<PlannedWork> {
  const counts = Object.entries(KINDS).map(([kind, sql]) => `count(case when ${sql} then 1 end) as "${kind}"`);
  const found = await selectOne<Record<keyof PlannedWork, number | string>>(
    knex,
    `select ${counts.join(', ')} from plan_users p where p.plan_id = ?`,
    [plan],
  );
  const has = (kind: keyof PlannedWork): boolean => number(found?.[kind]) > 0;
  return Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, has(kind as keyof PlannedWork)])) as PlannedWork;
}
