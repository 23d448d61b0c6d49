import { createReadStream, createWriteStream, mkdtempSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MAX_COPIED_BYTES } from '../limits.js';
import { unreadable } from '../remarks.js';

/** A file that can be read more than once. */
export interface Source {
  /** Base name, `-` for standard input. */
  readonly name: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Tells the file from another one, and from itself after it was written again. */
  readonly version: string;
  /** Whether this is a copy of something that can be read only once. */
  readonly isCopy: boolean;
}

export interface SourceOptions {
  /** What `-` reads; a terminal, or nothing, holds no file. */
  readonly stdin?: NodeJS.ReadableStream;
  /** Where private copies are made. */
  readonly temporaryDirectory: string;
  /** Gets the directory of every copy before anything is in it, so that it can be removed at any moment. */
  readonly copies: Set<string>;
}

/**
 * Makes sure that a path, or `-` for standard input, can be read again and again: pipes are copied
 * into a file that only their owner can read. Throws `UnreadableFile`.
 */
export async function openSource(path: string, options: SourceOptions): Promise<Source> {
  if (path === '-') {
    const { stdin } = options;
    if (!stdin || ('isTTY' in stdin && stdin.isTTY)) throw unreadable('unreadable.stdinIsTerminal');
    return privateCopy('-', stdin, options);
  }
  const name = basename(path);
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

/** Whether a file is another one than it was, or was written since; reading tells when it is gone. */
export async function hasChanged({ path, version }: Pick<Source, 'path' | 'version'>): Promise<boolean> {
  const now = await stat(path, { bigint: true }).then(versionOf, () => version);
  return now !== version;
}

function versionOf({ dev, ino, size, mtimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs].join(' ');
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
    throw fileSystemError(error, name);
  }
}

/** A file system's error as a sentence that says what to do. */
export function fileSystemError(error: unknown, file: string): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return unreadable('unreadable.missing', { file });
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
  input: NodeJS.ReadableStream,
  { temporaryDirectory, copies }: SourceOptions,
): Promise<Source> {
  // Made and known in one step: a program that is interrupted removes what it knows.
  const directory = mkdtempSync(join(temporaryDirectory, 'instroom-'));
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

/** Copies a stream into a new file that its owner alone can read; answers its size in bytes. */
async function copy(name: string, input: NodeJS.ReadableStream, path: string): Promise<number> {
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
