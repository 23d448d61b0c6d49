/** `-o`: to a file, in the place of another, or to standard output. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmdirSync } from 'node:fs';
import { chmod, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { Printer } from '../../src/commands/answers/printer.js';
import { DEMO_DIRECTORY, sample, startProgram, type Program } from './program.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A program with run 1, applied. */
async function applied(): Promise<Program> {
  const program = await startProgram(DEMO_DIRECTORY);
  const file = sample('alle-mutatiecodes.csv');
  const words = ['import', file, '--env', 'T12345AA', '--type', 'user', '--yes', '--accept-empty-code'];
  expect((await program.run(words)).status).toBe(3);
  await program.run(['definition', 'save', 'HR', '--type', 'user', '--skip', 'upn']);
  return program;
}

const WRITING: readonly (readonly [words: readonly string[], file: string])[] = [
  [['rejected', '1'], 'rejected.csv'],
  [['report', '1'], 'report.csv'],
  [['tokens', '1'], 'tokens.csv'],
  [['template', 'user'], 'template.csv'],
  [['definition', 'export', 'HR'], 'hr.yaml'],
  [['directory', 'export'], 'directory.json'],
];

it('what goes into a file goes to standard output as well, byte for byte, and alone', async () => {
  const program = await applied();
  for (const [words, file] of WRITING) {
    const path = program.path(file);
    expect(await program.run([...words, '-o', path]), file).toMatchObject({ status: 0 });
    const written = await readFile(path, 'utf8');
    for (const more of [['-o', '-'], ['-o-'], ['-o', '/dev/stdout'], ['-o', '-', '--json']])
      expect(await program.run([...words, ...more]), `${file} ${more.join(' ')}`).toEqual({
        status: 0,
        stdout: written,
        stderr: '',
      });
  }
});

it('a file that is there is replaced with --force alone, and the refusal says so', async () => {
  const program = await applied();
  for (const [words, file] of WRITING) {
    const path = program.path(file);
    await writeFile(path, 'of before');
    const refused = await program.run([...words, '-o', path]);
    expect(refused, file).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr, file).toContain('--force');
    expect(await readFile(path, 'utf8'), file).toBe('of before');
    expect(await program.run([...words, '-o', path, '--force']), file).toMatchObject({ status: 0 });
    expect(await readFile(path, 'utf8'), file).not.toContain('of before');
    expect((await stat(path)).mode & 0o777, file).toBe(0o600);
  }
});

it('--force never writes through a link, over a directory or a device', async () => {
  const program = await applied();
  await writeFile(program.path('victim.csv'), 'mine');
  await symlink(program.path('victim.csv'), program.path('link.csv'));
  mkdirSync(program.path('map.csv'));
  for (const path of [program.path('link.csv'), program.path('map.csv'), '/dev/null']) {
    const refused = await program.run(['report', '1', '-o', path, '--force']);
    expect(refused, path).toMatchObject({ status: 2 });
    expect(refused.stderr, path).toContain('or - for standard output');
  }
  expect(await readFile(program.path('victim.csv'), 'utf8')).toBe('mine');
});

it('a replacement that fails leaves the old file, and nothing beside it', async () => {
  const program = await applied();
  const path = program.path('template.csv');
  await writeFile(path, 'of before');
  // What a spreadsheet would take for a formula is refused once the rows are being written.
  const given = { users: [{ environment: 'T12345AA', user: '12345.BBA', description: '=1+1' }] };
  await program.run(['directory', 'import', '-'], { stdin: JSON.stringify(given) });
  const words = ['template', 'mutation', '--env', 'T12345AA', '--with-users', '-o', path, '--force'];
  expect(await program.run(words)).toMatchObject({ status: 2 });
  expect(await readFile(path, 'utf8')).toBe('of before');
  expect((await readdir(program.folder)).filter((name) => name.includes('template'))).toEqual(['template.csv']);
});

