/** Where the answer goes. */
import { createWriteStream, fstatSync } from 'node:fs';
import type { Writable } from 'node:stream';

type StandardOutput = Writable & { readonly fd: number; readonly isTTY?: boolean };

/**
 * Standard output; a file through a stream of files. Node's own writes a file in one go, and does not see that a
 * part of it did not fit on the disk.
 */
export function answerStream(stdout: StandardOutput): Writable & { readonly isTTY?: boolean } {
  return stdout.isTTY === true || !isFile(stdout.fd)
    ? stdout
    : createWriteStream('', { fd: stdout.fd, autoClose: false });
}

function isFile(fd: number): boolean {
  try {
    const found = fstatSync(fd);
    return found.isFile() || found.isCharacterDevice();
  } catch {
    // It is closed.
    return false;
  }
}
