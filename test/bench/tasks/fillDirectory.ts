import { openStore } from '../../../src/store/openStore.js';
import { directoryParts, type DirectorySize } from '../data/directory.js';

/** Makes a database with a directory of this size. */
export async function fillDirectory({ database, size }: { database: string; size: DirectorySize }): Promise<void> {
  const store = await openStore(database);
  for (const part of directoryParts(size)) await store.directory.import(part);
  await store.close();
}
