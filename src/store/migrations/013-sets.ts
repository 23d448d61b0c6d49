/** Plans of one file for several environments, which were made together. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('runs', (table) => {
    // JSON: the numbers of all of them, in order; the same text in each. Null for a run that was made alone.
    table.text('run_set');
  });
  await knex.raw('create index runs_set on runs (run_set) where run_set is not null');
}
