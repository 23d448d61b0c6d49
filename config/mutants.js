// @ts-check
/** Makes the command of `test/mutants/`, beside the packages that it needs. */
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: { mutants: 'test/mutants/run.ts' },
  outdir: 'node_modules/.mutants',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
