/** Plans, the runs that they belong to, and definitions. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // A plan is written in chunks; only a run makes it visible. One that no run has is swept.
  await knex.schema.createTable('plans', (table) => {
    table.increments('id');
    // When a chunk was last written, ISO 8601.
    table.text('touched_at').notNullable();
  });
  await knex.schema.createTable('runs', (table) => {
    table.increments('id');
    table.integer('plan_id').notNullable().references('plans.id');
    table.text('kind').notNullable().checkIn(['import', 'undo', 'second-pass', 'align']);
    table.text('status').notNullable().checkIn(['planned', 'applied', 'discarded']);
    table.text('type').notNullable().checkIn(['user', 'mutation']);
    table.integer('environment_id').notNullable().references('environments.id');
    table.text('sha256').notNullable();
    table.text('operator').notNullable();
    table.text('origin').notNullable();
    table.text('approved_by');
    table.text('approved_at');
    table.text('created_at').notNullable();
    table.text('applied_at');
    table.text('expires_at').notNullable();
    table.integer('parent').references('runs.id');
    table.integer('undone_by').references('runs.id');
    table.smallint('pruned').notNullable().defaultTo(0);
    // JSON: file, settings, headers, layout, guards, counts, summary (see runRecord.ts).
    table.text('details').notNullable();
    table.index(['environment_id', 'type', 'sha256']);
    table.index(['parent']);
  });
  // Rows and users name their plan without a foreign key, which would be looked up for each of a million: a chunk is
  // only written while its plan is there and locked, and a plan is dropped after its parts.
  await knex.schema.createTable('plan_rows', (table) => {
    table.integer('plan_id').notNullable();
    table.integer('row_no').notNullable();
    table.text('user_code').notNullable();
    table.text('code');
    table.text('outcome').notNullable();
    // Bit n is the n-th mark of a row: error, warning, notice, blocks, renames, clears, defaulted.
    table.smallint('marks').notNullable();
    // The target user, in plan_users.
    table.integer('plan_user');
    table.integer('person_id');
    table.integer('person_version');
    table.integer('group_id');
    table.integer('group_version');
    // JSON: changes, groups, tokens and messages.
    table.text('detail').notNullable();
    // JSON: the row's cells as the file had them, passwords taken out.
    table.text('cells').notNullable();
    table.primary(['plan_id', 'row_no']);
  });
  // How the plan leaves each user that it relies on; what it changes is marked.
  await knex.schema.createTable('plan_users', (table) => {
    table.integer('plan_id').notNullable();
    table.integer('id').notNullable();
    table.integer('target_id').notNullable();
    // Null for a user that the plan creates, until it is applied.
    table.integer('user_id');
    table.integer('base_version').notNullable();
    table.integer('environment_id').notNullable();
    // Bit n: changed, created, blocked, renamed, UPN given, password set.
    table.smallint('effects').notNullable();
    // The identity fields that it loses, as a set of bits.
    table.smallint('cleared').notNullable();
    table.text('code').notNullable();
    table.text('code_key').notNullable();
    table.text('look').notNullable();
    table.text('description').notNullable();
    table.text('email').notNullable();
    table.text('upn').notNullable();
    table.text('upn_key');
    table.text('deferred_upn').notNullable();
    table.integer('person_id');
    table.smallint('blocked').notNullable();
    table.smallint('access').notNullable();
    table.text('site_language').notNullable();
    table.integer('password_row');
    table.integer('tokens_revoked').notNullable();
    // JSON arrays of group codes; null where there are none.
    table.text('groups_added');
    table.text('groups_removed');
    // JSON: net changes, field by field, with old and new value; null where there are none.
    table.text('net');
    table.primary(['plan_id', 'id']);
  });
  await knex.schema.createTable('plan_groups', (table) => {
    table.integer('plan_id').notNullable().references('plans.id').onDelete('CASCADE');
    table.text('code').notNullable();
    table.text('code_key').notNullable();
    table.text('description').notNullable();
    // 1 for a group that goes when nobody is left in it (undo), 0 for one that the plan creates.
    table.smallint('removes').notNullable().defaultTo(0);
    table.primary(['plan_id', 'code_key']);
  });
  // Hashes of passwords, kept apart from the plan and gone when it is applied, discarded or expired.
  await knex.schema.createTable('plan_secrets', (table) => {
    table.integer('plan_id').notNullable().references('plans.id').onDelete('CASCADE');
    table.integer('row_no').notNullable();
    table.text('hash').notNullable();
    table.primary(['plan_id', 'row_no']);
  });
  await knex.schema.createTable('revoked_tokens', (table) => {
    table.increments('id');
    table.integer('run_id').notNullable().references('runs.id').onDelete('CASCADE');
    table.text('environment').notNullable();
    table.text('user_code').notNullable();
    table.text('application').notNullable();
    table.text('device').notNullable();
    table.index(['run_id']);
  });
  await knex.schema.createTable('definitions', (table) => {
    table.text('name_key').primary();
    table.text('name').notNullable();
    table.text('content').notNullable();
    table.text('used_at').notNullable();
  });
}
