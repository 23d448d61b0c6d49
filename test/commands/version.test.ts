/** What the program says of itself, and what it says where a part of it is missing. */
import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporaryFolder.js';
import { MIGRATIONS } from '../../src/store/migrations/index.js';
import { runNode, startProgram, type Ended } from './program.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = temporaryFolder('version');
const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };

it('tells the versions of itself, its database, Node and SQLite', async () => {
  const program = await startProgram();
  const { version, database, node, sqlite, ...rest } = (await program.json(['version'])) as Record<string, unknown>;
  expect(rest).toEqual({ format: '1.0' });
  expect(version).toBe(manifest.version);
  expect(database).toBe(Number.parseInt(Object.keys(MIGRATIONS).at(-1) ?? '', 10));
  expect(sqlite).toMatch(/^3\.\d+\.\d+$/u);
  expect((await program.run(['version'])).stdout).toBe(
    `instroom ${manifest.version}\ndatabase ${String(database)}\nnode ${String(node)}\nsqlite ${String(sqlite)}\n`,
  );
});

it('tells the number alone for --version', async () => {
  const program = await startProgram();
  for (const words of [['--version'], ['--version', '--lang', 'nl']])
    expect(await program.run(words)).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
});

/** An installation that has these packages alone; answers where its database is to be. */
async function install(packages: readonly string[]): Promise<{ readonly entry: string; readonly database: string }> {
  const root = await mkdtemp(join(folder, 'root-'));
  for (const part of ['dist', 'data', 'samples', 'package.json'])
    await cp(join(ROOT, part), join(root, part), { recursive: true });
  for (const part of packages) {
    // Of sqlite3 as npm leaves it where nothing could be compiled.
    const files = part === 'sqlite3' ? ['lib', 'package.json'] : [''];
    for (const file of files)
      await cp(join(ROOT, 'node_modules', part, file), join(root, 'node_modules', part, file), { recursive: true });
  }
  return { entry: join(root, 'dist/instroom.js'), database: join(root, 'instroom.db') };
}

it.each([
  ['without the package', []],
  ['without its native part', ['sqlite3', 'bindings', 'file-uri-to-path']],
])('SQLite %s is told in one sentence, with how to get it', async (_name, packages) => {
  const { entry, database } = await install(packages);
  const run = (...words: readonly string[]): Promise<Ended> =>
    runNode([entry, ...words], { env: { INSTROOM_DB: database } });
  const answer = await run('demo', '--lang', 'en');
  expect(answer.stdout).toBe('');
  expect(answer.stderr).toMatch(/^SQLite cannot be loaded here \(.+\)\. Install .+ --db postgres:\/\/…\n$/u);
  expect(answer.stderr).not.toContain(ROOT);
  expect(answer.status).toBe(1);
  const told = await run('version', '--json');
  expect(JSON.parse(told.stdout)).toMatchObject({ sqlite: null, version: manifest.version });
  expect(told.status).toBe(0);
  expect((await run('env', 'list', '--db', 'postgres://localhost:1/none')).stderr).not.toContain('SQLite');
});
