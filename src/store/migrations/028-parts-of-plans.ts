/**
 * What lets a plan be worked out anew in part, in place: which of its editions a run has, and with each row its checksum and
 * hashes of the keys that others may share with it. Rows of before have neither: plans of them are worked out as a whole.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table runs add column edition integer');
  await knex.raw('update runs set edition = plan_id');
  await knex.raw('alter table plan_rows add column digest text');
  await knex.raw('alter table plan_rows add column shared text');
}
