/** Which database a command works on, and what it does when there is none, an old one, or one to be read alone. */
import { spawn } from 'node:child_process';
import { chmod, copyFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/application/userError.js';
import { statusOfError } from '../../src/commands/answers/exitStatus.js';
import { restoreDump } from '../support/restoreDump.js';
import { DEMO_DIRECTORY, sample, startProgram, type Program } from './program.js';

const OLD = new URL('../store/data/before-003.sql', import.meta.url);
const PLAN = ['plan', sample('single-sign-on.csv'), '--env', 'T12345AA', '--type', 'user'];

const NOT_MAKING: readonly (readonly string[])[] = [
  ['env', 'list'],
  ['env', 'set', 'T12345AA', '--name', 'x'],
  ['env', 'remove', 'T12345AA', '--yes'],
  ['env', 'drift'],
  ['history'],
  ['history', 'prune', '--older-than', '9d'],
  ['show', '1'],
  PLAN,
  ['import', ...PLAN.slice(1), '--yes'],
  ['apply', '1'],
  ['undo', '1'],
  ['report', '1', '-o', 'x.csv'],
  ['tokens', '1'],
  ['template', 'user', '-o', 'x.csv', '--env', 'T12345AA'],
  ['directory', 'export'],
  ['leftover', 'list'],
  ['definition', 'list'],
  ['definition', 'save', 'HR', '--type', 'user'],
  ['db', 'migrate', '--yes'],
];

describe('a database that is not there', () => {
  it('is refused, and made by no command that does not say so', async () => {
    const program = await startProgram();
    for (const words of NOT_MAKING) {
      const { status, stdout, stderr } = await program.run(words);
      expect.soft({ words, status, stdout }).toEqual({ words, status: 2, stdout: '' });
      expect.soft(stderr, words.join(' ')).toMatch(/There is no database .*make one with instroom env add/u);
    }
    expect(await program.run(['db', 'check'])).toMatchObject({ status: 1, stdout: '' });
    const from = program.path('nowhere.db');
    expect(await program.run(['db', 'copy', '--from', from, '--to', program.path('to.db')])).toMatchObject({
      status: 2,
    });
    expect(await readdir(program.folder)).toEqual([]);
  }, 120_000);

  it('is the same for the user’s own, which is made where it belongs', async () => {
    const program = await startProgram();
    const env = { HOME: program.folder, XDG_DATA_HOME: program.path('data') };
    const run = (...words: string[]): ReturnType<Program['run']> => program.run(words, { env, database: null });
    expect(await run('env', 'list')).toMatchObject({ status: 2 });
    expect(await readdir(program.folder)).toEqual([]);
    expect(await run('env', 'add', 'T12345AA')).toMatchObject({ status: 0 });
    expect((await stat(program.path('data/instroom'))).mode & 0o777).toBe(0o700);
    expect((await run('env', 'list')).stdout).toContain('T12345AA');
  });

  it('is made by directory import and db copy too, but no folder is', async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    const copy = ['db', 'copy', '--from', program.path('instroom.db'), '--to'];
    const copied = await program.run([...copy, program.path('to.db')]);
    expect(copied).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Copied from /u) as string });
    const { status, stderr } = await program.run([...copy, program.path('no/to.db')]);
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('There is no folder') as string,
    });
    expect((await readdir(program.folder)).sort()).toEqual(['instroom.db', 'to.db']);
  });
});

it('an address that is none is refused, without the password in it', async () => {
  const program = await startProgram();
  for (const address of ['postgress://jan:GEHEIM@host/db', 'pg://jan:GEHEIM@host/db', 'sqlite:///x.db', 'file:x.db']) {
    for (const words of [
      ['db', 'check'],
      ['env', 'add', 'T12345AA'],
      ['show', 'x'],
    ]) {
      const { status, stderr } = await program.run([...words, '--db', address]);
      expect.soft(status, address).toBe(2);
      expect.soft(stderr).not.toContain('GEHEIM');
    }
  }
  for (const named of [['--db', ''], ['--db=']])
    expect((await program.run(['env', 'list', ...named])).stderr).toBe('--db needs a value.\n');
  const { status, stderr } = await program.run(['env', 'list'], { database: '' });
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('given as empty') as string });
  expect(await readdir(program.folder)).toEqual([]);
});

