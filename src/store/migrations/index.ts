/** The migrations in order, as code: they are bundled with the program. */
import type { Knex } from 'knex';
import * as directory from './001-directory.js';
import * as runs from './002-runs.js';

const MIGRATIONS: Readonly<Record<string, Knex.Migration>> = {
  '001-directory': directory,
  '002-runs': runs,
};

export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: () => Promise.resolve(Object.keys(MIGRATIONS)),
  getMigrationName: (name) => name,
  getMigration: (name) => {
    const migration = MIGRATIONS[name];
    return migration ? Promise.resolve(migration) : Promise.reject(new Error(`no migration ${name}`));
  },
};
