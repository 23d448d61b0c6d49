/** What the connections of both databases have in common. */
import type { Knex } from 'knex';

/** How long a statement waits for another process's write, in milliseconds. */
export const BUSY_TIMEOUT = 15_000;

/** Nothing but `output.ts` writes to the terminal; and statements hold personal data. */
export const QUIET: Knex.Config = {
  compileSqlOnError: false,
  log: { warn: () => undefined, error: () => undefined, deprecate: () => undefined, debug: () => undefined },
};

/** Connections that nobody may use again, by what `watch` saw of them. */
export class TaintedConnections {
  private readonly connections = new Set<string>();

  /** After a commit, a rollback or a wait that failed nobody knows what is still open on a connection. */
  watch(knex: Knex): void {
    knex.on('query-error', ({ message }: Error, { sql, __knexUid: id }: { sql: string; __knexUid: string }) => {
      if (/^(?:commit|rollback)/iu.test(sql) || message.endsWith(READ_TIMEOUT)) this.connections.add(id);
    });
  }

  allows(connection: unknown): boolean {
    return !this.connections.delete((connection as { __knexUid: string }).__knexUid);
  }
}

/** What pg says when `query_timeout` has passed. */
export const READ_TIMEOUT = 'Query read timeout';
