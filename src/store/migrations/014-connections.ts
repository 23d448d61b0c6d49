/** How each environment is connected to a live one. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('environments', (table) => {
    // JSON of `ConnectionSettings`: where the secret is, never what it is; null for no connection.
    table.text('connection');
  });
}
