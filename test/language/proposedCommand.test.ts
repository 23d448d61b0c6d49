/** Proposed commands name the database, for a shell, and never its password. */
import { afterEach, expect, it } from 'vitest';
import { proposed, proposeForDatabase, translate } from '../../src/language/index.js';

afterEach(() => proposeForDatabase(undefined));

it.each([
  [undefined, 'instroom show 1'],
  ['data.db', 'instroom --db data.db show 1'],
  ["jan's data.db", String.raw`instroom --db 'jan'\''s data.db' show 1`],
  ['postgres://jan@host/db', 'instroom --db postgres://jan@host/db show 1'],
  ['postgres://jan:geheim@host/db', "instroom --db 'postgres://jan:***@host/db' show 1"],
  ['postgres://jan:ge@heim@host/db', "instroom --db 'postgres://jan:***@host/db' show 1"],
  ['postgres://host/db?user=jan&password=geheim', "instroom --db 'postgres://host/db?user=jan&password=***' show 1"],
])('%s', (database, command) => {
  proposeForDatabase(database);
  expect(proposed('show 1')).toBe(command);
});

it('stands in every text that names a command, and in no other', () => {
  proposeForDatabase('{run}.db');
  expect(translate('en', 'run.unknown', { run: 7 })).toBe(
    "There is no run 7. See them with instroom --db '{run}.db' history",
  );
  expect(translate('en', 'usage.tooMany', { command: 'show', name: 'instroom show' })).toBe(
    'instroom show has no use for instroom show.',
  );
});
