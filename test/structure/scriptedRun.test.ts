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

  it('that completes a line loads no command, no library but the driver, and no text but the few that are made with it', () => {
    const database = join(temporaryFolder(), 'directory.sqlite');
    expect(runRecorded(ENTRY, ['env', 'add', 'T12345AA'], { INSTROOM_DB: database }).status).toBe(0);
    const run = runRecorded(ENTRY, ['__complete', 'zsh', 'plan', '--env', ''], { INSTROOM_DB: database });
    expect(run.stdout).toContain('T12345AA');
    const { sources } = run;
    expect(sources).toContain('src/store/migrations/index.ts');
    expect(
      sources.filter((source) =>
        /^src\/(?:tui|files\/(?!configuration\/)|application\/(?!ports|userError))/u.test(source),
      ),
    ).toEqual([]);
    expect(sources.filter((source) => /^src\/commands\/(?!completion\/|line\/flagWord\.)/u.test(source))).toEqual([]);
    expect(sources.filter((source) => /^src\/language\/(?!locale|text|proposedCommand)/u.test(source))).toEqual([]);
    const libraries = sources.flatMap((source) => /node_modules\/([^/]+)/u.exec(source)?.[1] ?? []);
    expect([...new Set(libraries)].sort()).toEqual([
      'bindings',
      'env-paths',
      'file-uri-to-path',
      'is-safe-filename',
      'sqlite3',
    ]);
  });

  it('loads no reader of settings where there are none, and no hook', () => {
    const folder = temporaryFolder();
    const run = runRecorded(ENTRY, ['env', 'add', 'T12345AA'], {
      INSTROOM_DB: join(folder, 'directory.sqlite'),
      XDG_CONFIG_HOME: folder,
    });
    expect(run.status, run.stderr).toBe(0);
    expect(run.sources).toContain('src/commands/line/configuration.ts');
    expect(run.sources.filter((source) => /node_modules\/yaml\/|src\/system\/hook/u.test(source))).toEqual([]);
  });

  it('tells its version for at most half as much again as Node itself costs', () => {
    const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };
    const time = (args: readonly string[]): number => {
      const start = performance.now();
      spawnSync(process.execPath, args, { stdio: 'ignore', env });
      return performance.now() - start;
    };
    // In turn, the fastest of each: on a busy machine that takes more turns, and is no other ratio.
    const fastest = { version: Infinity, node: Infinity };
    for (let turn = 0; turn < 12 || (turn < 100 && fastest.version / fastest.node >= 1.5); turn++) {
      fastest.version = Math.min(fastest.version, time([ENTRY, '--version']));
      fastest.node = Math.min(fastest.node, time(['-e', '0']));
    }
    expect(fastest.version / fastest.node).toBeLessThan(1.5);
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
