// @ts-check
/** The tree as an archive: the same bytes for the same tree, and of nobody. */
import { basename, dirname } from 'node:path';
import { run } from './shell.js';

/**
 * @param {string} prefix
 * @param {string} archive
 * @param {number} epoch seconds; what the files say they are of
 */
export function makeArchive(prefix, archive, epoch) {
  const same = ['--sort=name', `--mtime=@${epoch}`, '--owner=0', '--group=0', '--numeric-owner'];
  const gnu = process.platform === 'linux' ? same : [];
  run('tar', ['-czf', archive, ...gnu, '-C', dirname(prefix), basename(prefix)]);
}
