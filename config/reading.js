// @ts-check
/**
 * Makes the command of `test/reading/`, beside the packages that it needs and as deep as its sources, so
 * that the same relative paths hold.
 */
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: { reading: 'test/reading/run.ts' },
  outdir: 'node_modules/.reading',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
