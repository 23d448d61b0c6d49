// @ts-check
/** The Node that comes along: that of the development dependency `node`, with its licence, as npm has it. */
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isThere, ROOT, run } from './shell.js';

/**
 * @param {string} build where it is kept for the next time
 * @returns {Promise<{ binary: string, license: string }>} paths
 */
export async function nodeRuntime(build) {
  const { version } = JSON.parse(await readFile(join(ROOT, 'node_modules/node/package.json'), 'utf8'));
  const { platform, arch } = process;
  const folder = join(build, `node-${version}-${platform}-${arch}`);
  if (!existsSync(folder))
    await fetch(`${platform === 'darwin' ? 'node-bin' : 'node'}-${platform}-${arch}@${version}`, folder);
  return { binary: join(folder, 'bin/node'), license: join(folder, 'LICENSE') };
}

/**
 * @param {string} name
 * @param {string} folder
 */
async function fetch(name, folder) {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', name, '--json', '--prefer-offline', '--pack-destination', unfinished]),
  );
  const wanted = ['package/bin/node', 'package/LICENSE'];
  run('tar', ['-xzf', join(unfinished, filename), '-C', unfinished, '--strip-components=1', ...wanted]);
  await rm(join(unfinished, filename));
  await rename(unfinished, folder);
}

/**
 * Without the names of its functions, which take a seventh of it.
 * @param {string} from
 * @param {string} to
 */
export async function copyBinary(from, to) {
  await copyFile(from, to);
  if (process.platform === 'linux' && isThere('strip')) run('strip', ['--strip-unneeded', to]);
  await chmod(to, 0o755);
}
