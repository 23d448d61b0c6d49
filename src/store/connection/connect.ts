/** Opens a database, a file or a PostgreSQL server, and brings its tables up to date. */
import { connectSqlite } from './connectSqlite.js';
import type { Connection } from './connection.js';
import { migrate } from './migrate.js';

export type { Connection };

export interface ConnectOptions {
  /** Whether a file that is not there is made. */
  readonly create: boolean;
}

/** Opens what a path or a `postgres://` URL names; throws `Stop` that says what is wrong with it. */
export async function connect(target: string, { create }: ConnectOptions = { create: true }): Promise<Connection> {
  const connection = isPostgres(target)
    ? await (await import('./connectPostgres.js')).connectPostgres(target)
    : await connectSqlite(target, create);
  try {
    await migrate(connection);
    return connection;
  } catch (error) {
    await connection.knex.destroy().catch(() => undefined);
    await connection.takeBack?.().catch(() => undefined);
    throw connection.tell(error);
  }
}

function isPostgres(target: string): boolean {
  return /^postgres(?:ql)?:\/\//iu.test(target);
}
