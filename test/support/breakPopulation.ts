/** Many linked users in environments of one type, and files that do a bit of everything to them. */
import type { DirectoryJson, UserJson } from '../../src/application/directoryJson.js';
import { flagsToAccess } from '../../src/domain/directory.js';
import { NO_TEXTS } from '../../src/domain/userState.js';

const ENVIRONMENTS = ['T12345AA', 'T12345AB', 'T12345AC'] as const;
export const TARGET = ENVIRONMENTS[0];

/** What a file needs to be applied without questions. */
export const ALL_RAISED = [
  '--accept-empty-code',
  ...[
    '--max-blocks',
    '100%',
    '--max-clears',
    '100%',
    '--max-renames',
    '100%',
    '--max-rejected',
    '100%',
    '--max-creates',
    '1000000',
  ],
  ...['--allow-clear', 'email,upn,description'],
];

export const codeOf = (user: number): string => `12345.U${user}`;

/** Each of the users in all three environments. */
export function populationOf(users: number): DirectoryJson {
  return {
    environments: ENVIRONMENTS.map((code) => ({
      code,
      type: 'test',
      name: code,
      participant: '12345',
      approval: 'none',
      deleted: false,
    })),
    groups: ENVIRONMENTS.flatMap((environment) =>
      ['INKOOP', 'VERKOOP'].map((code) => ({ environment, code, description: code })),
    ),
    users: ENVIRONMENTS.flatMap((environment) => Array.from({ length: users }, (_, user) => userOf(environment, user))),
  };
}

function userOf(environment: string, user: number): UserJson {
  return {
    ...NO_TEXTS,
    environment,
    user: codeOf(user),
    description: `Gebruiker ${user}`,
    email: `u${user}@voorbeeld.nl`,
    upn: `u${user}@voorbeeld.nl`,
    person: null,
    system: false,
    blocked: user % 10 === 9,
    access: flagsToAccess(3),
    siteLanguage: '1043',
    groups: user % 3 === 0 ? ['INKOOP'] : [],
    tokens: user % 5 === 0 ? [{ application: 'Pocket', device: 'iPhone' }] : [],
  };
}

const HEADER = 'Gebruiker;Mutatiecode;Nieuwe gebruikerscode;Omschrijving;E-mail;UPN;Groep;Wachtwoord';

/** A row for each user, of every mutation code; one in twenty is new, and few get a password (hashing takes time). */
export function fileOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => lineOf(row));
  return `${[HEADER, ...lines].join('\n')}\n`;
}

function lineOf(row: number): string {
  const identity = `Nieuw ${row};n${row}@voorbeeld.nl;n${row}@voorbeeld.nl`;
  if (row % 20 === 19) return `12345.N${row};1;;${identity};VERKOOP;`;
  if (row % 500 === 7) return `${codeOf(row)};5;;${identity};;wachtwoord-${row}-lang`;
  if (row % 10 === 4) return `${codeOf(row)};4;12345.H${row};${identity};;`;
  if (row % 10 === 6) return `${codeOf(row)};3;;${identity};NIEUW${row % 7};`;
  if (row % 10 === 8) return `${codeOf(row)};0;;${identity};;`;
  return `${codeOf(row)};${row % 3};;${identity};${row % 3 === 1 ? 'INKOOP' : ''};`;
}
