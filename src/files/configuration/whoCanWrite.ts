/** Whether anybody but root and the reader can have written a file, or can put another in its place. */
import { realpath, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { TextRef } from '../../language/index.js';

interface Owned {
  readonly uid: number;
  readonly mode: number;
}

const ROOT = 0;
const BY_OTHERS = 0o022;
/** In such a folder nobody takes away what is somebody else's: `/tmp`. */
const STICKY = 0o1000;

/** Why a file is not believed; undefined for one that is. `reader` is the user that the program runs as. */
export async function distrustOf(path: string, file: FileHandle, reader: number): Promise<TextRef | undefined> {
  const found = judged(path, path, await file.stat(), reader, BY_OTHERS);
  if (found) return found;
  // A link is as good as the folder that it stands in, and the one that it leads to.
  for (const folder of new Set([dirname(path), dirname(await realpath(path))])) {
    const standing = await stat(folder);
    const others = standing.mode & STICKY ? 0 : BY_OTHERS;
    const wrong = judged(path, folder, standing, reader, others);
    if (wrong) return wrong;
  }
  return undefined;
}

function judged(
  path: string,
  place: string,
  { uid, mode }: Owned,
  reader: number,
  others: number,
): TextRef | undefined {
  if (uid !== ROOT && uid !== reader) return { key: 'config.anothers', params: { path, place, owner: uid } };
  return mode & others ? { key: 'config.othersWrite', params: { path, place } } : undefined;
}
