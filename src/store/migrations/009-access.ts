/** A user may have more access fields than the seven of before: a bit for each. */
import type { Knex } from 'knex';

/** By way of another column: SQLite changes no check, and to make a table anew would take what refers to it along. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table users add column widened smallint not null default 0 check (widened >= 0)');
  await knex.raw('update users set widened = access');
  await knex.raw('alter table users drop column access');
  await knex.raw('alter table users rename column widened to access');
}
