/** The catalogue is data (docs/rules.md, *Fields*): what derives from it holds for every entry. */
import { expect, test } from 'vitest';
import { ACCESS_FIELDS, FIELDS, fieldsFor, IDENTITY_FIELDS, STANDARD_DEFAULTS } from '../../src/domain/fields.js';
import { accessToFlags, flagsToAccess, proposedParticipant, proposedType } from '../../src/domain/directory.js';
import { CODE_RULES, MUTATION_CODES } from '../../src/domain/mutationCodes.js';

test('no two fields share an id, a label or a KnUser id', () => {
  for (const name of ['id', 'nl', 'en', 'knUserId'] as const) {
    const names = FIELDS.map((field) => field[name].toLowerCase());
    expect(new Set(names).size, name).toBe(FIELDS.length);
  }
});

/** id | label | English label | KnUser | kind | longest | in either type | when empty | of a new user | column | bit | follows */
const CATALOGUE = `
user | Gebruiker | User | UsId | userCode | 20 | key/key |  |  |  |  |
mutationCode | Mutatiecode | Mutation code | MtCd | mutationCode |  | yes/no |  |  |  |  |
newUser | Nieuwe gebruikerscode | New user code | UsIdNew | userCode | 20 | yes/no |  |  |  |  |
description | Omschrijving | Description | Nm | text | 80 | identity/identity | clear |  | description |  | synced
email | E-mail | E-mail | EmAd | email | 255 | identity/identity | clear |  | email |  | synced
upn | UPN | UPN | Upn | upn | 255 | identity/identity | clear |  | upn |  | synced
person | Persoon | Person | BcCo | personCode | 15 | yes/yes | keep |  |  |  |
group | Groep | Group | GrId | groupCode | 20 | yes/no |  |  |  |  |
groupDescription | Groep omschrijving | Group description | GrDs | name | 50 | yes/no |  |  |  |  |
password | Wachtwoord | Password | Pw | secret |  | yes/no |  |  |  |  |
profit | Profit | Profit | Awin | yesNo |  | yes/yes | keep | true |  | 0 |
inSite | InSite | InSite | InSi | yesNo |  | yes/yes | keep | true |  | 1 |
outSite | OutSite | OutSite | Site | yesNo |  | yes/yes | keep | false |  | 2 |
connector | Connector | Connector | Acon | yesNo |  | yes/yes | keep | false |  | 3 |
commandLine | Commandline | Command line | Acom | yesNo |  | yes/yes | keep | false |  | 4 |
accept | AFAS Accept | AFAS Accept | AcUs | yesNo |  | yes/yes | keep | false |  | 5 |
portalAdmin | AFAS Online Portal-beheerder | AFAS Online Portal administrator | PoMa | yesNo |  | yes/yes | keep | false |  | 6 |
siteLanguage | Voorkeur site | Site language | InLn | siteLanguage |  | yes/yes | keep | 1043 | site_language |  |
`;

test('every field is what it is here: other programs read these names, and databases hold the columns and bits', () => {
  const lines = FIELDS.map(({ id, nl, en, knUserId, kind, maxLength, availability, ...field }) => {
    const { emptyRule, newUserDefault, column, bit, synced } = field;
    const types = `${availability.user}/${availability.mutation}`;
    const rest = [emptyRule, newUserDefault, column, bit, synced === true ? 'synced' : undefined];
    return [id, nl, en, knUserId, kind, maxLength, types, ...rest]
      .map((part) => part ?? '')
      .join(' | ')
      .trimEnd();
  });
  expect(lines.join('\n')).toBe(CATALOGUE.trim());
});

test('a mutation has all fields but five', () => {
  const missing = fieldsFor('user').filter((field) => !fieldsFor('mutation').includes(field));
  expect(missing.map(({ id }) => id)).toEqual(['mutationCode', 'newUser', 'group', 'groupDescription', 'password']);
  expect(fieldsFor('user')).toHaveLength(FIELDS.length);
});

test('the identity fields are identity in either type', () => {
  const identity = FIELDS.filter(
    ({ availability }) => availability.user === 'identity' && availability.mutation === 'identity',
  );
  expect(identity.map(({ id }) => id)).toEqual([...IDENTITY_FIELDS]);
});

test('the defaults of new users are those of docs/rules.md', () => {
  expect(STANDARD_DEFAULTS).toEqual({
    profit: true,
    inSite: true,
    outSite: false,
    connector: false,
    commandLine: false,
    accept: false,
    portalAdmin: false,
    siteLanguage: '1043',
  });
});

test('only codes 0 to 3 create, and each code acts', () => {
  expect(MUTATION_CODES.filter((code) => CODE_RULES[code].creates)).toEqual(['0', '1', '2', '3']);
  expect(MUTATION_CODES.map((code) => CODE_RULES[code].act)).toEqual([
    'block',
    'update',
    'block',
    'update',
    'rename',
    'password',
    'unblock',
  ]);
});

test('no two access fields share a bit, and none has moved', () => {
  const first = ['profit', 'inSite', 'outSite', 'connector', 'commandLine', 'accept', 'portalAdmin'];
  const bits = FIELDS.flatMap(({ id, bit }) => (bit === undefined ? [] : [[id, bit] as const]));
  expect(new Set(bits.map(([, bit]) => bit)).size).toBe(bits.length);
  expect(first.map((id) => bits.find(([one]) => one === id)?.[1])).toEqual(first.map((_, at) => at));
});

test('access as bits loses nothing', () => {
  for (let flags = 0; flags < 1 << ACCESS_FIELDS.length; flags++)
    expect(accessToFlags(flagsToAccess(flags))).toBe(flags);
});

test('type and participant number are proposed from the code of an environment', () => {
  expect(['O12345AA', 't1AA', 'A7', 'X1'].map(proposedType)).toEqual(['production', 'test', 'accept', undefined]);
  expect(['O12345AA', 't1AA', 'ABC', '12345'].map(proposedParticipant)).toEqual(['12345', '1', '', '']);
});

test('the example row of a template holds a value for most fields, in both languages', () => {
  const examples = FIELDS.flatMap(({ id, example }) => (example ? [`${id}: ${example.nl} | ${example.en}`] : []));
  expect(examples).toEqual([
    'mutationCode: 1 | 1',
    'description: Bea Bakker | Bea Baker',
    'email: bea.bakker@voorbeeld.nl | bea.baker@example.com',
    'upn: bea.bakker@voorbeeld.nl | bea.baker@example.com',
    'person: 100001 | 100001',
    'group: INKOOP | PURCHASING',
    'profit: J | Y',
    'inSite: J | Y',
    'outSite: N | N',
    'siteLanguage: 1043 | 2057',
  ]);
});
