/** A plan stores of a user what it changes, where it stored all that the user will be. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Null for what stays as the directory has it; a user that the plan creates has all values.
  await knex.schema.createTable('sparse_plan_users', (table) => {
    table.integer('plan_id').notNullable();
    table.integer('id').notNullable();
    table.integer('target_id').notNullable();
    // Null for a user that the plan creates, until it is applied.
    table.integer('user_id');
    table.integer('base_version').notNullable();
    table.integer('environment_id').notNullable();
    // Bit n: changed, created, blocked, renamed, UPN given, password set, indexed.
    table.smallint('effects').notNullable();
    table.text('code_key').notNullable();
    table.text('code');
    table.text('look');
    table.text('description');
    table.text('email');
    table.text('upn');
    // Empty for no UPN.
    table.text('upn_key');
    // 0 for no person.
    table.integer('person_id');
    table.smallint('blocked');
    table.smallint('access');
    table.text('site_language');
    // The identity fields that it loses, as a set of bits.
    table.smallint('cleared');
    table.text('deferred_upn');
    table.integer('password_row');
    table.integer('tokens_revoked');
    // JSON arrays of group codes.
    table.text('groups_added');
    table.text('groups_removed');
    // JSON: net changes, field by field, with old and new value.
    table.text('net');
    table.primary(['plan_id', 'id']);
  });
  const same = `plan_id, id, target_id, user_id, base_version, environment_id, code_key, code, look, description, email, upn,
    blocked, access, site_language, password_row, tokens_revoked, groups_added, groups_removed, net`;
  // Bit 64: an older plan does not tell whether an indexed value changes, so its existing users are written whole.
  await knex.raw(
    `insert into sparse_plan_users (${same}, effects, upn_key, person_id, cleared, deferred_upn)
     select ${same}, case when effects & 2 > 0 then effects else effects | 64 end, coalesce(upn_key, ''),
       coalesce(person_id, 0), nullif(cleared, 0), nullif(deferred_upn, '') from plan_users`,
  );
  await knex.schema.dropTable('plan_users');
  await knex.schema.renameTable('sparse_plan_users', 'plan_users');
}
