/** What `--db` can name; whatever is misspelled is refused, and its password repeated nowhere. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UserError } from '../../src/application/userError.js';
import { readAddress } from '../../src/store/connection/address.js';
import { proposed, proposeForDatabase, translateRef } from '../../src/language/index.js';

it.each([
  ['x.db', { kind: 'file', path: 'x.db' }],
  ['data/2027 jan@hr.db', { kind: 'file', path: 'data/2027 jan@hr.db' }],
  ['./a:b.db', { kind: 'file', path: './a:b.db' }],
  ['/data/a:b@c.db', { kind: 'file', path: '/data/a:b@c.db' }],
  ['C:\\data\\x.db', { kind: 'file', path: 'C:\\data\\x.db' }],
  ['~/x.db', { kind: 'file', path: join(homedir(), 'x.db') }],
  ['postgres://jan@host/db', { kind: 'postgres', url: 'postgres://jan@host/db' }],
  ['PostgreSQL://host/db', { kind: 'postgres', url: 'PostgreSQL://host/db' }],
  [':memory:', { kind: 'memory' }],
])('%s', (text, address) => {
  expect(readAddress(text)).toEqual(address);
});

it.each([
  ['', 'db.emptyAddress'],
  ['  ', 'db.emptyAddress'],
  ['postgress://jan:GEHEIM@host/db', 'db.unknownScheme'],
  ['pg://jan:GEHEIM@host/db', 'db.unknownScheme'],
  ['postgres:/jan:GEHEIM@host/db', 'db.unknownScheme'],
  ['postgres:jan:GEHEIM@host/db', 'db.unknownScheme'],
  [' postgres://jan:GEHEIM@host/db', 'db.unknownScheme'],
  ['mysql://jan:GEHEIM@host/db', 'db.unknownScheme'],
  ['sqlite:///data/x.db', 'db.unknownScheme'],
  ['file:x.db', 'db.unknownScheme'],
  ['jan:GEHEIM@host/db', 'db.unknownScheme'],
  ['jan_de_vries:GEHEIM@host/db', 'db.unknownAddress'],
  ['postgres//jan:GEHEIM@host/db', 'db.unknownAddress'],
  ['//jan:GEHEIM@host/db', 'db.unknownAddress'],
])('%s is refused as %s', (text, key) => {
  const stop = ((): unknown => {
    try {
      return readAddress(text);
    } catch (error) {
      return error;
    }
  })();
  expect(stop).toMatchObject({ kind: 'wrongUse', key });
  proposeForDatabase(text);
  const told = stop instanceof UserError ? translateRef('en', stop) : '';
  expect(told + proposed('show 1')).not.toContain('GEHEIM');
  proposeForDatabase(undefined);
});
