/** Bringing a database of an older Instroom up to date. Implemented in `src/store`. */

import type { Recording } from './auditLog.js';

export interface MigratedDatabase {
  /** What a person calls it: a path, or user, host, port and database; never a password. */
  readonly database: string;
  /** The last migration before and after; the same when it was up to date. */
  readonly from: string;
  readonly to: string;
  /** The copy that was made of it, as it was; null for a server, and when it was up to date. */
  readonly copy: string | null;
}

export interface MigrationPlan extends Pick<MigratedDatabase, 'database' | 'from' | 'to'> {
  /** Whether a copy is made; those of a server are its administrator's. */
  readonly copies: boolean;
}

export interface MigrationWatch {
  /** What is recorded of it, in the database that it makes. */
  readonly record?: Recording;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  /** Asked before anything is done; throws to refuse. Not asked where there is nothing to do. */
  readonly confirm?: (plan: MigrationPlan) => Promise<void>;
}

/** All or nothing. Throws `UserError` for a database that is not there, or is of a newer Instroom. */
export type MigrateDatabase = (target: string, watch: MigrationWatch) => Promise<MigratedDatabase>;
