/** The kind of change that each row of a plan is. Rows of before have none: theirs are found when they are asked for. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table plan_rows add column kind bigint');
}
