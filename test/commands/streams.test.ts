/** Streams: the answer on stdout, all else on stderr; nothing of a file moves the terminal; no secret anywhere. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { until } from '../support/waiting.js';
import { DEMO_DIRECTORY, sample, startProgram } from './program.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

it('what a file holds is shown, not sent, in text and in JSON', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(['plan', sample('vijandig.csv'), '--env', 'T12345AA', '--type', 'user']);
  const text = await program.run(['show', '1', '--rows']);
  expect(text.stdout).toContain('Bea ␛[31mBakker␛[2J');
  expect(text.stdout).toContain('12345.<U+202E>LIVE');
  const json = await program.run(['show', '1', '--rows', '--json']);
  for (const { stdout, stderr } of [text, json]) expect(stdout + stderr).not.toMatch(CONTROLS);
  const rows = json.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const codes = rows.map(({ messages }) => messages.map(({ code }: { code: string }) => code));
  expect([codes[0], codes[4]]).toEqual([['VALUE_HIDDEN'], ['VALUE_HIDDEN']]);
  const values = rows.flatMap(({ changes }) => changes).map(({ to }: { to: unknown }) => to);
  expect(values).toContain("Marieke'); drop table users;--");
});

it('text that is no terminal has no colours, and fits 80 columns', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const words = ['plan', sample('alle-meldingen.csv'), '--env', 'T12345AA', '--type', 'user'];
  for (const language of ['nl', 'en']) {
    const { stdout } = await program.run([...words, '--lang', language]);
    expect(stdout).not.toContain('\u001b');
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  }
});

it('a reader that leaves early (| head) is no failure', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const child = spawn(join(ROOT, 'node_modules/.bin/node'), [
    join(ROOT, 'dist/instroom.js'),
    'directory',
    'export',
    '--db',
    program.path('instroom.db'),
  ]);
  const stderr: string[] = [];
  child.stderr.on('data', (text: Buffer) => stderr.push(text.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect({ status, stderr: stderr.join('') }).toEqual({ status: 0, stderr: '' });
});

it.skipIf(!existsSync('/dev/full'))(
  'an answer that cannot be written is a failure, which says what was done',
  async () => {
    const program = await startProgram(DEMO_DIRECTORY);
    await program.run(['plan', sample('alle-mutatiecodes.csv'), '--env', 'T12345AA', '--type', 'user']);
    const onFullDisk = async (...words: string[]): Promise<unknown> => {
      const full = openSync('/dev/full', 'w');
      const child = spawn(
        join(ROOT, 'node_modules/.bin/node'),
        [join(ROOT, 'dist/instroom.js'), ...words, '--db', program.path('instroom.db')],
        { stdio: ['ignore', full, 'pipe'], env: { PATH: process.env['PATH'] ?? '', LANG: 'en_GB.UTF-8' } },
      );
      closeSync(full);
      let stderr = '';
      child.stderr?.on('data', (text: Buffer) => (stderr += text.toString()));
      return { status: await new Promise((resolve) => child.on('close', resolve)), stderr };
    };
    for (const words of [['db', 'check'], ['history'], ['directory', 'export'], ['show', '1', '--rows'], ['--help']])
      expect.soft(await onFullDisk(...words), words.join(' ')).toEqual({
        status: 1,
        stderr:
          'The answer was not written, or not all of it (ENOSPC: no space left on device); do not use what is there.\n',
      });
    expect(await onFullDisk('env', 'set', 'T12345AA', '--name', 'Ander')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('but this was done: Environment T12345AA changed.') as string,
    });
    expect(await onFullDisk('apply', '1', '--accept-empty-code')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('but this was done: Run 1 is stored: applied.') as string,
    });
    expect(await onFullDisk('show', '1', '--json')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('do not use what is there') as string,
    });
  },
);

it('a password is in no output, and in nothing that is kept', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const secrets = /Zomer-in-Utrecht|scrypt\$/u;
  const words = [
    'import',
    sample('alle-mutatiecodes.csv'),
    '--env',
    'T12345AA',
    '--type',
    'user',
    '--yes',
    '--accept-empty-code',
  ];
  const said = [await program.run(words)];
  for (const more of [
    ['show', '1'],
    ['show', '1', '--rows'],
    ['show', '1', '--rows', '--json'],
    ['history', '--json'],
    ['undo', '1'],
    ['directory', 'export'],
    ['report', '1', '-o', program.path('report.csv')],
    ['rejected', '1', '-o', program.path('rejected.csv')],
  ]) {
    said.push(await program.run(more));
  }
  for (const { stdout, stderr } of said) expect(stdout + stderr).not.toMatch(secrets);
  for (const name of await readdir(program.folder)) {
    const content = await readFile(program.path(name), 'latin1');
    expect(content.includes('Zomer-in-Utrecht'), name).toBe(false);
  }
});

it('standard input that never ends gives way to Ctrl+C, with 130', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const copies = program.path('copies');
  await mkdir(copies);
  const words = ['plan', '-', '--env', 'T12345AA', '--type', 'user', '--db', program.path('instroom.db')];
  const child = spawn(join(ROOT, 'node_modules/.bin/node'), [join(ROOT, 'dist/instroom.js'), ...words], {
    env: { ...process.env, TMPDIR: copies },
  });
  const closed = new Promise((resolve) => child.on('close', resolve));
  await until('standard input is read', async () => (await readdir(copies)).length > 0);
  child.kill('SIGINT');
  const status = await closed;
  child.stdin.destroy();
  expect(status).toBe(130);
  expect(await readdir(copies)).toEqual([]);
  expect(await program.json(['history'])).toMatchObject({ runs: [] });
});
