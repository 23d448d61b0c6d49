/** Who shaped, approved and applied a run; whether it needs a second person; what its approval is given to. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('runs', (table) => {
    // The login that opened the session, where it is another than the operator; null otherwise.
    table.text('session_login');
    // Logins at the database server; null for a file.
    table.text('operator_database_login');
    table.text('approved_database_login');
    // JSON array: the environments that asked for a second person when the run was planned.
    table.text('approval_needed').notNullable().defaultTo('[]');
    // SHA-256 over the rows of the plan, hexadecimal; null for a plan of before.
    table.text('rows_digest');
    // JSON: the guards under which it was applied; null until then.
    table.text('applied_guards');
    // JSON array: the logins that raised its limits.
    table.text('raised_by').notNullable().defaultTo('[]');
  });
  await knex.schema.createTable('run_people', (table) => {
    table.increments('id');
    table.integer('run').notNullable().references('runs.id').onDelete('CASCADE');
    table.text('login').notNullable();
    table.text('session_login');
    table.text('database_login');
    table.text('act').notNullable().checkIn(['plan', 'exclude', 'mend', 'raise', 'approve', 'apply']);
    // ISO 8601, UTC.
    table.text('at').notNullable();
    table.index(['run']);
  });
  await knex.raw(
    `insert into run_people (run, login, act, at) select id, operator, 'plan', created_at from runs order by id`,
  );
  await knex.raw(
    `insert into run_people (run, login, act, at)
     select id, approved_by, 'approve', approved_at from runs where approved_by is not null and approved_at is not null order by id`,
  );
}
