/** The record of every attempt to change something, and apart from it where the record ends. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('audit', (table) => {
    table.integer('number').primary();
    table.text('at').notNullable();
    table.text('login').notNullable();
    table.text('session_login');
    table.text('database_login');
    table.text('origin').notNullable();
    table.text('what').notNullable();
    table.integer('run_id');
    table.text('environment');
    table.text('user_code');
    // JSON objects: settings, counts and codes by name.
    table.text('old_values');
    table.text('new_values');
    table.text('outcome').notNullable();
    table.integer('exit_status').notNullable();
    // Of this record and the hash of the one before.
    table.text('hash').notNullable();
    table.index(['run_id']);
  });
  await knex.schema.createTable('audit_head', (table) => {
    table.integer('id').primary();
    table.integer('number').notNullable();
    table.text('hash').notNullable();
  });
}
