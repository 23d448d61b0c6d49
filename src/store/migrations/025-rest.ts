/** A run that applied some rows of a plan knows the run in which the others are planned. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table runs add column rest integer');
}
