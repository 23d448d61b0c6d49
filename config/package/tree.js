// @ts-check
/**
 * The program with all that it needs, as a prefix like `/usr`: `bin/instroom`, `lib/instroom` and `share`. The archive and
 * the Debian package are made of it.
 */
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { copyBinary, nodeRuntime } from './node.js';
import { copyRuntimePackages } from './runtimePackages.js';
import { ROOT, run } from './shell.js';

/** What people read: it stands in `share/doc`. */
const DOCUMENTS = ['README.md', 'README.nl.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs'];

/** Made by the build, and where a system looks for them. */
const SHARED = {
  'completions/instroom.bash': 'bash-completion/completions/instroom',
  'completions/_instroom': 'zsh/vendor-completions/_instroom',
  'completions/instroom.fish': 'fish/vendor_completions.d/instroom.fish',
};

/** What an installation without a compiler lacks. */
export const NATIVE_PART = 'node_modules/sqlite3/build/Release/node_sqlite3.node';

/**
 * @param {{ packed: string, build: string, prefix: string }} paths the npm package; where things are kept; the tree
 */
export async function makeTree({ packed, build, prefix }) {
  await rm(prefix, { recursive: true, force: true });
  const program = join(prefix, 'lib/instroom');
  await mkdir(program, { recursive: true });
  run('tar', ['-xzf', packed, '-C', program, '--strip-components=1']);
  await moveDocuments(program, join(prefix, 'share/doc/instroom'));
  await moveShared(join(program, 'dist/share'), join(prefix, 'share'));
  await keepWhatRuns(join(program, 'package.json'));
  await copyRuntimePackages(join(program, 'node_modules'));
  const { binary, license } = await nodeRuntime(build);
  await copyBinary(binary, join(program, 'node'));
  await copyBinary(join(ROOT, NATIVE_PART), join(program, NATIVE_PART));
  await copyFile(license, join(prefix, 'share/doc/instroom/node-license.txt'));
  await mkdir(join(prefix, 'bin'));
  await copyFile(join(ROOT, 'config/package/launcher.sh'), join(prefix, 'bin/instroom'));
  await setModes(prefix);
}

/**
 * @param {string} program
 * @param {string} documents
 */
async function moveDocuments(program, documents) {
  await mkdir(documents, { recursive: true });
  for (const name of DOCUMENTS.filter((name) => existsSync(join(program, name))))
    await rename(join(program, name), join(documents, name));
  // Pages lead there.
  for (const name of ['samples', 'data']) await symlink(`../../../lib/instroom/${name}`, join(documents, name));
  await rename(join(program, 'LICENSE'), join(documents, 'LICENSE'));
  await rename(join(program, 'dist/licenses.txt'), join(documents, 'licenses.txt'));
}

/**
 * @param {string} made
 * @param {string} share
 */
async function moveShared(made, share) {
  for (const [name, place] of Object.entries(SHARED)) {
    await mkdir(dirname(join(share, place)), { recursive: true });
    await rename(join(made, name), join(share, place));
  }
  await rm(join(made, 'completions'), { recursive: true });
  if (!existsSync(join(made, 'man'))) return;
  await rename(join(made, 'man'), join(share, 'man'));
  for (const name of await readdir(join(share, 'man'), { recursive: true })) {
    const path = join(share, 'man', name);
    if (!/\.\d$/u.test(name)) continue;
    // No name and no moment in it, as `gzip -n` leaves them out.
    await writeFile(`${path}.gz`, gzipSync(await readFile(path), { level: 9 }));
    await rm(path);
  }
}

/**
 * What a package manager would do with it is not for here: it is no package any more.
 * @param {string} path
 */
async function keepWhatRuns(path) {
  const { name, version, description, license, type } = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, `${JSON.stringify({ name, version, description, license, type }, null, 2)}\n`);
}

/**
 * For everybody to read, whoever made it; what runs is told by its content.
 * @param {string} prefix
 */
async function setModes(prefix) {
  for (const entry of await readdir(prefix, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, RUNS.has(path.slice(prefix.length + 1)) ? 0o755 : 0o644);
  }
  await chmod(prefix, 0o755);
}

/** The program itself is no script here: no other Node is to run it. */
const RUNS = new Set(['bin/instroom', 'lib/instroom/node']);
