/** Where compiled code is kept: what is read from there is run. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi, onTestFinished } from 'vitest';
import { trustedFolder } from '../../src/system/keepCompiled.js';
import { runNode } from '../commands/program.js';
import { ROOT } from '../structure/loadedSources.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

const user = process.getuid?.();
const ENTRY = join(ROOT, 'dist/instroom.js');
const HERE = temporaryFolder('compiled');
const DAY = 24 * 60 * 60;

/** A folder for caches that nobody else can write. */
function caches(): string {
  const folder = mkdtempSync(join(HERE, 'caches-'));
  vi.stubEnv('XDG_CACHE_HOME', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  return folder;
}

function trusted(as = user): string | undefined {
  return trustedFolder({ environment: {}, user: as, version: '1.2.3' });
}

describe.skipIf(user === undefined || process.platform !== 'linux')('the folder of compiled code', () => {
  it('is made for its user alone', () => {
    const folder = caches();
    expect(trusted()).toBe(join(folder, 'instroom/compiled/1.2.3'));
    for (const made of ['instroom', 'instroom/compiled', 'instroom/compiled/1.2.3'])
      expect(statSync(join(folder, made)).mode & 0o777, made).toBe(0o700);
    expect(trusted()).toBe(join(folder, 'instroom/compiled/1.2.3'));
  });

  it('is not used where others can read or write it', () => {
    const folder = join(caches(), 'instroom/compiled/1.2.3');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    expect(trusted()).toBe(folder);
    chmodSync(folder, 0o755);
    expect(trusted()).toBeUndefined();
  });

  it.each([0o770, 0o707])('is not made where others can put another in its place: %o', (mode) => {
    const folder = caches();
    chmodSync(folder, mode);
    expect(trusted()).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not used behind a link to where others can write', () => {
    const folder = caches();
    const open = mkdtempSync(join(HERE, 'open-'));
    chmodSync(open, 0o777);
    mkdirSync(join(open, '1.2.3'), { mode: 0o700 });
    mkdirSync(join(folder, 'instroom'));
    symlinkSync(open, join(folder, 'instroom/compiled'));
    expect(trusted()).toBeUndefined();
  });

  it('is not made in the home of somebody else', () => {
    const folder = caches();
    expect(trusted((user ?? 0) + 1)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not made where nobody can say where that is', () => {
    caches();
    vi.stubEnv('XDG_CACHE_HOME', 'caches');
    expect(trusted()).toBeUndefined();
    expect(existsSync('caches')).toBe(false);
  });

  it('loses what versions left behind that nobody starts any more', () => {
    const kept = join(caches(), 'instroom/compiled');
    for (const [version, days] of [
      ['1.0.0', 31],
      ['1.1.0', 29],
    ] as const) {
      mkdirSync(join(kept, version), { recursive: true });
      writeFileSync(join(kept, version, 'code'), '');
      utimesSync(join(kept, version), Date.now() / 1000 - days * DAY, Date.now() / 1000 - days * DAY);
    }
    trusted();
    expect(readdirSync(kept).sort()).toEqual(['1.1.0', '1.2.3']);
  });

  it('is filled by a command, and by none behind sudo or that only tells the version', async () => {
    const folder = caches();
    const filled = async (words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<boolean> => {
      await runNode([ENTRY, ...words], { env: { XDG_CACHE_HOME: folder, NODE_COMPILE_CACHE: '', ...env } });
      return existsSync(join(folder, 'instroom'));
    };
    expect(await filled(['--version'])).toBe(false);
    expect(await filled(['fields'], { SUDO_UID: '1' })).toBe(false);
    expect(await filled(['fields'])).toBe(true);
    const [version = ''] = readdirSync(join(folder, 'instroom/compiled'));
    const [engine = ''] = readdirSync(join(folder, 'instroom/compiled', version));
    expect(readdirSync(join(folder, 'instroom/compiled', version, engine)).length).toBeGreaterThan(10);
  });
});
