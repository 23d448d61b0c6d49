/** The package for npm, installed as `npm install -g` does, and used on every Node that it is for. */
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporaryFolder.js';
import { BUILD, done, ended, useInstalled, VERSION } from './installed.js';

const PACKAGE = join(BUILD, `instroom-${VERSION}.tgz`);
const NODES = ['22', '24', '26'];
const prefix = temporaryFolder('prefix');
const PROGRAM = join(prefix, 'lib/node_modules/instroom');

/** npm works as whoever runs the tests, with the settings that they have. */
const own = process.env as Readonly<Record<string, string>>;

/** A Node of npm's package `node`; kept for the next time. */
async function nodeOf(major: string): Promise<string> {
  const folder = join(BUILD, `node-${major}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    await mkdir(unfinished, { recursive: true });
    await writeFile(join(unfinished, 'package.json'), '{"private": true, "allowScripts": {"node": true}}');
    done(['npm', 'install', '--no-audit', '--no-fund', `node@${major}`], own, unfinished);
    await rename(unfinished, folder);
  }
  return join(folder, 'node_modules/node/bin');
}

it('installs where there is no compiler, and then says how to get SQLite', async () => {
  const place = join(prefix, 'without');
  for (const major of NODES) {
    const node = await nodeOf(major);
    const path = { ...own, PATH: `${node}:${own['PATH'] ?? ''}` };
    // What compiles does not run: the package itself has nothing to run either.
    const told = ended(['npm', 'install', '-g', '--ignore-scripts', '--prefix', place, PACKAGE], path);
    expect(told.status, told.stderr).toBe(0);
    expect(told.stderr, major).not.toMatch(/EBADENGINE|deprecated/u);
    const answer = ended([join(place, 'bin/instroom'), 'demo', '--lang', 'en'], { ...path, INSTROOM_DB: 'x.db' });
    expect(answer).toMatchObject({ status: 1, stdout: '' });
    expect(answer.stderr).toMatch(/^SQLite cannot be loaded here .+ --db postgres:\/\/…\n$/u);
  }
});

it(`is installed once and used on Node ${NODES.join(', ')}`, async () => {
  done(['npm', 'install', '-g', '--prefix', prefix, PACKAGE], { ...own, npm_config_jobs: 'max' });
  for (const major of NODES) {
    const node = await nodeOf(major);
    useInstalled([join(prefix, 'bin/instroom')], PROGRAM, { PATH: `${node}:/usr/bin:/bin` });
    expect(done([join(node, 'node'), '--version'])).toMatch(new RegExp(`^v${major}\\.`, 'u'));
  }
});
