/** Folders that are looked through. */
import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { FolderEntry } from '../application/ports/folders.js';
import { findPasted } from '../domain/pastedPath.js';

/** What is in a folder, as it was typed or pasted; what cannot be looked at is left out. */
export async function listFolder(folder: string): Promise<readonly FolderEntry[]> {
  const path = folder === '' ? '.' : ((await findPasted(folder, homedir(), exists)) ?? folder);
  const entries = await readdir(path, { withFileTypes: true });
  const looked = entries.map(async (entry) => {
    const found = await stat(join(path, entry.name)).catch(() => undefined);
    return found ? [{ name: entry.name, folder: found.isDirectory(), size: found.isDirectory() ? 0 : found.size }] : [];
  });
  return (await Promise.all(looked)).flat();
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
