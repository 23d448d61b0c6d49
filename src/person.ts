/**
 * A program of its own, started by the other one under `sudo`: it becomes the person behind it for good, and only
 * then opens one file. `node person.js UID GID read|write|list PATH [overwrite]`: bytes on stdout or from stdin,
 * what went wrong as JSON on stderr. Everything it needs is loaded before it becomes that person.
 */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { UserError } from './application/userError.js';
import { listFolder } from './files/listFolder.js';
import { writeSafely } from './files/writers/writeSafely.js';

const [uid = '', gid = '', what, path = '', overwrite] = process.argv.slice(2);

// Ctrl+C reaches both programs; the other one decides what becomes of this one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

try {
  become(Number(uid), Number(gid));
  if (what === 'read') await pipeline(createReadStream(path), process.stdout);
  else if (what === 'list') await pipeline([JSON.stringify(await listFolder(path))], process.stdout);
  else if (what === 'write') await write();
} catch (error) {
  process.stderr.write(JSON.stringify(told(error)));
  process.exitCode = 1;
} finally {
  if (process.connected) process.disconnect();
}

interface Initgroups {
  initgroups(user: number, group: number): void;
}

/** Groups first: afterwards this is nobody any more who could change them. */
function become(user: number, group: number): void {
  if (!(user > 0) || !(group >= 0)) throw new Error('nobody to become');
  process.umask(0o077);
  (process as Partial<Initgroups>).initgroups?.(user, group);
  process.setgid?.(group);
  process.setuid?.(user);
  if (process.getuid?.() !== user || process.geteuid?.() !== user) throw new Error('still somebody else');
}

/** Whole only when the other program says so: an end of its bytes may be its own end. */
async function write(): Promise<void> {
  const whole = new Promise<void>((resolve, reject) => {
    process.once('message', () => resolve());
    const leftAlone = (): void => reject(new Error('left alone'));
    process.once('disconnect', leftAlone);
    if (!process.connected) leftAlone();
  });
  whole.catch(() => undefined);
  await writeSafely({ path, overwrite: overwrite === 'overwrite' }, async (stream) => {
    await pipeline(process.stdin, stream, { end: false });
    await whole;
  });
}

function told(error: unknown): object {
  if (error instanceof UserError) return { kind: error.kind, key: error.key, params: error.params };
  const { code, message } = error as NodeJS.ErrnoException;
  return { code, message };
}