it('a database of an older Instroom is told, and migrated by db migrate alone', async () => {
  const program = await startProgram();
  restoreDump(program.path('instroom.db'), await readFile(OLD, 'utf8'));
  const content = await readFile(program.path('instroom.db'));
  for (const words of [['history'], ['env', 'add', 'T9'], ['db', 'check'], ['apply', '2', '--yes']]) {
    const { status, stderr } = await program.run(
      words.includes('T9') ? [...words, '--type', 'test', '--participant', '9'] : words,
    );
    expect.soft(status, words.join(' ')).toBe(2);
    expect.soft(stderr).toMatch(/older Instroom \(002-runs; now .*with instroom db migrate/u);
  }
  expect((await readFile(program.path('instroom.db'))).equals(content)).toBe(true);
  const migrated = await program.json(['db', 'migrate']);
  expect(migrated).toMatchObject({
    format: '1.0',
    from: '002-runs',
    copy: expect.stringContaining('002-runs.db') as string,
  });
  expect((await stat(migrated.copy)).mode & 0o777).toBe(0o600);
  expect(await program.run(['db', 'check'])).toMatchObject({ status: 0 });
  expect((await program.run(['db', 'migrate'])).stdout).toMatch(/is up to date already/u);
});

it('a database that may only be read serves whoever only reads', { skip: process.getuid?.() !== 0 }, async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(PLAN);
  const READING = [['history'], ['show', '1', '--rows'], ['env', 'list'], ['directory', 'export'], ['db', 'check']];
  const answers = await Promise.all(READING.map(async (words) => (await program.run(words)).stdout));
  for (const [file, folder] of [
    [0o444, 0o755],
    [0o666, 0o755],
    [0o444, 0o777],
  ] as const) {
    await chmod(program.path('instroom.db'), file);
    await chmod(program.folder, folder);
    for (const [at, words] of READING.entries()) {
      const read = await program.run(words, { uid: 65534 });
      expect.soft(read, words.join(' ')).toEqual({ status: 0, stdout: answers[at], stderr: '' });
    }
    if (folder === 0o755) expect(await program.run(['apply', '1'], { uid: 65534 })).toMatchObject({ status: 1 });
  }
  expect(await readdir(program.folder)).toEqual(['instroom.db']);
});

it('a fault that db check finds is its status', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const broken = program.path('broken.db');
  await copyFile(program.path('instroom.db'), broken);
  const bytes = await readFile(broken);
  await writeFile(broken, bytes.fill(0x55, 20_000, 60_000));
  expect((await program.run(['db', 'check', '--db', broken])).status).toBe(1);
});

it('a database that is in use has a status of its own', () => {
  expect(statusOfError(new UserError('busy', 'db.busy').kind)).toBe(8);
});

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

it('a signal ends what reads and writes with 130, and leaves nothing half', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(['plan', sample('alle-mutatiecodes.csv'), '--env', 'T12345AA', '--type', 'user']);
  const before = await readdir(program.folder);
  const RUNNING = [
    ['directory', 'import', DEMO_DIRECTORY],
    ['directory', 'export'],
    ['directory', 'export', '-o', program.path('export.json')],
    ['show', '1', '--rows'],
    ['report', '1', '-o', program.path('report.csv')],
    ['report', '1', '-o', program.path('report.xlsx')],
    ['rejected', '1', '-o', program.path('rejected.csv')],
    ['template', 'user', '-o', program.path('t.csv'), '--env', 'T12345AA', '--with-users'],
    ['history'],
    ['db', 'check'],
    ['env', 'drift'],
  ];
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const [at, words] of RUNNING.entries()) {
    const ended = await interrupted(program, words, signals[at % 3] ?? 'SIGINT');
    expect.soft({ words, ...ended }).toEqual({ words, status: 130 });
  }
  expect(await readdir(program.folder)).toEqual(before);
});

/** Runs the program, which gets a signal as soon as it has opened its database. */
async function interrupted(
  program: Program,
  words: readonly string[],
  signal: NodeJS.Signals,
): Promise<{ status: unknown }> {
  const preload = fileURLToPath(new URL('interruptedWhenOpened.mjs', import.meta.url));
  const child = spawn(
    join(ROOT, 'node_modules/.bin/node'),
    ['--import', preload, join(ROOT, 'dist/instroom.js'), ...words],
    {
      env: {
        PATH: process.env['PATH'] ?? '',
        LANG: 'C',
        INSTROOM_DB: program.path('instroom.db'),
        TEST_SIGNAL: signal,
      },
      stdio: 'ignore',
    },
  );
  return { status: await new Promise((resolve) => child.on('close', resolve)) };
}
