/** Opens a database, a file or a PostgreSQL server, whose tables are those of this Instroom. */
import { UserError } from '../../application/userError.js';
import type { Access } from '../../application/ports/databaseAccess.js';
import { readAddress } from './address.js';
import { connectSqlite } from './connectSqlite.js';
import type { Connection } from './connection.js';
import { migrate, versionOf } from './migrate.js';

/** Opens what a path or a `postgres://` URL names; throws `UserError` that says what is wrong with it. */
export async function connect(target: string, access: Access = 'make'): Promise<Connection> {
  const connection = await connectAsItIs(target, access);
  return closedOnFailure(connection, async () => {
    const { done, missing } = await versionOf(connection);
    if (done.length === 0) {
      if (access !== 'make') throw new UserError('wrongUse', 'db.noTables', { path: connection.label });
      await migrate(connection);
      return { ...connection, made: true };
    }
    if (missing.length > 0) {
      const versions = { from: done.at(-1) ?? '', to: missing.at(-1) ?? '' };
      throw new UserError('wrongUse', 'db.older', { path: connection.label, ...versions });
    }
    await connection.settle?.();
    return connection;
  });
}

/** Opens a database of whatever version, and leaves its tables as they are. */
export async function connectAsItIs(target: string, access: Access): Promise<Connection> {
  const address = readAddress(target);
  if (address.kind !== 'postgres') return connectSqlite(address.kind === 'memory' ? ':memory:' : address.path, access);
  return (await import('./connectPostgres.js')).connectPostgres(address.url, access);
}

export async function closedOnFailure<Result>(connection: Connection, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await connection.knex.destroy().catch(() => undefined);
    await connection.takeBack?.().catch(() => undefined);
    throw connection.toUserError(error);
  }
}
