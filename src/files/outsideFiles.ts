/** Files of the outside world, where another than this process opens them: the person behind `sudo`. */
import type { Writable } from 'node:stream';
import type { OutputTarget } from '../application/ports/outputFiles.js';

/** Makes a file that appears under its name only when it is whole; throws `UserError`. See `writeSafely`. */
export type WriteFile = (target: OutputTarget, write: (stream: Writable) => Promise<void>) => Promise<void>;

export interface OutsideFiles {
  /** The bytes of a file; throws what the system says of one that cannot be opened (its `code`). */
  readonly read: (path: string) => AsyncIterable<Buffer>;
  readonly write: WriteFile;
  /** What is in a folder; `''` is the working folder. */
  readonly list: (folder: string) => Promise<readonly { name: string; folder: boolean; size: number }[]>;
}
