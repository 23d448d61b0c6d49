/** Runs of which a file was delivered, to be imported elsewhere. */
import type { Knex } from 'knex';

const STATUSES = ['planned', 'delivered', 'applied', 'discarded'];

/** By way of another column, as SQLite changes no check. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    `alter table runs add column widened text not null default 'planned' check (widened in (${STATUSES.map((status) => `'${status}'`).join(', ')}))`,
  );
  await knex.raw('update runs set widened = status');
  await knex.raw('alter table runs drop column status');
  await knex.raw('alter table runs rename column widened to status');
  // JSON: when, by whom, as what, the file's hash and rows, and the rows of the plan that are not in it.
  await knex.raw('alter table runs add column delivery text');
  await knex.raw("create index runs_delivered on runs (id) where status = 'delivered'");
}
