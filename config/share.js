// @ts-check
/**
 * What is made of the commands for those who install the program (`dist/share/`): what completion knows of them, its
 * script for each shell, and the manual pages.
 */
import { build } from 'esbuild';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The files by their paths in `dist/share/`.
 * @param {string} root
 * @param {readonly string[]} external packages that are not bundled
 * @returns {Promise<Record<string, string>>}
 */
export async function sharedFiles(root, external) {
  const folder = await mkdtemp(join(tmpdir(), 'instroom-share-'));
  try {
    const outfile = join(folder, 'share.mjs');
    await build({
      absWorkingDir: root,
      entryPoints: ['src/commands/completion/shared.ts'],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      external: [...external],
      banner: {
        js: "import { createRequire as createRequire__ } from 'node:module';\nconst require = createRequire__(import.meta.url);",
      },
      logLevel: 'warning',
    });
    const { madeOfCommands, SCRIPTS } = await import(pathToFileURL(outfile).href);
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    /** @type {Record<string, string>} */
    const files = madeOfCommands({ version, date: madeOn() });
    for (const [name, path] of Object.entries(SCRIPTS)) files[name] = await readFile(join(root, path), 'utf8');
    return files;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The day of the build; a packager that wants the same package twice says which (reproducible-builds.org). */
function madeOn() {
  const seconds = process.env['SOURCE_DATE_EPOCH'];
  return (seconds === undefined ? new Date() : new Date(Number(seconds) * 1000)).toISOString().slice(0, 10);
}
