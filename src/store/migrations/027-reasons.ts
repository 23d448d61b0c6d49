/** Why a run was planned or applied, as whoever did it says. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table runs add column reason text');
}
