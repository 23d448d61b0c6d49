/** A database is brought up to date, and who did it is recorded. */
import { recordingOf } from '../application/attempt.js';
import type { MigratedDatabase, MigrationWatch } from '../application/ports/databaseMigration.js';
import { originOf } from '../commands/line/processEnvironment.js';
import { migrateDatabase } from '../store/migrateDatabase.js';
import type { Host } from './host.js';
import { atWork } from './ownFiles.js';

export async function migrateRecorded(target: string, watch: MigrationWatch, host: Host): Promise<MigratedDatabase> {
  const { operator } = await atWork(host);
  const who = { operator: { ...operator, databaseLogin: null }, origin: originOf(host.process.env), now: watch.now };
  return migrateDatabase(target, { ...watch, record: recordingOf(who, 'db.migrate') });
}
