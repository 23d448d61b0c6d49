/** A directory that does not fit is refused in the reader's own language, with the place of all that is wrong. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../src/application/userError.js';
import type { ReadDirectory } from '../../src/application/ports/directoryFaults.js';
import { directorySchema } from '../../src/files/directory/directorySchema.js';
import { readDirectoryFile } from '../../src/files/directoryFile.js';
import { translateRef } from '../../src/language/index.js';
import type { Language } from '../../src/language/text.js';

const USER = { environment: 'T12345AA', user: '12345.X' };
const ENVIRONMENT = { code: 'T12345AA', type: 'test' };

/** Every line that is told of a directory. */
function toldOf(text: string, language: Language): readonly string[] {
  try {
    readDirectoryFile('d.json', text).faults.throwIfAny();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.kind).toBe('wrongUse');
    return [error, ...error.details].map((told) => translateRef(language, told));
  }
  throw new Error('it was read');
}

const BAD: readonly (readonly [directory: unknown, dutch: string, english: string])[] = [
  [[], 'Dit is geen administratie in JSON.', 'This is not a directory.'],
  [{ foo: 1 }, 'foo: onbekende naam.', 'foo: unknown name.'],
  [
    { format: '2.0' },
    'format: dit is de vorm van een andere Instroom',
    'format: this is the shape of another Instroom',
  ],
  [{ users: [{ environment: 'T12345AA' }] }, 'users[0].user ontbreekt.', 'users[0].user is missing.'],
  [{ users: [{ ...USER, 'e-mail': 'x' }] }, 'users[0].e-mail: onbekende naam.', 'users[0].e-mail: unknown name.'],
  [
    { users: [{ ...USER, access: { profiel: true } }] },
    'users[0].access.profiel: onbekende naam.',
    'users[0].access.profiel: unknown name.',
  ],
  [
    { users: [{ ...USER, tokens: [{ application: 'Pocket', device: 'x', naam: 'x' }] }] },
    'users[0].tokens[0].naam: onbekende naam.',
    'users[0].tokens[0].naam: unknown name.',
  ],
  [
    { environments: [{ ...ENVIRONMENT, naam: 'x' }] },
    'environments[0].naam: onbekende naam.',
    'environments[0].naam: unknown name.',
  ],
  [
    { persons: [{ environment: 'T12345AA', code: '1', naam: 'x' }] },
    'persons[0].naam: onbekende naam.',
    'persons[0].naam: unknown name.',
  ],
  [
    { groups: [{ environment: 'T12345AA', code: 'G', name: 'x' }] },
    'groups[0].name: onbekende naam.',
    'groups[0].name: unknown name.',
  ],
  [{ users: {} }, 'users: hier hoort een lijst.', 'users: a list belongs here.'],
  [{ users: [1] }, 'users[0]: hier hoort een object.', 'users[0]: an object belongs here.'],
  [
    { users: [{ ...USER, person: 1 }] },
    'users[0].person: hier hoort een tekst.',
    'users[0].person: a text belongs here.',
  ],
  [
    { users: [{ ...USER, access: { profit: 'J' } }] },
    'users[0].access.profit: hier hoort true of false.',
    'users[0].access.profit: true or false belongs here.',
  ],
  [{ users: [{ ...USER, user: ' ' }] }, 'users[0].user: de code is leeg.', 'users[0].user: the code is empty.'],
  [
    { users: [{ ...USER, upn: 'x'.repeat(256) }] },
    'users[0].upn heeft meer dan 255 tekens.',
    'users[0].upn has more than 255 characters.',
  ],
  [
    { environments: [{ ...ENVIRONMENT, participant: 'x' }] },
    'environments[0].participant: een deelnemersnummer heeft alleen cijfers.',
    'environments[0].participant: a participant number has digits alone.',
  ],
  [
    { environments: [{ ...ENVIRONMENT, type: 'prod' }] },
    'environments[0].type kan alleen dit zijn: "production", "test", "accept".',
    'environments[0].type can be this alone: "production", "test", "accept".',
  ],
  [
    { environments: [{ ...ENVIRONMENT, code: 'T12 345' }] },
    'environments[0].code: een omgeving heet met letters',
    'environments[0].code: an environment is named with letters',
  ],
  ...['\0', '\ud83d', '\ufffd', '\u0085'].map(
    (character) =>
      [
        { persons: [{ environment: 'T12345AA', code: '1', name: `Jan${character}sen` }] },
        'persons[0].name: er staat een beschadigd teken in.',
        'persons[0].name: it holds a damaged character.',
      ] as const,
  ),
  [
    { groups: [{ environment: 'T12345AA', code: 'IN\u200bKOOP' }] },
    'groups[0].code: er staat een teken in dat niet te zien is (U+200B).',
    'groups[0].code: it holds a character that cannot be seen (U+200B).',
  ],
  [
    { users: [{ ...USER, email: 'a\u00adb@c.nl' }] },
    'users[0].email: er staat een teken in dat niet te zien is (U+00AD).',
    'users[0].email: it holds a character that cannot be seen (U+00AD).',
  ],
];