it('a name says what a file is; --as says it where the name does not', async () => {
  const program = await applied();
  const run = (...words: string[]): ReturnType<Program['run']> => program.run(words);
  expect(await run('rejected', '1', '-o', program.path('rej.json'))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('ends in .csv') as string,
  });
  for (const name of ['report.json', 'report.pdf', 'report.txt'])
    expect((await run('report', '1', '-o', program.path(name))).stderr, name).toContain('.csv, .xlsx');
  for (const words of [
    ['tokens', '1'],
    ['template', 'user'],
  ])
    expect((await run(...words, '-o', program.path('x.json'))).stderr).toContain('.csv, .xlsx');
  expect((await run('report', '1', '-o', program.path('report.csv'), '--as', 'xlsx')).stderr).toContain('--as xlsx');
  const isWorkbook = async (name: string): Promise<boolean> =>
    (await readFile(program.path(name))).subarray(0, 2).toString() === 'PK';
  await run('report', '1', '-o', program.path('report'));
  await run('report', '1', '-o', program.path('report.2026'), '--as', 'xlsx');
  expect([await isWorkbook('report'), await isWorkbook('report.2026')]).toEqual([false, true]);
  expect(await readdir(program.folder)).not.toContain('report.csv');
});

it('what only goes with a file is refused without one', async () => {
  const program = await applied();
  for (const [flag, ...value] of [['--force'], ['--as', 'csv']])
    expect(await program.run(['tokens', '1', flag!, ...value])).toMatchObject({
      status: 2,
      stderr: `${flag} only works together with --output.\n`,
    });
});

it('tokens of a run that is not applied are no empty file: there is nothing to hand out yet', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(['plan', sample('alle-mutatiecodes.csv'), '--env', 'T12345AA', '--type', 'user']);
  for (const more of [[], ['-o', program.path('tokens.csv')], ['--json']])
    expect(await program.run(['tokens', '1', ...more])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('no tokens have been removed yet') as string,
    });
  expect(await readdir(program.folder)).not.toContain('tokens.csv');
});

it('a full disk behind standard output is a failure', async () => {
  const program = await applied();
  for (const words of [
    ['report', '1'],
    ['report', '1', '--as', 'xlsx'],
    ['directory', 'export'],
  ]) {
    const child = spawn(
      '/bin/sh',
      [
        '-c',
        `exec "$@" > /dev/full`,
        'sh',
        join(ROOT, 'node_modules/.bin/node'),
        join(ROOT, 'dist/instroom.js'),
        ...words,
        '-o',
        '-',
        '--db',
        program.path('instroom.db'),
      ],
      { env: { PATH: process.env['PATH'], LANG: 'C' } },
    );
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    expect(await new Promise((resolve) => child.on('close', resolve)), words.join(' ')).toBe(1);
    expect(stderr).toMatch(/^The answer was not written, or not all of it \(ENOSPC[^\n]*\n$/u);
  }
});

class Terminal extends Writable {
  readonly isTTY = true;
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

it('on a terminal a workbook is refused, and what a text holds is shown and not obeyed', async () => {
  const [stdout, stderr] = [new Terminal(), new Terminal()];
  const printer = new Printer({ stdout, stderr }, { colour: true, json: false });
  const write = (stream: Writable): Promise<void> => {
    stream.write('\ufeffNaam;Wat\r\n\u001b[2J;Zo');
    stream.write(Buffer.from('ë').subarray(0, 1));
    stream.write(Buffer.concat([Buffer.from('ë').subarray(1), Buffer.from('\tx\r\n')]));
    return Promise.resolve();
  };
  await expect(printer.writeFile({ path: '-', as: 'xlsx' }, write)).rejects.toMatchObject({
    kind: 'wrongUse',
    key: 'usage.workbookOnTerminal',
  });
  expect(stdout.text).toBe('');
  await printer.writeFile({ path: '-', as: 'csv' }, write);
  expect(stdout.text).toBe('Naam;Wat\n␛[2J;Zoë\tx\n');
});

it('a working directory that is gone is told in one sentence', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const gone = program.path('gone');
  for (const words of [
    ['env', 'list'],
    ['template', 'user', '-o', 'x.csv'],
  ]) {
    mkdirSync(gone);
    const child = spawn(
      '/bin/sh',
      [
        '-c',
        'rmdir "$PWD"; exec "$@"',
        'sh',
        join(ROOT, 'node_modules/node/bin/node'),
        join(ROOT, 'dist/instroom.js'),
        ...words,
      ],
      { cwd: gone, env: { PATH: process.env['PATH'], LANG: 'C', INSTROOM_DB: program.path('instroom.db') } },
    );
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(2);
    expect(stderr).toBe('The directory that you are in is gone. Go to one that is there (cd), and try again.\n');
  }
  expect(() => rmdirSync(gone)).toThrow();
});

it('no room for the copy of standard input is told, with the folder', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const words = ['plan', '-', '--env', 'T12345AA', '--type', 'user'];
  const ran = await program.run(words, { stdin: 'Gebruiker\n', env: { TMPDIR: '/not-there' } });
  expect(ran).toMatchObject({ status: 2, stdout: '' });
  expect(ran.stderr).toContain('folder for temporary files (/not-there: ENOENT)');
});

