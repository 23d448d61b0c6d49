/** Text that a command reads or writes, and folders that are looked through. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { Stop } from '../application/errors.js';

type ReadBytes = (path: string) => AsyncIterable<Buffer>;

/** The whole text of a file, or of standard input for `-`; `read` opens files. */
export async function readWholeText(
  path: string,
  stdin: NodeJS.ReadStream,
  read: ReadBytes = createReadStream,
): Promise<string> {
  if (path !== '-') return textOf(read(path)).catch((error: unknown) => refuse(path, error));
  if (stdin.isTTY) throw new Stop('wrongUse', 'usage.stdinIsTerminal');
  return textOf(stdin);
}

async function textOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function refuse(path: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') throw new Stop('wrongUse', 'usage.noFile', { path });
  throw new Stop('wrongUse', 'usage.fileFailed', { path, reason: code });
}

/** Writes parts as they come, no faster than they are taken. */
export async function writeParts(stream: Writable, parts: AsyncIterable<string> | Iterable<string>): Promise<void> {
  for await (const part of parts) if (!stream.write(part)) await once(stream, 'drain');
}

/** What is in a folder; what cannot be looked at is left out. */
export async function listFolder(folder: string): Promise<readonly { name: string; folder: boolean; size: number }[]> {
  const path = folder === '' ? '.' : folder;
  const entries = await readdir(path, { withFileTypes: true });
  const looked = entries.map(async (entry) => {
    const found = await stat(join(path, entry.name)).catch(() => undefined);
    return found ? [{ name: entry.name, folder: found.isDirectory(), size: found.isDirectory() ? 0 : found.size }] : [];
  });
  return (await Promise.all(looked)).flat();
}
