/** A directory of a handful of users in two test environments and a production one. */
import type { DirectoryJson, EnvironmentJson, UserJson } from '../../../src/application/directoryJson.js';
import { accessToFlags, flagsToAccess, type EnvironmentType } from '../../../src/domain/directory.js';
import { NO_TEXTS } from '../../../src/domain/userState.js';

const environment = (
  code: string,
  type: EnvironmentType,
  name: string,
  approval: 'none' | 'second-person' = 'none',
): EnvironmentJson => ({
  code,
  type,
  name,
  participant: '12345',
  approval,
  deleted: false,
});

const user = (inEnvironment: string, code: string, description: string, more: Partial<UserJson> = {}): UserJson => ({
  ...NO_TEXTS,
  environment: inEnvironment,
  user: `12345.${code}`,
  description,
  email: `${code.toLowerCase()}@voorbeeld.nl`,
  upn: `${code.toLowerCase()}@voorbeeld.nl`,
  person: null,
  system: false,
  blocked: false,
  access: flagsToAccess(accessToFlags({ profit: true })),
  siteLanguage: '1043',
  groups: ['INKOOP'],
  tokens: [],
  ...more,
});

const CODES = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF', 'GGG', 'HHH', 'III', 'JJJ', 'KKK', 'LLL'];

export const SMALL_DIRECTORY: DirectoryJson = {
  environments: [
    environment('O12345AA', 'production', 'Productie'),
    environment('T12345AA', 'test', 'Test'),
    environment('T12345AB', 'test', 'Test payroll'),
    environment('A12345AA', 'accept', 'Accept', 'second-person'),
  ],
  groups: ['O12345AA', 'T12345AA', 'T12345AB', 'A12345AA'].map((code) => ({
    environment: code,
    code: 'INKOOP',
    description: 'Inkoop',
  })),
  users: [
    ...CODES.map((code) =>
      user('T12345AA', code, `Naam van ${code}`, { tokens: [{ application: 'Pocket', device: 'iPhone' }] }),
    ),
    ...CODES.slice(0, 4).map((code) => user('T12345AB', code, `Naam van ${code}`)),
    ...CODES.map((code) => user('O12345AA', code, `Naam van ${code}`)),
    user('A12345AA', 'AAA', 'Naam van AAA'),
  ],
};

const HEADER = 'Gebruiker;Mutatiecode;Nieuwe gebruikerscode;Omschrijving;E-mail;UPN;Groep';

/** A file with every mutation code, the empty one, and a few rows that are rejected. */
export const ALL_CODES = [
  HEADER,
  'AAA;0;;Naam van AAA;aaa@voorbeeld.nl;aaa@voorbeeld.nl;',
  'BBB;1;;Bea B\u00e9atrix;bbb@nieuw.nl;bbb@voorbeeld.nl;INKOOP',
  'CCC;2;;Naam van CCC;ccc@voorbeeld.nl;;',
  'DDD;3;;Naam van DDD;ddd@voorbeeld.nl;ddd@voorbeeld.nl;PROJECT',
  'EEE;4;EEE2;Naam van EEE;eee@voorbeeld.nl;eee@voorbeeld.nl;',
  'FFF;6;;Naam van FFF;fff@voorbeeld.nl;fff@voorbeeld.nl;',
  'GGG;;;Naam van GGG;ggg@voorbeeld.nl;ggg@voorbeeld.nl;',
  'NIEUW;1;;Nieuwe gebruiker;nieuw@voorbeeld.nl;nieuw@voorbeeld.nl;INKOOP',
  'HHH;1;;Naam van HHH;geen adres;hhh@voorbeeld.nl;BESTAATNIET',
  'III;9;;Naam van III;iii@voorbeeld.nl;iii@voorbeeld.nl;',
].join('\r\n');
