/** System users are few, and asked for wherever an import counts the others. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw('create index users_system on users (code_key) where system = 1');
}
