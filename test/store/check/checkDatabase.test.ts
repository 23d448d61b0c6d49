/** What `db check` finds in a database that somebody has been at. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { translateRef } from '../../../src/language/index.js';
import { openStore } from '../../../src/store/openStore.js';
import { directoryOf } from '../../support/engineDirectory.js';

const DIRECTORY = directoryOf({
  environments: { T12345AA: {}, T12345AB: {}, O12345AA: {} },
  users: {
    'T12345AA 12345.A': { upn: 'a@x.nl' },
    'T12345AB 12345.B': { upn: 'b@x.nl' },
    'O12345AA 12345.C': { upn: 'c@x.nl' },
  },
});

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'instroom-check-'));
  path = join(folder, 'x.db');
  const store = await openStore(path);
  await store.directory.import(DIRECTORY);
  await store.definitions.save({ name: 'HR', content: 'name: HR', usedAt: '2027-01-04T09:00:00Z' }, null);
  await store.close();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function tamper(sql: string): void {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  database.exec(sql);
  database.close();
}

/** The faults, as they are told. */
async function check(): Promise<string[]> {
  const store = await openStore(path, 'inspect');
  try {
    return (await store.directory.check()).map((told) => translateRef('en', told));
  } finally {
    await store.close();
  }
}

const of = (code: string): string => `(select id from users where code = '12345.${code}')`;

test('nothing, where nothing is wrong', async () => {
  expect(await check()).toEqual([]);
});

test.each([
  ['drop table plan_groups', 'Table plan_groups is missing. Put back a copy.'],
  ['alter table runs drop column origin', 'Table runs lacks column origin. Put back a copy.'],
  ['drop index users_look_index', 'Table users lacks the index on look.'],
  [
    'drop index users_code_key_environment_id_unique; create index i on users (code_key, environment_id)',
    'Table users lacks the index on code_key,environment_id.',
  ],
  [
    "update users set code_key = 'other' where code = '12345.A'",
    'User 12345.A in T12345AA: column code_key does not fit the code or the UPN, so that doubles go unseen.',
  ],
  [
    "update users set upn_key = null where code = '12345.A'",
    'User 12345.A in T12345AA: column upn_key does not fit the code or the UPN, so that doubles go unseen.',
  ],
  [
    "update users set look = '' where code = '12345.C'",
    'User 12345.C in O12345AA: column look does not fit the code or the UPN, so that doubles go unseen.',
  ],
  [
    "update environments set code_key = 'x' where code = 'T12345AB'",
    'Environment T12345AB cannot be found by its code: column code_key does not fit it.',
  ],
  [
    "update definitions set name_key = 'x'",
    'Import definition HR cannot be found by its name: column name_key does not fit it.',
  ],
  [
    "update users set person_id = 99 where code = '12345.B'",
    'User 12345.B in T12345AB points to a person that is not there.',
  ],
  [
    "update users set environment_id = 99 where code = '12345.B'",
    'User 12345.B is in environment #99, which is not there.',
  ],
  [
    `insert into memberships (user_id, group_id) values (${of('B')}, 99)`,
    'User 12345.B in T12345AB is in a group that is not there (number 99).',
  ],
  [
    "insert into tokens (user_id, application, device) values (99, 'Pocket', 'x')",
    'Token 1 (Pocket) belongs to a user that is not there.',
  ],
  [
    "delete from user_groups where environment_id = (select id from environments where code = 'O12345AA')",
    'Environment O12345AA lacks the group Iedereen.',
  ],
  [
    "update users set upn = 'a@x.nl', upn_key = 'a@x.nl' where code = '12345.B'",
    'UPN a@x.nl belongs to 12345.A and to 12345.B, in environments of type test.',
  ],
])('%s', async (sql, told) => {
  tamper(sql);
  expect(await check()).toEqual([told]);
});

test('UPNs that are shared behind a wrong key', async () => {
  tamper("update users set upn = 'A@X.nl' where code = '12345.B'");
  expect(await check()).toEqual([
    'User 12345.B in T12345AB: column upn_key does not fit the code or the UPN, so that doubles go unseen.',
    'UPN A@X.nl belongs to 12345.B and to 12345.A, in environments of type test.',
  ]);
  tamper("update users set upn_key = null; update users set upn = '' where code = '12345.C'");
  expect((await check()).slice(-1)).toEqual([
    'UPN A@X.nl belongs to 12345.B and to 12345.A, in environments of type test.',
  ]);
});

test('and says that there are more than it tells', async () => {
  tamper(`insert into tokens (user_id, application, device)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 150) select 99, 'Pocket', 'x' from n`);
  const told = await check();
  expect(told).toHaveLength(101);
  expect(told.at(-1)).toBe('There are more than 100 of this kind; the rest is not shown.');
});
