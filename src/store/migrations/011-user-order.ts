/** Lists of users in the order of names and of addresses: a page of a long one is found, and not sorted for. */
import type { Knex } from 'knex';

/** Folded by the database, as the pages ask for it (`store/users/userPages.ts`). */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('create index users_by_description on users (lower(description), code_key)');
  await knex.raw('create index users_by_email on users (lower(email), code_key)');
}
