/** What each environment never allows. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // JSON of those of `EnvironmentRules` that are set.
  await knex.raw("alter table environments add column rules text not null default '{}'");
}
