/** The path that is told of what was written. */
import { resolve } from 'node:path';
import { STDOUT, type OutputTarget } from '../../application/ports/outputFiles.js';

/** Made absolute; `-` as it is. */
export function writtenPath({ path }: OutputTarget): string {
  return path === STDOUT ? path : resolve(path);
}
