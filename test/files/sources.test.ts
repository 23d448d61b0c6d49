import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createImportFiles } from '../../src/files/importFiles.js';
import { cellsOf, directory, fileOf, newPath, readWhole } from './reading.js';

const CONTENT = 'Gebruiker;UPN\n12345.A;a@x.nl\n';
const temporaryDirectory = (): string => mkdtempSync(join(directory, 'copies-'));

describe('standard input', () => {
  test('is copied for its owner alone, read as often as needed, and removed', async () => {
    const copies = temporaryDirectory();
    const room = createImportFiles({ stdin: Readable.from([Buffer.from(CONTENT)]), temporaryDirectory: copies });
    const reading = await readWhole('-', {}, 'user', room);
    expect(reading.file.name).toBe('-');
    expect(cellsOf(reading)).toEqual([['12345.A', 'a@x.nl']]);
    expect((await room.inspect('-', { header: false }, 'user')).headers).toEqual(['#1', '#2']);
    expect(statSync(reading.file.path).mode & 0o777).toBe(0o600);
    expect(statSync(join(reading.file.path, '..')).mode & 0o777).toBe(0o700);
    await room.close();
    expect(readdirSync(copies)).toEqual([]);
  });

  test('that is empty or a terminal is told of, and leaves nothing behind', async () => {
    const copies = temporaryDirectory();
    const empty = createImportFiles({ stdin: Readable.from([]), temporaryDirectory: copies });
    await expect(empty.inspect('-', {}, 'user')).rejects.toMatchObject({ key: 'unreadable.empty' });
    await empty.close();
    const terminal = createImportFiles({
      stdin: Object.assign(Readable.from([]), { isTTY: true }),
      temporaryDirectory: copies,
    });
    await expect(terminal.inspect('-', {}, 'user')).rejects.toMatchObject({ key: 'unreadable.stdinIsTerminal' });
    await expect(createImportFiles().inspect('-', {}, 'user')).rejects.toMatchObject({
      key: 'unreadable.stdinIsTerminal',
    });
    expect(readdirSync(copies)).toEqual([]);
  });
});

describe('a path', () => {
  test('may be a pipe', async () => {
    const pipe = newPath('pipe');
    execFileSync('/usr/bin/env', ['mkfifo', pipe]);
    const writing = import('node:fs/promises').then(({ writeFile }) => writeFile(pipe, CONTENT));
    const room = createImportFiles({ temporaryDirectory: temporaryDirectory() });
    expect(cellsOf(await readWhole(pipe, {}, 'user', room))).toEqual([['12345.A', 'a@x.nl']]);
    await writing;
    await room.close();
  });

  test('may be a link to a file', async () => {
    const link = newPath('link.csv');
    symlinkSync(fileOf(CONTENT), link);
    expect(cellsOf(await readWhole(link))).toEqual([['12345.A', 'a@x.nl']]);
  });

  test('of anything else is refused with what to do', async () => {
    const loop = newPath('loop');
    symlinkSync(loop, loop);
    const wanted: [string, string][] = [
      [directory, 'unreadable.directory'],
      [join(directory, 'nope.csv'), 'unreadable.missing'],
      [join(fileOf(CONTENT), 'nope.csv'), 'unreadable.missing'],
      [loop, 'unreadable.failed'],
      [join(directory, 'x'.repeat(5000)), 'unreadable.failed'],
      ['a\0b', 'unreadable.failed'],
      ['', 'unreadable.missing'],
      [fileOf(''), 'unreadable.empty'],
    ];
    for (const [path, key] of wanted) await expect(readWhole(path)).rejects.toMatchObject({ kind: 'wrongUse', key });
  });

  test('is opened as it was before it was pasted', async () => {
    const path = join(directory, 'HR export (mei).csv');
    writeFileSync(path, CONTENT);
    for (const pasted of [
      `'${path}'`,
      ` "${path}"`,
      path.replace(/[ ()]/gu, '\\$&'),
      pathToFileURL(path).href,
      `\u202a${path}`,
    ])
      expect((await createImportFiles().inspect(pasted, {}, 'user')).path, pasted).toBe(path);
    await expect(createImportFiles().inspect(`'${directory}/HR.csv'`, {}, 'user')).rejects.toMatchObject({
      key: 'unreadable.missingPasted',
      params: { file: 'HR.csv', signs: "'" },
    });
  });

  test('of a socket is refused', async () => {
    const path = newPath('socket');
    const server = createServer().listen(path);
    await new Promise((done) => server.once('listening', done));
    await expect(readWhole(path)).rejects.toMatchObject({ key: 'unreadable.failed' });
    server.close();
  });

  test.skipIf(process.getuid?.() === 0)('without permission is refused', async () => {
    const path = fileOf(CONTENT);
    chmodSync(path, 0);
    await expect(readWhole(path)).rejects.toMatchObject({ key: 'unreadable.noPermission' });
  });

  test('that vanishes or changes after it was looked at is told of', async () => {
    const room = createImportFiles();
    const path = fileOf(CONTENT);
    const file = await room.inspect(path, {}, 'user');
    execFileSync('rm', [path]);
    expect(existsSync(path)).toBe(false);
    await expect(room.read(file, 10).chunks[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      key: 'unreadable.missing',
    });
    writeFileSync(path, Buffer.from([0x47, 0xff, 0xfe, 0x0a]));
    await expect(room.read(file, 10).chunks[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      key: 'unreadable.changed',
    });
  });
});
