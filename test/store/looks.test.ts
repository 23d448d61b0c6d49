/** Looks and UPN keys of an earlier Instroom are worked out again. */
import knex from 'knex';
import { expect, test } from 'vitest';
import { up } from '../../src/store/migrations/005-looks.js';

test('what codes look like and what UPNs are found by is renewed, of users and of plans', async () => {
  const database = knex({ client: 'sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true });
  await database.raw('create table users (id integer, code text, look text, upn text, upn_key text)');
  await database.raw(
    'create table plan_users (plan_id integer, id integer, code text, look text, upn text, upn_key text)',
  );
  await database('users').insert([
    { id: 1, code: '12345.ipek', look: '12345.ipek', upn: 'Be\u200ba@x.nl', upn_key: 'be\u200ba@x.nl' },
    { id: 2, code: '12345.BBA', look: '12345.bba', upn: '', upn_key: null },
  ]);
  await database('plan_users').insert([
    { plan_id: 7, id: 1, code: '12345.Zoë', look: '12345.zoë', upn: null, upn_key: null },
    { plan_id: 8, id: 1, code: null, look: null, upn: 'a@x.nl', upn_key: 'a@x.nl' },
  ]);
  await up(database);
  expect(await database('users').select('look', 'upn_key').orderBy('id')).toEqual([
    { look: '12345.1pek', upn_key: 'bea@x.nl' },
    { look: '12345.bba', upn_key: null },
  ]);
  expect(await database('plan_users').select('look', 'upn_key').orderBy('plan_id')).toEqual([
    { look: '12345.z0e', upn_key: null },
    { look: null, upn_key: 'a@x.nl' },
  ]);
  await database.destroy();
});
