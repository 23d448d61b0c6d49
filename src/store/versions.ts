/** What the program brings along for its database. */
import { loadSqlite } from './connection/sqliteDriver.js';
import { MIGRATIONS } from './migrations/index.js';

export interface StoreVersions {
  /** Number of the newest migration: what a database has when it is up to date. */
  readonly database: number;
  /** Version of the SQLite library; null where it cannot be loaded. */
  readonly sqlite: string | null;
}

/** Opens no database. */
export async function storeVersions(): Promise<StoreVersions> {
  return {
    database: Number.parseInt(Object.keys(MIGRATIONS).at(-1) ?? '0', 10),
    sqlite: await loadSqlite().catch(() => null),
  };
}
