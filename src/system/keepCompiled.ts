/** Compiled code of the program is kept in a folder that nobody but its user can write: what is read from it is run. */
import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import nodeModule from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import envPaths from 'env-paths';

const ROOT = 0;
const BY_OTHERS = 0o022;
const FOR_OTHERS = 0o077;
/** In such a folder nobody takes away what is somebody else's: `/tmp`. */
const STICKY = 0o1000;

/** What a version left behind that nobody has started for so long is removed. */
const LEFT_AFTER_MS = 30 * 24 * 60 * 60_000;

export interface CompiledCode {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Undefined where the system has no users to tell apart. */
  readonly user: number | undefined;
  /** Of the program: each has code of its own. */
  readonly version: string;
}

/**
 * From now on modules are compiled once; Node reads and writes what it compiled. Without a word where that cannot be: a
 * command is only slower then. `NODE_DISABLE_COMPILE_CACHE=1` turns it off.
 */
export function keepCompiled(code: CompiledCode): void {
  const { SUDO_UID: behindSudo, NODE_COMPILE_CACHE: elsewhere } = code.environment;
  // Absent from Node 20.
  if (typeof nodeModule.enableCompileCache !== 'function' || behindSudo !== undefined || elsewhere) return;
  const folder = trustedFolder(code);
  if (folder !== undefined) nodeModule.enableCompileCache(folder);
}

/** Made where it is not there yet; undefined where somebody else could put something in it. */
export function trustedFolder({ user, version }: CompiledCode): string | undefined {
  const kept = join(envPaths('instroom', { suffix: '' }).cache, 'compiled');
  const folder = join(kept, version);
  if (!isAbsolute(folder)) return undefined;
  try {
    // Nothing is made in the home of somebody else, whose surroundings these may be.
    if (user !== undefined && !isOnlyOf(user, existingPartOf(folder))) return undefined;
    if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) removeLeft(kept, version);
    return user === undefined || isClosed(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
}

function existingPartOf(folder: string): string {
  return existsSync(folder) ? folder : existingPartOf(dirname(folder));
}

/** Whether a folder is the user's, and none above it is anybody's but the user's and root's. */
function isOnlyOf(user: number, folder: string): boolean {
  const real = realpathSync(folder);
  if (lstatSync(real).uid !== user) return false;
  for (let at = real; ; at = dirname(at)) {
    const { uid, mode } = lstatSync(at);
    if ((uid !== ROOT && uid !== user) || (mode & BY_OTHERS && !(mode & STICKY))) return false;
    if (at === dirname(at)) return true;
  }
}

function isClosed(folder: string): boolean {
  return (lstatSync(folder).mode & FOR_OTHERS) === 0;
}

function removeLeft(kept: string, version: string): void {
  for (const name of readdirSync(kept)) {
    const folder = join(kept, name);
    if (name !== version && Date.now() - statSync(folder).mtimeMs > LEFT_AFTER_MS)
      rmSync(folder, { recursive: true, force: true });
  }
}
