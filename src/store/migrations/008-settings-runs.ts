/** Runs of another kind: they change the settings of an environment. */
import type { Knex } from 'knex';

/** A column is made anew with what it may hold: SQLite cannot change that of one, and a new table would empty others. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('runs', (table) => {
    table
      .text('new_kind')
      .notNullable()
      .defaultTo('import')
      .checkIn(['import', 'undo', 'second-pass', 'align', 'settings']);
  });
  await knex.raw('update runs set new_kind = kind');
  await knex.raw('alter table runs drop column kind');
  await knex.raw('alter table runs rename column new_kind to kind');
}
