/** A directory that does not fit is refused in the reader's own language, with the place. */
import { expect, it } from 'vitest';
import { Stop } from '../../src/application/errors.js';
import { readDirectoryFile } from '../../src/files/directoryFile.js';
import { translate } from '../../src/language/index.js';

const USER = { environment: 'T12345AA', user: '12345.X' };
const ENVIRONMENT = { code: 'T12345AA', type: 'test' };

const BAD: readonly (readonly [directory: unknown, dutch: string, english: string])[] = [
  [[], 'is geen directory.', 'is not a directory.'],
  [{ foo: 1 }, 'een onbekende naam: foo.', 'an unknown name: foo.'],
  [{ users: [{ environment: 'T12345AA' }] }, 'ontbreekt users[0].user.', 'lacks users[0].user.'],
  [{ users: {} }, 'moet bij users een lijst hebben.', 'must have a list at users.'],
  [{ users: [1] }, 'moet bij users[0] een object hebben.', 'must have an object at users[0].'],
  [{ users: [{ ...USER, person: 1 }] }, 'bij users[0].person een tekst hebben.', 'a text at users[0].person.'],
  [
    { users: [{ ...USER, access: { profit: 'J' } }] },
    'bij users[0].access.profit true of false hebben.',
    'true or false at users[0].access.profit.',
  ],
  [{ users: [{ ...USER, user: ' ' }] }, 'users[0].user een lege code.', 'an empty code at users[0].user.'],
  [{ users: [{ ...USER, upn: 'x'.repeat(256) }] }, 'users[0].upn meer dan 255 tekens', 'more than 255 characters'],
  [
    { environments: [{ ...ENVIRONMENT, participant: 'x' }] },
    'environments[0].participant alleen cijfers',
    'digits alone at environments[0].participant',
  ],
  [
    { environments: [{ ...ENVIRONMENT, type: 'prod' }] },
    'alleen dit hebben: "production", "test", "accept".',
    'environments[0].type: "production", "test", "accept".',
  ],
];

it.each(BAD)('%j', async (directory, dutch, english) => {
  const refused: unknown = await readDirectoryFile('d.json', JSON.stringify(directory)).catch(
    (error: unknown) => error,
  );
  if (!(refused instanceof Stop)) throw new Error('it was read');
  expect(translate('nl', refused.key, refused.params)).toContain(dutch);
  expect(translate('en', refused.key, refused.params)).toContain(english);
});
