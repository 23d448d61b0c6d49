// @ts-check
/**
 * `node config/testCommand.js NAME`: makes the command of `test/NAME/`, beside the packages that it needs and as deep as
 * its sources, so that the same relative paths hold.
 */
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const name = process.argv[2];
if (name === undefined) throw new Error('which command?');

await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: { [name]: `test/${name}/run.ts` },
  outdir: `node_modules/.${name}`,
  bundle: true,
  // What is loaded late is loaded alone: a task of the bench in a process of its own loads nothing but its own.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
