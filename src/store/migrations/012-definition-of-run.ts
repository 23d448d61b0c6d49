/** The import definition that a run was planned with, and the hash of its text then. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('runs', (table) => {
    table.text('definition_name');
    table.text('definition_sha256');
  });
}
