/** Users one at a time: how often one was changed, who is a system user by plan, and what finds the history of one. */
import type { Knex } from 'knex';
import { caseKey } from '../../domain/sourceRow.js';
import { run, select } from '../rows.js';

/** Bits in `plan_users.effects`, as they are now. */
const CHANGED = 1;
const CREATED = 2;
const RENAMED = 8;
const OWN = 512;
const OWN_UNDONE = 1024;

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('users', (table) => {
    // Applied runs that changed the user here after the one that made it; those that were undone do not count.
    table.integer('uses').notNullable().defaultTo(0);
  });
  await knex.schema.alterTable('plan_users', (table) => {
    // Null for what stays, and for a user that the plan creates and that is none.
    table.smallint('system');
    // Of a user that the plan removes: what it had; of one that comes back: what it gets.
    table.integer('uses');
    // What the user was found by before a plan that renames or removes it; null for every other.
    table.text('former_key');
  });
  await knex.raw(
    `create index plan_users_history on plan_users (user_id, plan_id) where user_id is not null and effects & ${CHANGED} > 0`,
  );
  await knex.raw('create index plan_users_former on plan_users (former_key) where former_key is not null');
  await knex.raw('create index plan_rows_user on plan_rows (plan_id, plan_user) where plan_user is not null');
  await fillFormerKeys(knex);
  await markOwnChanges(knex);
  await markUndoneChanges(knex);
  await countUses(knex);
}

interface Renamed {
  readonly plan_id: number;
  readonly id: number;
  readonly net: string;
}

/** Rows that are read at a time. */
const PAGE = 5000;

/** An earlier Instroom told the code of before among the net changes alone. */
async function fillFormerKeys(knex: Knex): Promise<void> {
  for (let [plan, user] = [0, 0]; ;) {
    const renamed = await select<Renamed>(
      knex,
      `select plan_id, id, net from plan_users where effects & ${RENAMED} > 0 and net is not null and (plan_id, id) > (?, ?)
       order by plan_id, id limit ${PAGE}`,
      [plan, user],
    );
    for (const { plan_id, id, net } of renamed) {
      const [, before] = (JSON.parse(net) as [string, unknown][]).find(([field]) => field === 'user') ?? [];
      if (typeof before !== 'string') continue;
      const former = [caseKey(before), plan_id, id];
      await run(knex, 'update plan_users set former_key = ? where plan_id = ? and id = ?', former);
    }
    const last = renamed.at(-1);
    if (renamed.length < PAGE || !last) return;
    [plan, user] = [last.plan_id, last.id];
  }
}

/** An earlier Instroom changed linked users in what follows to them alone: the target's changes are the run's own. */
async function markOwnChanges(knex: Knex): Promise<void> {
  await run(
    knex,
    `update plan_users set effects = effects | ${OWN}
     where effects & ${CHANGED} > 0 and effects & ${CREATED} = 0 and id = target_id
       and plan_id in (select plan_id from runs where kind not in ('undo', 'second-pass'))`,
  );
}

/** An undo takes back what its parent did; the undo of an undo does it again. */
async function markUndoneChanges(knex: Knex): Promise<void> {
  const undos = await select<{ plan: number; parent: number }>(
    knex,
    `select u.plan_id as plan, r.plan_id as parent from runs u join runs r on r.id = u.parent where u.kind = 'undo' order by u.id`,
  );
  for (const { plan, parent } of undos) {
    for (const [done, undone] of [
      [OWN, OWN_UNDONE],
      [OWN_UNDONE, OWN],
    ])
      await run(
        knex,
        `update plan_users set effects = effects | ${undone} where plan_id = ? and effects & ${CHANGED} > 0
           and user_id in (select x.user_id from plan_users x where x.plan_id = ? and x.effects & ${done} > 0)`,
        [plan, parent],
      );
  }
}

async function countUses(knex: Knex): Promise<void> {
  await run(
    knex,
    `update users set uses = counted.uses from (
       select p.user_id, sum(case when p.effects & ${OWN} > 0 then 1 when p.effects & ${OWN_UNDONE} > 0 then -1 else 0 end) as uses
       from plan_users p join runs r on r.plan_id = p.plan_id and r.status = 'applied'
       where p.user_id is not null and p.effects & ${CHANGED} > 0 group by p.user_id) counted
     where counted.user_id = users.id and counted.uses > 0`,
  );
}
