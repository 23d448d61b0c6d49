/** A scripted run never loads Ink or React: proved on the built program, by what Node really loads. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isOfTheWizard, ROOT, runRecorded } from './loadedSources.js';

const ENTRY = join(ROOT, 'dist/instroom.js');

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'instroom-scripted-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe.skipIf(!existsSync(join(ROOT, 'src/main.ts')))('a scripted run', () => {
  it.each([
    { args: ['--version'], status: 0 },
    { args: ['--help'], status: 0 },
    { args: ['plan', '--help'], status: 0 },
    { args: ['no-such-command'], status: 2 },
    { args: ['env', 'add', 'T12345AA', '--json'], status: 0 },
    { args: ['history'], status: 2 },
    { args: ['plan', 'no-such-file.csv', '--env', 'T12345AA', '--type', 'user'], status: 2 },
    { args: ['import', 'no-such-file.csv', '--env', 'T12345AA', '--type', 'user', '--yes'], status: 2 },
  ])('never loads Ink or React: $args', ({ args, status }) => {
    const run = runRecorded(ENTRY, args, { INSTROOM_DB: join(temporaryFolder(), 'directory.sqlite') });
    expect(run.sources).toContain('src/main.ts');
    expect(run.sources.filter(isOfTheWizard)).toEqual([]);
    expect(run.status, run.stderr).toBe(status);
  });

  it('tells its version for at most half as much again as Node itself costs', { retry: 3 }, () => {
    const fastest = (args: readonly string[]): number =>
      Math.min(
        ...Array.from({ length: 12 }, () => {
          const start = performance.now();
          spawnSync(process.execPath, args, { stdio: 'ignore' });
          return performance.now() - start;
        }),
      );
    expect(fastest([ENTRY, '--version']) / fastest(['-e', '0'])).toBeLessThan(1.5);
  });
});

it('sees a scripted run that loads Ink and React after all', () => {
  const outdir = temporaryFolder();
  execFileSync(process.execPath, ['config/build.js', 'test/structure/fixtures/leakyScript.ts', outdir], {
    cwd: ROOT,
  });
  const run = runRecorded(join(outdir, 'instroom.js'), []);
  expect(run.sources.some((source) => source.includes('node_modules/ink/'))).toBe(true);
  expect(run.sources.some((source) => source.includes('node_modules/react/'))).toBe(true);
});
