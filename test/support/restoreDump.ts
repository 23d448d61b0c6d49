/** A database as an earlier Instroom left it, from a dump in SQL. */
import { DatabaseSync } from 'node:sqlite';

export function restoreDump(path: string, dump: string): void {
  const earlier = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  earlier.exec(dump);
  earlier.close();
}
