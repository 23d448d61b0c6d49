// @ts-check
/**
 * Makes the bench of `test/bench/`, beside the packages that it measures and as deep as its sources, so
 * that the same relative paths hold. What it measures of the built program is `dist/` itself.
 */
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: { bench: 'test/bench/run.bench.ts' },
  outdir: 'node_modules/.bench',
  bundle: true,
  // A task in a process of its own loads nothing but its own.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
