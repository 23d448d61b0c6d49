import type { FileRemark } from '../application/ports/importFiles.js';
import { UnreadableFile } from '../application/userError.js';
import type { FileTextKey } from '../language/files.js';

type Params = Readonly<Record<string, string | number>>;

/** Something to tell of a file; the key is that of a text in `language/files.ts`. */
export function remark(key: FileTextKey, params: Params = {}): FileRemark {
  return { key, params };
}

/** The error for a file that cannot be read; the key is that of a text in `language/files.ts`. */
export function unreadable(key: FileTextKey, params: Params = {}): UnreadableFile {
  return new UnreadableFile(key, params);
}
