/** Text that a command reads or writes. */
import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import type { Writable } from 'node:stream';
import { UserError } from '../application/userError.js';
import { findPasted, pastedSigns } from '../domain/pastedPath.js';

type ReadBytes = (path: string) => AsyncIterable<Buffer>;

/** The whole text of a file, or of standard input for `-`; `read` opens files. Refuses bytes that are not UTF-8. */
export async function readWholeText(
  path: string,
  stdin: NodeJS.ReadStream,
  read: ReadBytes = createReadStream,
): Promise<string> {
  const bytes = await readWhole(path, stdin, read);
  if (!isUtf8(bytes)) throw new UserError('wrongUse', 'usage.notUtf8', { path, line: lineThatIsNotUtf8(bytes) });
  return bytes.toString('utf8');
}

async function readWhole(path: string, stdin: NodeJS.ReadStream, read: ReadBytes): Promise<Buffer> {
  if (path !== '-') {
    const found = (await findPasted(path, homedir(), exists)) ?? path;
    return wholeOf(read(found)).catch((error: unknown) => refuse(path, error));
  }
  if (stdin.isTTY) throw new UserError('wrongUse', 'usage.stdinIsTerminal');
  return wholeOf(stdin);
}

async function wholeOf(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

/** From 1. */
function lineThatIsNotUtf8(bytes: Buffer): number {
  for (let line = 1, from = 0; ; line++) {
    const end = bytes.indexOf(0x0a, from);
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function refuse(path: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const signs = pastedSigns(path).join(' ');
  if (code === 'ENOENT' || code === 'ENOTDIR')
    throw new UserError('wrongUse', signs === '' ? 'usage.noFile' : 'usage.noFilePasted', { path, signs });
  throw new UserError('wrongUse', 'usage.fileFailed', { path, reason: code });
}

/** Writes parts as they come, no faster than they are taken. */
export async function writeParts(stream: Writable, parts: AsyncIterable<string> | Iterable<string>): Promise<void> {
  for await (const part of parts) if (!stream.write(part)) await once(stream, 'drain');
}