it.skipIf(process.getuid?.() !== 0)('a folder that may not be written in is told', async () => {
  const program = await applied();
  await chmod(program.folder, 0o755);
  await chmod(program.path('instroom.db'), 0o644);
  mkdirSync(program.path('kept'), { mode: 0o700 });
  const ran = await program.run(['report', '1', '-o', program.path('kept/x.csv')], { uid: 65_534 });
  expect(ran).toMatchObject({ status: 2, stdout: '' });
  expect(ran.stderr).toContain('You may not write in the directory of');
});

it('a definition tells the whole path that it was exported to', async () => {
  const program = await applied();
  expect(await program.json(['definition', 'export', 'HR', '-o', program.path('sub/../hr.yaml')])).toEqual({
    format: '1.0',
    path: program.path('hr.yaml'),
  });
});

it('an export of some environments holds what is in them alone, says what it wrote, and is imported again', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const path = program.path('some.json');
  const codes = ['T12345AA', 'O67890AA'];
  const answer = await program.json(['directory', 'export', '-o', path, '--env', 't12345aa,O67890AA']);
  const written = JSON.parse(await readFile(path, 'utf8'));
  const { environments, persons, groups, users } = written;
  expect(answer).toEqual({
    format: '1.0',
    path,
    environments: 2,
    persons: persons.length,
    groups: groups.length,
    users: users.length,
  });
  expect(environments.map(({ code }: { code: string }) => code).sort()).toEqual([...codes].sort());
  const whole = JSON.parse((await program.run(['directory', 'export'])).stdout);
  for (const list of ['persons', 'groups', 'users'] as const)
    expect(written[list]).toEqual(
      whole[list].filter(({ environment }: { environment: string }) => codes.includes(environment)),
    );
  expect(persons.length * groups.length * users.length).toBeGreaterThan(0);
  const other = await startProgram();
  expect(await other.run(['directory', 'import', path])).toMatchObject({ status: 0 });
  const repeated = ['directory', 'export', '--env', 'T12345AA', '--env', 'O67890AA'];
  expect((await program.run(repeated)).stdout).toBe(await readFile(path, 'utf8'));
  const unknown = await program.run(['directory', 'export', '--env', 'T99999XX', '-o', program.path('none.json')]);
  expect(unknown).toMatchObject({ status: 2, stdout: '' });
  expect(unknown.stderr).toContain('T99999XX does not exist. There are: ');
  expect(await readdir(program.folder)).not.toContain('none.json');
});
