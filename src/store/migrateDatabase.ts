/** Brings a database of an older Instroom up to date, beside a copy of what it was. */
import { open, rm } from 'node:fs/promises';
import { parse, format } from 'node:path';
import type { MigrateDatabase } from '../application/ports/databaseMigration.js';
import type { Recording } from '../application/ports/auditLog.js';
import { UserError } from '../application/userError.js';
import { closedOnFailure, connectAsItIs } from './connection/connect.js';
import type { Connection } from './connection/connection.js';
import { migrate, versionOf } from './connection/migrate.js';
import { run } from './rows.js';

export const migrateDatabase: MigrateDatabase = async (target, { now, signal, confirm, record }) => {
  const connection = { ...(await connectAsItIs(target, 'change')), ...(signal && { signal }) };
  return closedOnFailure(connection, async () => {
    const database = connection.label;
    const { done, missing } = await versionOf(connection);
    const from = done.at(-1);
    if (from === undefined) throw new UserError('wrongUse', 'db.noTables', { path: database });
    const to = missing.at(-1) ?? from;
    const copies = connection.dialect.name === 'sqlite';
    let copy: string | null = null;
    const recordVersions: Recording = () => record?.({ old: { version: from }, new: { version: to } }) ?? [];
    if (missing.length > 0) {
      await confirm?.({ database, from, to, copies });
      const copying = async (): Promise<void> => void (copy = await copyBeside(connection, from, now()));
      await withoutCopyOnFailure(migrate(connection, copies ? copying : undefined, recordVersions), () => copy);
    }
    await connection.settle?.();
    await connection.knex.destroy();
    return { database, from, to, copy };
  });
};

/** Written while nobody else can write: exactly what the migration starts from. Its owner's alone. */
async function copyBeside({ knex, label }: Connection, version: string, at: Date): Promise<string> {
  const { dir, name, ext } = parse(label);
  const moment = at.toISOString().replaceAll(':', '-');
  const path = format({ dir, name: `${name}.${moment}.${version}`, ext: ext || '.db' });
  // SQLite fills an empty file that is there, and leaves its permissions.
  await (await open(path, 'wx', 0o600)).close();
  try {
    await run(knex, 'vacuum into ?', [path]);
    const file = await open(path, 'r+');
    await file.sync().finally(() => file.close());
    return path;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Where the database is as it was, a copy of it only takes room. */
async function withoutCopyOnFailure(migrating: Promise<void>, copy: () => string | null): Promise<void> {
  try {
    await migrating;
  } catch (error) {
    const path = copy();
    if (path !== null) await rm(path, { force: true });
    throw error;
  }
}
