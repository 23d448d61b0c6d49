/** Files of a shape that nobody expects, through the real program: refused in one sentence, or harmless. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { exportedDirectory, faultsOf, newDatabase, newFolder, runsOf } from '../support/breakDatabase.js';
import type { Faults } from '../support/breakFaults.js';
import { populationOf, TARGET } from '../support/breakPopulation.js';
import { answerOf, lastLineOf, runProgram, type Ran } from '../support/breakProgram.js';
import { expectNoControl, WATCHED } from './hostile.js';

const MEGABYTE = 1_048_576;
const USUAL = 'Gebruiker;Omschrijving;E-mail;UPN';

/** Contents that no list of users has; a long one is a start, and what is repeated behind it 100 MB long. */
const REFUSED: Readonly<Record<string, string | readonly [start: string, repeated: string]>> = {
  'a cell of 100 MB': [`${USUAL}\n12345.U1;`, 'a'],
  'a quoted cell of 100 MB': [`${USUAL}\n12345.U1;"`, 'a\n'],
  'a header of 100 MB': ['Gebruiker;Omschrijving', 'a'],
  'a header of 16,384 columns': `${USUAL}${';x'.repeat(16_380)}\n12345.U1\n`,
  'only NUL bytes': '\0'.repeat(10_000),
  'a gzip bomb’s start': '\x1f\x8b\x08\0\0\0\0\0',
  'an archive that ends': 'PK\x03\x04\x14\0\0\0',
  nothing: '',
  'one line end': '\n',
  'a header alone': `${USUAL}\n`,
  'the same header twice': `${USUAL};UPN\n12345.U1;a;b@c.nl;;\n`,
  'headers that all objects have': '__proto__;constructor;toString;hasOwnProperty\na;b;c;d\n',
};

/** JSON of a directory that wants to be more than data. */
const DIRECTORIES: Readonly<Record<string, string>> = {
  'a prototype': '{"__proto__":{"polluted":true},"users":[]}',
  'a prototype of a user': '{"users":[{"__proto__":{"polluted":true},"environment":"T99999ZZ","user":"12345.X"}]}',
  'a constructor': '{"constructor":{"prototype":{"polluted":true}}}',
  'no list': '{"users":{"length":1000000000}}',
  'nested a hundred thousand deep': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  'not JSON': '{"users": [}',
  'a number too large': `{"users":[{"environment":"${TARGET}","user":1e999}]}`,
};

export async function hostileShapes(faults: Faults): Promise<void> {
  const folder = await newFolder();
  const database = await newDatabase(join(folder, 'shapes.db'), populationOf(3));
  const before = await exportedDirectory(database);
  const refused = async (words: readonly string[]): Promise<void> => {
    const start = performance.now();
    const ran = await runProgram([...words, '--db', database], { env: WATCHED });
    expect(ran.status, ran.stderr).toBe(2);
    expectOneSentence(ran);
    expect(performance.now() - start).toBeLessThan(60_000);
    expect(await runsOf(database)).toEqual([]);
    expect(await exportedDirectory(database)).toBe(before);
  };
  for (const [name, content] of Object.entries(REFUSED)) {
    const path = join(folder, 'shape.csv');
    if (typeof content === 'string') await writeFile(path, content, 'latin1');
    else writeLong(path, content[0], content[1]);
    await faults.inject(name, () => refused(['plan', path, '--env', TARGET, '--type', 'mutation', '--yes']));
  }
  for (const [name, json] of Object.entries(DIRECTORIES)) {
    const path = join(folder, 'directory.json');
    await writeFile(path, json);
    await faults.inject(`directory import: ${name}`, () => refused(['directory', 'import', path]));
  }
  await faults.inject('the database after all', async () => expect(await faultsOf(database)).toEqual([]));
}

function expectOneSentence(ran: Ran): void {
  expectNoControl(ran, false);
  expect(ran.stdout).toBe('');
  expect(lastLineOf(ran).length).toBeLessThan(2000);
}

function writeLong(path: string, start: string, repeated: string): void {
  const file = openSync(path, 'w');
  writeSync(file, start);
  const block = repeated.repeat(MEGABYTE / repeated.length);
  for (let at = 0; at < 100; at++) writeSync(file, block);
  closeSync(file);
}

/** Codes that a person cannot tell from another one's are told of: `12345.U1` with an l, a Cyrillic letter, and so on. */
export async function lookAlikes(faults: Faults): Promise<void> {
  const folder = await newFolder();
  const database = await newDatabase(join(folder, 'alike.db'), populationOf(3));
  const path = join(folder, 'alike.csv');
  const codes = ['12345.Ul', '12345.UI', '12345.\u0421AR\u0410', '12345.\u0440aul', '12345.\uff351'];
  const lines = codes.map((code) => `${code};1;Nieuw;n@voorbeeld.nl;`);
  await writeFile(path, `${['Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN', ...lines].join('\n')}\n`);
  const order = ['--env', TARGET, '--type', 'user', '--db', database, '--json'];
  const { run } = answerOf<{ run: number }>(await runProgram(['plan', path, ...order]));
  const { stdout } = await runProgram(['show', String(run), '--rows', '--db', database, '--json']);
  const rows = stdout.trimEnd().split('\n');
  for (const [at, code] of codes.entries())
    await faults.inject(`the look-alike ${code}`, () => {
      const row = JSON.parse(rows[at] ?? '{}') as { messages: { code: string }[] };
      expect(row.messages.map((message) => message.code)).toContain('USER_LOOKALIKE');
    });
}
