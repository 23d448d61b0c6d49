/** What an environment is connected to is told where environments are listed, and in the plan of a second person. */
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { settingTexts } from '../../src/presentation/settingTexts.js';
import { openStore } from '../../src/store/openStore.js';
import { CONNECTION } from '../support/connection.js';
import { directoryOf } from '../support/engineDirectory.js';
import { temporaryFolder } from '../support/temporaryFolder.js';
import { startProgram } from './program.js';

const directory = join(temporaryFolder('connections'), 'directory.json');

const FIELDS = { 'users.user': 'UserId', 'users.email': 'Email_werk' };

it('env list tells the address, the connectors and which field gives what, and never a secret', async () => {
  await writeFile(directory, JSON.stringify(directoryOf({ environments: { T12345AA: {}, T12345AB: {} } })));
  const program = await startProgram(directory);
  const store = await openStore(program.path('instroom.db'), 'make');
  await store.directory.setEnvironment('T12345AA', { connection: { ...CONNECTION, fields: FIELDS } });
  await store.close();
  const { stdout } = await program.run(['env', 'list']);
  expect(stdout).toContain(CONNECTION.url);
  expect(stdout).toMatch(/users\.email +Profit_Users\.Email_werk/u);
  expect(stdout).toContain('AFAS_GEHEIM');
  expect(stdout).toContain('never pulled yet');
  const { stdout: json } = await program.run(['env', 'list', '--json']);
  const [first, second] = (JSON.parse(json) as { environments: { connection?: unknown }[] }).environments;
  expect(first?.connection).toEqual({ ...CONNECTION, fields: FIELDS });
  expect(second?.connection).toBeUndefined();
});

it('a plan of settings tells the fields that another one gives', () => {
  const old = { ...CONNECTION, fields: FIELDS };
  const wanted = { ...CONNECTION, fields: { ...FIELDS, 'users.email': 'Email_prive' } };
  const texts = (before: typeof old | null): readonly string[] =>
    settingTexts('en', { environment: 'T12345AA', old: { connection: before }, new: { connection: wanted } });
  expect(texts(old).slice(1)).toEqual(['  users.email: Profit_Users.Email_werk → Profit_Users.Email_prive']);
  expect(texts(null).slice(1)).toEqual([
    '  users.user: Profit_Users.UserId',
    '  users.email: Profit_Users.Email_prive',
  ]);
});
