/** A secret, from a variable or from a file that is its owner's alone. */
import { open } from 'node:fs/promises';
import type { ReadSecret } from '../application/ports/afas.js';
import { UserError } from '../application/userError.js';
import { looksLikeSecret } from '../domain/connection.js';

export interface SecretReaders {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** Reads as the person behind `sudo`; undefined where this process opens files in its own name. */
  readonly readAs: ((path: string) => AsyncIterable<Buffer>) | undefined;
}

/** Longest secret, in bytes: a token is a few hundred. */
const LONGEST = 64 * 1024;
const OTHERS = 0o077;

/** Throws `UserError` of kind wrongUse where there is no secret, or others can read it too. */
export function secretReader({ env, platform, readAs }: SecretReaders): ReadSecret {
  return async (place) => {
    if ('variable' in place) {
      const value = env[place.variable]?.trim() ?? '';
      if (value === '') throw new UserError('wrongUse', 'secret.noVariable', { name: unlessSecret(place.variable) });
      return oneLine(value, place.variable);
    }
    const { file } = place;
    return oneLine((await readOwn(file)).toString('utf8').trim(), file);
  };

  async function readOwn(path: string): Promise<Buffer> {
    try {
      const handle = await open(path, 'r');
      try {
        const { mode, size } = await handle.stat();
        // Windows has no such bits: who may read is a matter of the folder there.
        if (platform !== 'win32' && (mode & OTHERS) !== 0)
          throw new UserError('wrongUse', 'secret.othersRead', { path });
        if (size > LONGEST) throw new UserError('wrongUse', 'secret.notOneLine', { path });
        return readAs ? await wholeOf(readAs(path)) : await handle.readFile();
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (error instanceof UserError) throw error;
      const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
      throw new UserError('wrongUse', 'secret.noFile', { path: unlessSecret(path), reason });
    }
  }
}

function oneLine(text: string, path: string): string {
  if (text === '' || /[\r\n]/u.test(text)) throw new UserError('wrongUse', 'secret.notOneLine', { path });
  return text;
}

async function wholeOf(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

/** The secret itself, given where its place was asked for, is not told again. */
function unlessSecret(place: string): string {
  return looksLikeSecret(place) ? '•••' : place;
}
