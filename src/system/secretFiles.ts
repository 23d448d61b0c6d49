/** Files of secrets: where one is, whatever it is called by, and one that is made of a secret that was typed. */
import { open } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { KeepSecret } from '../application/ports/afas.js';
import { UserError } from '../application/userError.js';

/** An absolute path; `~` is the folder of whoever is at work. */
export function secretPath(file: string): string {
  return resolve(file.trim().replace(/^~(?=[/\\]|$)/u, homedir()));
}

/**
 * Makes a file of its owner's alone; one that is there is left as it is. `forOthers`: files are opened for somebody else
 * here (`sudo`), whose it would not be. Throws `UserError` of kind wrongUse.
 */
export function secretKeeper(forOthers: boolean): KeepSecret {
  return async (file, secret) => {
    const path = secretPath(file);
    if (forOthers) throw new UserError('wrongUse', 'secret.notYours');
    try {
      const handle = await open(path, 'wx', 0o600);
      try {
        await handle.writeFile(`${secret}\n`);
      } finally {
        await handle.close();
      }
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (reason === 'EEXIST') throw new UserError('wrongUse', 'secret.fileExists', { path });
      throw new UserError('wrongUse', 'secret.notKept', { path, reason });
    }
    return path;
  };
}
