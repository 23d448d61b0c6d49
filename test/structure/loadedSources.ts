/** Runs a built program and tells which sources it really loaded. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Writes down every module that Node loads, imported or required. */
const RECORDER = `data:text/javascript,${encodeURIComponent(`
  import { appendFileSync } from 'node:fs';
  import { registerHooks } from 'node:module';
  registerHooks({
    load(url, context, next) {
      appendFileSync(process.env.LOADED_MODULES, url + '\\n');
      return next(url, context);
    },
  });
`)}`;

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Paths relative to the root: of sources, where a loaded file is a bundle of them. */
  readonly sources: readonly string[];
}

/** Runs an entry that `config/build.js` made; a chunk counts for all the sources that it holds. */
export function runRecorded(entry: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const folder = mkdtempSync(join(tmpdir(), 'instroom-loaded-'));
  try {
    const list = join(folder, 'modules');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', RECORDER, entry, ...args], {
      encoding: 'utf8',
      cwd: ROOT,
      env: { ...process.env, ...env, LOADED_MODULES: list },
      input: '',
      timeout: 60_000,
    });
    const loaded = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
    const bundles = JSON.parse(readFileSync(join(dirname(entry), 'modules.json'), 'utf8')) as Record<string, string[]>;
    const sources = loaded.flatMap((url) => {
      if (!url.startsWith('file:')) return [];
      const path = fileURLToPath(url);
      return path.startsWith(`${dirname(entry)}/`) ? (bundles[basename(path)] ?? [path]) : [path.replace(ROOT, '')];
    });
    return { status, stdout, stderr, sources };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What belongs to the wizard alone. */
export function isOfTheWizard(source: string): boolean {
  return /(?:^src\/tui\/|node_modules\/(?:ink|ink-table|react|react-reconciler|yoga-layout|scheduler)\/)/u.test(source);
}
