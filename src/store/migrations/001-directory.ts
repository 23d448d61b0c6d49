/** Environments, persons, groups, users, memberships and tokens (docs/rules.md, *The directory*). */
import type { Knex } from 'knex';

/** Yes/no columns are 0 or 1 on every database, so that one SQL text serves all. */
function flag(table: Knex.CreateTableBuilder, name: string): void {
  table.smallint(name).notNullable().defaultTo(0).checkIn(['0', '1']);
}

function version(table: Knex.CreateTableBuilder): void {
  table.integer('version').notNullable().defaultTo(1);
}

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('environments', (table) => {
    table.increments('id');
    table.text('code').notNullable();
    table.text('code_key').notNullable().unique();
    table.text('type').notNullable().checkIn(['production', 'test', 'accept']);
    table.text('name').notNullable().defaultTo('');
    table.text('participant').notNullable().defaultTo('');
    table.text('approval').notNullable().defaultTo('none').checkIn(['none', 'second-person']);
    // JSON: the guards' limits for this environment.
    table.text('guards').notNullable().defaultTo('{}');
    table.text('deleted_at');
    version(table);
  });
  await knex.schema.createTable('persons', (table) => {
    table.increments('id');
    table.integer('environment_id').notNullable().references('environments.id');
    table.text('code').notNullable();
    table.text('code_key').notNullable();
    table.text('name').notNullable().defaultTo('');
    version(table);
    table.unique(['environment_id', 'code_key']);
  });
  // Iedereen is a row here as well; that it holds everyone is so by definition and stored nowhere else.
  await knex.schema.createTable('user_groups', (table) => {
    table.increments('id');
    table.integer('environment_id').notNullable().references('environments.id');
    table.text('code').notNullable();
    table.text('code_key').notNullable();
    table.text('description').notNullable().defaultTo('');
    version(table);
    table.unique(['environment_id', 'code_key']);
    // Plans name groups as they are written.
    table.index(['environment_id', 'code']);
  });
  await knex.schema.createTable('users', (table) => {
    table.increments('id');
    table.integer('environment_id').notNullable().references('environments.id');
    table.text('code').notNullable();
    table.text('code_key').notNullable();
    // What the code looks like: finds codes that a person cannot tell apart.
    table.text('look').notNullable();
    table.text('description').notNullable().defaultTo('');
    table.text('email').notNullable().defaultTo('');
    table.text('upn').notNullable().defaultTo('');
    table.text('upn_key');
    table.integer('person_id').references('persons.id');
    flag(table, 'system');
    flag(table, 'blocked');
    // Bit n is the n-th access field of the catalogue.
    table.smallint('access').notNullable().defaultTo(0).checkBetween([0, 127]);
    table.text('site_language').notNullable().defaultTo('');
    table.text('password_hash');
    version(table);
    // Linked users are found by code over all environments, so the code comes first.
    table.unique(['code_key', 'environment_id']);
    table.index(['upn_key']);
    table.index(['look']);
    table.index(['environment_id', 'blocked']);
  });
  await knex.schema.createTable('memberships', (table) => {
    table.integer('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.integer('group_id').notNullable().references('user_groups.id').onDelete('CASCADE');
    table.primary(['user_id', 'group_id']);
    table.index(['group_id']);
  });
  await knex.schema.createTable('tokens', (table) => {
    table.increments('id');
    table.integer('user_id').notNullable().references('users.id').onDelete('CASCADE');
    table.text('application').notNullable();
    table.text('device').notNullable();
    table.index(['user_id']);
  });
}
