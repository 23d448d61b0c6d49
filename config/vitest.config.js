// @ts-check
import { configDefaults, defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';
import SlowFirst from '../test/support/slowFirst.ts';

/** What each mode runs: `npm test`, `npm run bench`, `npm run package:check`, and `npm run break` with its `properties`. */
const FILES = /** @type {const} */ ({
  test: ['test/**/*.test.{ts,tsx}'],
  bench: ['test/**/*.bench.{ts,tsx}'],
  break: ['test/**/*.break.{ts,tsx}'],
  package: ['test/package/**/*.check.ts'],
  properties: ['test/{application,domain,files,tui}/**/*.test.{ts,tsx}'],
});

/**
 * Rooms whose tests start nothing and leave nothing changed: their files go on in the process of the one before, for
 * loading what they have in common takes longer than many of them.
 */
const TOGETHER = 'test/{application,domain,presentation,tui}/**';

const PROJECTS = [
  { extends: true, test: { name: 'apart', include: [...FILES.test], exclude: [...configDefaults.exclude, TOGETHER] } },
  { extends: true, test: { name: 'together', include: [`${TOGETHER}/*.test.{ts,tsx}`], isolate: false } },
];

/** New examples, and more of them; in `test` they are the same every time. */
const MORE_EXAMPLES = { INSTROOM_SEED: 'free', RUNS: '400' };

export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    ...(mode === 'test'
      ? { projects: PROJECTS }
      : { include: [...(FILES[/** @type {keyof typeof FILES} */ (mode)] ?? FILES.test)] }),
    environment: 'node',
    // Processes, not threads: sqlite3 and the pty are native, and some tests end their own process's children.
    pool: 'forks',
    // More than cores: who starts programs mostly waits. Random moments are drawn where less else is going on.
    maxWorkers: mode === 'test' ? 4 : 2,
    // Figures are worth nothing when two files measure at the same time.
    fileParallelism: mode !== 'bench',
    sequence: { sequencer: SlowFirst },
    testTimeout: (mode === 'test' ? 3 : 20) * 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 10_000,
    // Ink draws nothing between the first and the last frame where CI is true.
    env: { CI: 'false', ...(mode === 'properties' ? MORE_EXAMPLES : {}) },
    setupFiles: 'test/support/propertySeed.ts',
    globalSetup: 'test/support/temporaryHome.ts',
    reporters: ['default', fileURLToPath(new URL('../test/support/closingLine.ts', import.meta.url))],
  },
}));
