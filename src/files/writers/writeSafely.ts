/** Writes a file that appears under its name only when it is whole. */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, lstat, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { UserError } from '../../application/userError.js';
import type { OutputTarget } from '../../application/ports/outputFiles.js';
import type { FileTextKey } from '../../language/files.js';
import type { WriteFile } from '../outsideFiles.js';
import { outputStop } from './outputStop.js';

/**
 * Makes a file that its owner alone can read, and that appears under its name only when it is whole.
 * A file that is there stays, unless it may be replaced; a symbolic link, directory or device is
 * never written through or replaced. Throws `UserError`.
 */
export const writeSafely: WriteFile = async (target, write) => {
  const { path } = target;
  await refuseOccupied(target);
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const stream = createWriteStream(temporary, { flags: 'wx', mode: 0o600 });
    try {
      // A stream that fails (a full disk) ends the writing, whatever the writer waits for.
      await Promise.race([write(stream).then(() => stream.end()), finished(stream)]);
      await finished(stream);
    } finally {
      stream.destroy();
    }
    await flushed(temporary);
    await moveIntoPlace(temporary, target);
  } catch (error) {
    throw outputError(error, path);
  } finally {
    // Where nothing could be made there is nothing to remove, and no right to try.
    await rm(temporary, { force: true }).catch(() => undefined);
  }
};

async function refuseOccupied({ path, overwrite = false }: OutputTarget): Promise<void> {
  const present = await lstat(path).catch(() => undefined);
  if (!present) return;
  if (!present.isFile()) throw outputStop('output.notAFile', path);
  if (!overwrite) throw outputStop('output.exists', path);
}

/** On disk before it gets its name, so that a crash leaves the old file or the new one. */
async function flushed(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function moveIntoPlace(temporary: string, target: OutputTarget): Promise<void> {
  if (!target.overwrite) {
    try {
      // A link, unlike a rename, fails when the name was taken meanwhile.
      return await link(temporary, target.path);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') throw outputStop('output.exists', target.path);
      // Some file systems have no links; the look before is all that there is then.
    }
  }
  await refuseOccupied(target);
  await rename(temporary, target.path);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function outputError(error: unknown, path: string): Error {
  if (error instanceof UserError) return error;
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return outputStop('output.noDirectory', path);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return outputStop('output.noPermission', path);
    case 'ENOSPC':
    case 'EDQUOT':
      return new UserError('failure', 'output.noSpace' satisfies FileTextKey, { file: path });
    default:
      if (!/^E(?!RR_)/u.test(codeOf(error))) return error instanceof Error ? error : new Error(String(error));
      return new UserError('failure', 'output.failed' satisfies FileTextKey, { file: path, reason: codeOf(error) });
  }
}
