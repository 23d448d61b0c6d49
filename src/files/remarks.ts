/** What is told of a file: a remark on how it was read, or why it cannot be. */
import type { FileRemark } from '../application/ports/importFiles.js';
import { type Told, UnreadableFile } from '../application/userError.js';
import type { FileTextKey } from '../language/files.js';
import type { FillingOf } from '../language/index.js';

/** Something to tell of a file; the key is that of a text in `language/files.ts`. */
export function remark<Key extends FileTextKey>(key: Key, ...[params = {}]: FillingOf<Key>): FileRemark {
  return { key, params };
}

/** The error for a file that cannot be read; the key is that of a text in `language/files.ts`. */
export function unreadable<Key extends FileTextKey>(key: Key, ...[params = {}]: FillingOf<Key>): UnreadableFile {
  return new UnreadableFile(...([key, params] as Told));
}
