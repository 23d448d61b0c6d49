/** The database finds whom a filter means: the same users as in memory, over any directory and any terms. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListedUser } from '../../src/application/userUseCases.js';
import { ACCESS_FIELDS } from '../../src/domain/fields.js';
import { OF_USERS } from '../../src/domain/filter/filterFields.js';
import { matchesFilter } from '../../src/domain/filter/matchUser.js';
import { NO_FILTER, type FilterTerm } from '../../src/domain/userFilter.js';
import { openEngine, type Engine } from '../support/engine.js';
import { directoryOf, type DirectoryNote } from '../support/engineDirectory.js';

const NUMBERS: Readonly<Record<string, string>> = { O1AA: '1', T22AA: '22', T22AB: '22', A1AX: '333' };
const ENVIRONMENTS = Object.keys(NUMBERS);

const piece = fc.constantFrom(
  'a',
  'B',
  'bk',
  'É',
  'é',
  'ΟΣ',
  'ος',
  'Ж',
  'ж',
  'İ',
  'i',
  'K',
  'k',
  '%',
  '_',
  '\\',
  '*',
  '.',
  '1',
  '22.',
  ' ',
);
const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('').trim().normalize('NFC'));
const word = fc.constantFrom('hrm', 'HRM', 'Inkoop', 'Iedereen', 'é1', 'É1', '100', '*', '', 'h*', '*e', 'ja', 'no');

const user = fc.record({
  description: text,
  email: fc.oneof(text, fc.constant('Bea.Bakker@Voorbeeld.nl')),
  person: fc.constantFrom(null, '100', '200'),
  system: fc.boolean(),
  blocked: fc.boolean(),
  access: fc.subarray([...ACCESS_FIELDS]),
  siteLanguage: fc.constantFrom('1043', '1031', ''),
  groups: fc.subarray(['HRM', 'Inkoop', 'É1']),
  tokens: fc.subarray(['Pocket / Eén', 'pocket / iPhone', 'App / ΟΣ']),
});

const directories = fc
  .dictionary(
    fc
      .tuple(fc.constantFrom(...ENVIRONMENTS), fc.constantFrom('A', 'bka', 'É1', 'ΟΣ', 'x%y', 'x_y'))
      .map((key) => key.join(' ')),
    user,
    { minKeys: 1, maxKeys: 10 },
  )
  .map((users): DirectoryNote => ({
    environments: Object.fromEntries(
      Object.entries(NUMBERS).map(([code, participant]) => [code, { participant, deleted: code === 'A1AX' }]),
    ),
    persons: Object.fromEntries(ENVIRONMENTS.map((code) => [code, ['100', '200']])),
    groups: Object.fromEntries(
      ENVIRONMENTS.flatMap((code) => ['HRM', 'Inkoop', 'É1'].map((group) => [`${code} ${group}`, ''])),
    ),
    users: Object.fromEntries(
      Object.entries(users).map(([key, one], at) => {
        const [environment = '', code = ''] = key.split(' ');
        const number = NUMBERS[environment] ?? '';
        return [
          `${environment} ${number === '' ? code : `${number}.${code}`}`,
          { ...one, upn: at % 2 === 0 ? '' : `Upn${at}@É.nl` },
        ];
      }),
    ),
  }));

const term = fc
  .constantFrom(null, null, null, 'description' as const, ...OF_USERS.fields.map(({ id }) => id))
  .chain((field): fc.Arbitrary<FilterTerm> => {
    const yesNo = field !== null && OF_USERS.isYesNo(field);
    return fc.record({
      field: fc.constant(field),
      operator:
        field === null
          ? fc.constant('contains' as const)
          : yesNo
            ? fc.constant('is' as const)
            : fc.constantFrom('is', 'contains'),
      value: yesNo
        ? fc.constantFrom('ja', 'N')
        : fc.oneof(text, word, fc.constantFrom('T22*', 't22aa', '104*', 'upn', '*.nl', 'bka', '22.bka')),
      negated: fc.boolean(),
    });
  })
  .filter(({ operator, value }) => operator === 'is' || value !== '');

async function everyone({ useCases }: Engine): Promise<ListedUser[]> {
  const all: ListedUser[] = [];
  for await (const users of useCases.users({ filter: NO_FILTER })) all.push(...users);
  return all;
}

const nameOf = ({ environment, user: code }: ListedUser): string => `${environment} ${code}`;

test('the same users as in memory', async () => {
  await fc.assert(
    fc.asyncProperty(
      directories,
      fc.array(fc.array(term, { minLength: 1, maxLength: 3 }), { minLength: 30, maxLength: 30 }),
      async (directory, filters) => {
        const engine = await openEngine({ directory: directoryOf(directory) });
        try {
          const all = await everyone(engine);
          for (const terms of filters) {
            const meant = all.filter((one) => matchesFilter({ terms }, one, NUMBERS[one.environment] ?? ''));
            const found: ListedUser[] = [];
            for await (const users of engine.useCases.users({ filter: { terms } })) found.push(...users);
            expect({ terms, found: found.map(nameOf) }).toEqual({ terms, found: meant.map(nameOf) });
            expect(await engine.useCases.countUsers({ filter: { terms } })).toBe(
              new Set(meant.map(({ user: code }) => code.toLowerCase())).size,
            );
          }
        } finally {
          await engine.close();
        }
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? 10) },
  );
});