it.each(BAD)('%j', (directory, dutch, english) => {
  const text = JSON.stringify(directory);
  expect(toldOf(text, 'nl').join('\n')).toContain(dutch);
  expect(toldOf(text, 'en').join('\n')).toContain(english);
});

it('a name that is there twice is told, wherever it is', () => {
  const text =
    '{"users":[{"environment":"T12345AA","user":"12345.X","em\\u0061il":"a","access":{"profit":true,"profit":false},"email":"b: c"}],"users":[]}';
  expect(toldOf(text, 'en')).toEqual([
    'Nothing was imported: 3 faults in d.json.',
    'users[0].access.profit: this name is there twice.',
    'users[0].email: this name is there twice.',
    'users: this name is there twice.',
  ]);
});

it('all faults are told at once: the first fifty, and how many more', () => {
  const users = Array.from({ length: 60 }, (_, at) => ({ ...USER, user: `12345.U${at}`, mail: '' }));
  const told = toldOf(JSON.stringify({ users }), 'en');
  expect(told).toHaveLength(52);
  expect(told[0]).toBe('Nothing was imported: 60 faults in d.json.');
  expect(told[50]).toBe('users[49].mail: unknown name.');
  expect(told[51]).toBe('and 10 more.');
});

it('users that fit are kept with their places, so that the rest can be told at once', () => {
  const users = [{ ...USER, mail: '' }, USER, { ...USER, user: '' }, { ...USER, user: '12345.Y' }];
  const { directory, faults } = readDirectoryFile('d.json', JSON.stringify({ users }));
  expect(directory.users?.map(({ user }) => user)).toEqual(['12345.X', '12345.Y']);
  faults.add('directory.fault.twice', 'users', 1, '', { code: '12345.Y' });
  expect(placesOf(faults)).toEqual(['users[0].mail', 'users[2].user', 'users[3]']);
});

function placesOf(faults: ReadDirectory['faults']): readonly unknown[] {
  try {
    faults.throwIfAny();
  } catch (error) {
    if (error instanceof UserError) return error.details.map(({ params }) => params['place']);
  }
  throw new Error('nothing was told');
}

it('what is not named is not there, and nothing is made up for it', () => {
  const { directory } = readDirectoryFile('d.json', `\ufeff${JSON.stringify({ format: '1.0', users: [USER] })}`);
  expect(directory.users).toEqual([USER]);
});

it('the schema says what the reader takes', () => {
  const schema = z.fromJSONSchema(directorySchema() as Parameters<typeof z.fromJSONSchema>[0]);
  const fits = (value: unknown): boolean => schema.safeParse(value).success;
  expect(
    fits({ format: '1.0', environments: [ENVIRONMENT], users: [{ ...USER, person: null, groups: ['HRM'] }] }),
  ).toBe(true);
  expect(fits({ users: [{ ...USER, 'e-mail': 'x' }] })).toBe(false);
  expect(fits({ users: [{ environment: 'T12345AA' }] })).toBe(false);
  expect(fits({ users: [{ ...USER, user: 'x'.repeat(21) }] })).toBe(false);
  expect(fits({ environments: [{ ...ENVIRONMENT, type: 'prod' }] })).toBe(false);
  expect(fits({ format: '2.0' })).toBe(false);
});
