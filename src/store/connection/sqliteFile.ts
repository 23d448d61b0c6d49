/** The file of a SQLite database, looked at before SQLite opens it. */
import { access as allows, chmod, constants, open, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../../application/userError.js';
import type { Access } from '../../application/ports/databaseAccess.js';

export interface SqliteFile {
  /** What SQLite is asked to open. */
  readonly uri: string;
  /** Nothing is in it yet. */
  readonly empty: boolean;
  /** Who runs the program may not write it. */
  readonly readOnly: boolean;
}

/** The first bytes of every SQLite file. */
const SIGNATURE = 'SQLite format 3\0';

/**
 * The file is made before SQLite opens it, so that nobody else can ever read it; what is no database is left
 * alone. SQLite itself must not put an empty file in its place when it has gone: `mode=rw`.
 */
export async function sqliteFile(path: string, access: Access): Promise<SqliteFile> {
  try {
    const { file, readOnly } = await opened(path, access);
    const empty = await checkSignature(file).finally(() => file.close());
    if (empty && access !== 'make') throw new UserError('wrongUse', 'db.noTables', { path });
    if (access !== 'inspect' && !readOnly) await closeToOthers(path, access);
    return { uri: `${pathToFileURL(path).href}?${await modeOf(path, readOnly)}`, empty, readOnly };
  } catch (error) {
    throw error instanceof UserError ? error : stopFor(error, path, access);
  }
}

async function opened(
  path: string,
  access: Access,
): Promise<{ readonly file: FileHandle; readonly readOnly: boolean }> {
  const mayOnlyRead = access === 'read' || access === 'inspect';
  try {
    const file = await open(path, access === 'make' ? 'a+' : 'r+', 0o600);
    // SQLite puts its log beside the file.
    const closed = mayOnlyRead && !(await mayWrite(dirname(path)));
    return { file, readOnly: closed };
  } catch (error) {
    if (!mayOnlyRead || !isRefusal(error)) throw error;
    return { file: await open(path, 'r'), readOnly: true };
  }
}

async function checkSignature(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(SIGNATURE.length), 0, SIGNATURE.length, 0);
  if (bytesRead > 0 && buffer.toString('latin1') !== SIGNATURE)
    throw new UserError('failure', 'db.damaged', { reason: 'SQLITE_NOTADB' });
  return bytesRead === 0;
}

/** Who only reads another's database leaves its permissions to the owner. */
async function closeToOthers(path: string, access: Access): Promise<void> {
  await chmod(path, 0o600).catch((error: unknown) => {
    if (access !== 'read') throw error;
  });
}

/** A file without a log beside it is whole by itself; with one, SQLite reads both. */
async function modeOf(path: string, readOnly: boolean): Promise<string> {
  if (!readOnly) return 'mode=rw';
  const log = await stat(`${path}-wal`).catch(() => undefined);
  return log && log.size > 0 ? 'mode=ro' : 'mode=ro&immutable=1';
}

async function mayWrite(folder: string): Promise<boolean> {
  return allows(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

function isRefusal(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

function stopFor(error: unknown, path: string, access: Access): UserError {
  const code = codeOf(error);
  if (code !== 'ENOENT') return new UserError('failure', 'db.cannotOpen', { path, reason: code });
  if (access === 'make') return new UserError('wrongUse', 'db.noFolder', { path, folder: dirname(path) });
  return new UserError('wrongUse', 'db.missing', { path });
}
