/** Mirrors of live environments: when each was read, what is unknown of its users, and users that are gone there. */
import type { Knex } from 'knex';

const KINDS = ['import', 'undo', 'second-pass', 'align', 'hand', 'settings', 'pull'];

export async function up(knex: Knex): Promise<void> {
  await widenKinds(knex);
  await knex.schema.alterTable('environments', (table) => {
    // JSON: when it was last read, how much there was, and whether all its groups were told; null for no mirror.
    table.text('pulled');
  });
  await knex.schema.alterTable('users', (table) => {
    // Bit n: a field that is not known (domain/unknown.ts).
    table.integer('unknown').notNullable().defaultTo(0);
  });
  await knex.schema.alterTable('plan_users', (table) => {
    // The same after the plan; null for what stays.
    table.integer('unknown');
  });
  // Users that the live environment has no more: apart, so that nothing counts them or finds them by code or UPN.
  await knex.schema.createTable('gone_users', (table) => {
    // The number that it had, and has again when it comes back.
    table.integer('id').primary();
    table.integer('environment_id').notNullable().references('environments.id');
    table.text('code').notNullable();
    table.text('code_key').notNullable();
    table.text('description').notNullable();
    table.text('email').notNullable();
    table.text('upn').notNullable();
    // The code, for the person may be gone as well.
    table.text('person');
    table.smallint('system').notNullable();
    table.smallint('blocked').notNullable();
    table.smallint('access').notNullable();
    table.text('site_language').notNullable();
    table.integer('unknown').notNullable();
    table.integer('uses').notNullable();
    table.integer('version').notNullable();
    table.text('gone_at').notNullable();
    table.index(['code_key']);
  });
}

/** By way of another column: SQLite changes no check, and to make a table anew would take what refers to it along. */
async function widenKinds(knex: Knex): Promise<void> {
  await knex.raw(
    `alter table runs add column widened text not null default 'import' check (widened in (${KINDS.map((kind) => `'${kind}'`).join(', ')}))`,
  );
  await knex.raw('update runs set widened = kind');
  await knex.raw('alter table runs drop column kind');
  await knex.raw('alter table runs rename column widened to kind');
}
