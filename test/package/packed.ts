/** What npm would put in the package, as npm itself tells. */
import { spawnSync } from 'node:child_process';
import { ROOT } from './readme.js';

let files: readonly string[] | undefined;

export function packedFiles(): readonly string[] {
  return (files ??= told());
}

function told(): readonly string[] {
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const { stdout, stderr, status } = spawnSync('npm', words, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const [{ files: packed }] = JSON.parse(stdout) as [{ files: readonly { path: string }[] }];
  return packed.map(({ path }) => path);
}
