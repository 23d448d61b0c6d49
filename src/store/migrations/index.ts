/** The migrations in order, as code: they are bundled with the program. */
import type { Knex } from 'knex';
import { up as directory } from './001-directory.js';
import { up as runs } from './002-runs.js';
import { up as sparsePlans } from './003-sparse-plans.js';
import { up as looks } from './004-looks.js';

export const MIGRATIONS: Readonly<Record<string, (knex: Knex) => Promise<void>>> = {
  '001-directory': directory,
  '002-runs': runs,
  '003-sparse-plans': sparsePlans,
  '004-looks': looks,
};
