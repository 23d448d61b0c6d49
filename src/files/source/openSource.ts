/** What is read: a file, or a private copy of what can be read only once. */
import { createReadStream, createWriteStream, mkdtempSync, type BigIntStats, type ReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { findPasted, pastedPaths, pastedSigns } from '../../domain/pastedPath.js';
import { MAX_COPIED_BYTES } from '../limits.js';
import { unreadable } from '../remarks.js';
import type { OutsideFiles } from '../outsideFiles.js';

/** A file that can be read more than once. */
export interface Source {
  /** Base name, `-` for standard input. */
  readonly name: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Tells the file from another one, and from itself after it was written again. */
  readonly version: string;
  /** Whether this is a copy of something that can be read only once: looked at again, it is the same copy. */
  readonly isCopy: boolean;
}

export interface SourceOptions {
  /** What `-` reads; a terminal, or nothing, holds no file. */
  readonly stdin?: NodeJS.ReadableStream;
  /** Where private copies are made. */
  readonly temporaryDirectory: string;
  /** Gets the directory of every copy before anything is in it, so that it can be removed at any moment. */
  readonly copies: Set<string>;
  /** Opens files instead of this process: what it may read is copied, and looked at here. */
  readonly readAs?: OutsideFiles['read'];
}

/**
 * Makes sure that a path, or `-` for standard input, can be read again and again: pipes are copied
 * into a file that only their owner can read. A path that is not there is looked for as it was before it was
 * pasted. Throws `UnreadableFile`.
 */
export async function openSource(path: string, options: SourceOptions): Promise<Source> {
  if (path === '-') {
    const { stdin } = options;
    if (!stdin || ('isTTY' in stdin && stdin.isTTY)) throw unreadable('unreadable.stdinIsTerminal');
    return privateCopy('-', stdin, options);
  }
  return openPath((await findPasted(path, homedir(), exists)) ?? path, options);
}

async function openPath(path: string, options: SourceOptions): Promise<Source> {
  const name = basename(path);
  // Looked at anew each time, as a file is.
  if (options.readAs) return { ...(await privateCopy(name, options.readAs(path), options)), isCopy: false };
  const stats = await statOf(path, name);
  if (stats.isDirectory()) throw unreadable('unreadable.directory', { file: name });
  const locked = lockedFile(name);
  if (locked !== undefined) throw unreadable('unreadable.lockFile', { file: name, locked });
  if (stats.isFIFO() || stats.isSocket() || stats.isCharacterDevice()) {
    return privateCopy(name, createReadStream(path), options);
  }
  if (stats.size === 0n) throw unreadable('unreadable.empty', { file: name });
  return { name, path, size: Number(stats.size), version: versionOf(stats), isCopy: false };
}

/** The file that a lock file stands beside while somebody has it open (`~$lijst.xlsx`, `.~lock.lijst.xlsx#`). */
function lockedFile(name: string): string | undefined {
  return /^~\$(.+)$/u.exec(name)?.[1] ?? /^\.~lock\.(.+)#$/u.exec(name)?.[1];
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    // One that may not be looked at is told as such, not passed over.
    (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EACCES',
  );

/** Whether a file is another one than it was, or was written since; reading tells when it is gone. */
export async function hasChanged({ path, version }: Pick<Source, 'path' | 'version'>): Promise<boolean> {
  const now = await stat(path, { bigint: true }).then(versionOf, () => version);
  return now !== version;
}

function versionOf({ dev, ino, size, mtimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs].join(' ');
}

/** A file from its beginning, in pieces of at most so many bytes. Room is made before anything is read: none for more than there is. */
export function readPieces({ path, size }: Pick<Source, 'path' | 'size'>, bytes: number): ReadStream {
  return createReadStream(path, { highWaterMark: Math.max(1, Math.min(bytes, size)) });
}

/** Bytes of a file from a position on, at most `length`. */
export async function readBytes(path: string, position: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await file.close();
  }
}

async function statOf(path: string, name: string): Promise<BigIntStats> {
  try {
    const stats = await stat(path, { bigint: true });
    // Opening tells what `stat` does not: whether this user may read it. A pipe would wait for its writer.
    if (stats.isFile()) await (await open(path, 'r')).close();
    return stats;
  } catch (error) {
    const signs = isMissing(error) ? pastedSigns(path) : [];
    const meant = pastedPaths(path).find((candidate) => pastedSigns(candidate).length === 0) ?? path;
    if (signs.length > 0)
      throw unreadable('unreadable.missingPasted', { file: basename(meant), signs: signs.join(' ') });
    throw fileSystemError(error, name);
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** A file system's error as a sentence that says what to do. */
export function fileSystemError(error: unknown, file: string): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (isMissing(error)) return unreadable('unreadable.missing', { file });
  if (code === 'EACCES' || code === 'EPERM') return unreadable('unreadable.noPermission', { file });
  if (code === 'EISDIR') return unreadable('unreadable.directory', { file });
  // Node's own ERR_ codes are mistakes of the program, except for a path that no file can have.
  if (/^E(?!RR_)/u.test(code) || code === 'ERR_INVALID_ARG_VALUE') {
    return unreadable('unreadable.failed', { file, reason: code });
  }
  return error instanceof Error ? error : new Error(String(error));
}

async function privateCopy(
  name: string,
  input: NodeJS.ReadableStream | AsyncIterable<Buffer>,
  { temporaryDirectory, copies }: SourceOptions,
): Promise<Source> {
  // Made and known in one step: a program that is interrupted removes what it knows.
  const directory = madeIn(temporaryDirectory);
  copies.add(directory);
  try {
    const path = join(directory, 'input');
    const size = await copy(name, input, path);
    if (size === 0) throw unreadable('unreadable.empty', { file: name });
    return { name, path, size, version: versionOf(await stat(path, { bigint: true })), isCopy: true };
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw fileSystemError(error, name);
  }
}

function madeIn(folder: string): string {
  try {
    return mkdtempSync(join(folder, 'instroom-'));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw unreadable('unreadable.noTemporary', { folder, reason });
  }
}

/** Copies a stream into a new file that its owner alone can read; answers its size in bytes. */
async function copy(name: string, input: NodeJS.ReadableStream | AsyncIterable<Buffer>, path: string): Promise<number> {
  let size = 0;
  await pipeline(
    input,
    async function* (chunks: AsyncIterable<Buffer | string>) {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > MAX_COPIED_BYTES) {
          throw unreadable('unreadable.tooLarge', { file: name, megabytes: MAX_COPIED_BYTES / 1_048_576 });
        }
        yield chunk;
      }
    },
    createWriteStream(path, { mode: 0o600, flags: 'wx' }),
  );
  return size;
}
