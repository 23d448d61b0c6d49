/** An open database, as this room hands it round. */
import type { Knex } from 'knex';
import type { Dialect } from '../dialect.js';

export interface Connection {
  readonly knex: Knex;
  readonly dialect: Dialect;
  /** What a person calls it: a path, or user, host, port and database. Never a password. */
  readonly label: string;
  /** What each transaction begins with. */
  readonly begin?: string;
  /** Removes what was made to be opened, where nothing came of that. */
  readonly takeBack?: () => Promise<void>;
  /** Makes of what the database or its driver throws a `UserError` that says what to do; other errors stay as they are. */
  readonly toUserError: (error: unknown) => unknown;
  /** What is set in the database itself, once it is known to be one of Instroom. */
  readonly settle?: () => Promise<void>;
  /** It was not there, and was made. */
  readonly made?: boolean;
  /** The time; that of the machine unless told otherwise. */
  readonly now?: () => Date;
  /** Aborted, no transaction is committed any more. */
  readonly signal?: AbortSignal;
}

/** The moment that a connection sees, ISO 8601, UTC. */
export function momentOf({ now }: Pick<Connection, 'now'>): string {
  return (now?.() ?? new Date()).toISOString();
}
