/** Files of secrets: what is kept, and what is told of one that is not there. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { secretReader } from '../../src/system/readSecret.js';
import { secretKeeper, secretPath } from '../../src/system/secretFiles.js';
import { stopOf } from '../support/engine.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

const folder = temporaryFolder('secrets');
const read = secretReader({ env: { LEEG: '' }, platform: process.platform, readAs: undefined });

test('a secret that was typed is in a file of its owner’s alone, which is read as any other', async () => {
  const file = join(folder, 'afas.secret');
  expect(await secretKeeper(false)(file, 'geheim')).toBe(file);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await read({ file })).toBe('geheim');
});

test('a file that is there is left as it is, and nothing is made for somebody else', async () => {
  const file = join(folder, 'there.secret');
  await writeFile(file, 'oud');
  expect((await stopOf(secretKeeper(false)(file, 'nieuw'))).key).toBe('secret.fileExists');
  expect((await stopOf(secretKeeper(true)(`${file}2`, 'nieuw'))).key).toBe('secret.notYours');
  expect((await stopOf(secretKeeper(false)(join(file, 'in'), 'nieuw'))).key).toBe('secret.notKept');
  expect(await readFile(file, 'utf8')).toBe('oud');
});

test('a path is whole, from the folder of whoever is at work where it says so', () => {
  expect(secretPath('~/a.secret')).toBe(join(homedir(), 'a.secret'));
  expect(secretPath('a.secret')).toBe(resolve('a.secret'));
});

test.each([
  'f00d'.repeat(16),
  'Ab3'.repeat(12),
  '/home/x/zY9+/bA8zY9bA8zY9bA8zY9bA8zY9',
  '<token><data>AB</data></token>',
])('the secret itself, given for its place, is not told again', async (secret) => {
  const stops = await Promise.all([stopOf(read({ file: secret })), stopOf(read({ variable: secret }))]);
  for (const { params } of stops) expect(JSON.stringify(params)).not.toContain(secret.slice(-12));
});

test('the place of a secret is told, however long it is', async () => {
  const path = '/home/administrator/12345-resttest/afas-T12345AA-client.secret';
  expect((await stopOf(read({ file: path }))).params).toMatchObject({ path });
  expect((await stopOf(read({ variable: 'INSTROOM_AFAS_CLIENT_SECRET_12345' }))).params).toEqual({
    name: 'INSTROOM_AFAS_CLIENT_SECRET_12345',
  });
});
