/** Runs of acts by hand, and of settings. */
import type { Knex } from 'knex';

const KINDS = ['import', 'undo', 'second-pass', 'align', 'hand', 'settings'];

/** By way of another column: SQLite changes no check, and to make a table anew would take what refers to it along. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    `alter table runs add column widened text not null default 'import' check (widened in (${KINDS.map((kind) => `'${kind}'`).join(', ')}))`,
  );
  await knex.raw('update runs set widened = kind');
  await knex.raw('alter table runs drop column kind');
  await knex.raw('alter table runs rename column widened to kind');
}
