/** A directory of any size: the same people, linked, in every environment. */
import type { DirectoryJson, UserJson } from '../../../src/application/directoryJson.js';
import { flagsToAccess } from '../../../src/domain/directory.js';
import { NO_TEXTS } from '../../../src/domain/userState.js';
import { groupNumber, GROUPS, personNumber } from './people.js';

export interface DirectorySize {
  readonly environments: number;
  /** In each environment. */
  readonly users: number;
  /** Persons that users can be connected to, in the first environment. */
  readonly persons: number;
}

/** The environment that files are imported into. */
export const TARGET = environmentNumber(0);

const PART = 10_000;
const ACCESS = flagsToAccess(0b11);

function environmentNumber(number: number): string {
  return `T12345A${String.fromCharCode('A'.charCodeAt(0) + number)}`;
}

/** The directory in parts that are imported one after the other. */
export function* directoryParts({ environments, users, persons }: DirectorySize): Generator<DirectoryJson> {
  const codes = Array.from({ length: environments }, (_, number) => environmentNumber(number));
  yield {
    environments: codes.map((code) => ({
      code,
      type: 'test',
      name: `Omgeving ${code}`,
      participant: '12345',
      approval: 'none',
      deleted: false,
    })),
    groups: Array.from({ length: GROUPS }, (_, number) => ({
      environment: TARGET,
      code: groupNumber(number),
      description: 'Een afdeling',
    })),
  };
  for (const numbers of parts(persons)) {
    yield {
      persons: numbers
        .map(personNumber)
        .map((person) => ({ environment: TARGET, code: person.personCode, name: person.name })),
    };
  }
  for (const numbers of parts(users)) {
    for (const code of codes) yield { users: numbers.map((number) => userOf(code, number)) };
  }
}

function userOf(environment: string, number: number): UserJson {
  const person = personNumber(number);
  const isTarget = environment === TARGET;
  return {
    ...NO_TEXTS,
    environment,
    user: person.code,
    description: directoryName(number),
    email: directoryEmail(number),
    upn: person.upn,
    person: isTarget ? person.personCode : null,
    system: false,
    blocked: false,
    access: ACCESS,
    siteLanguage: '1043',
    groups: isTarget ? [person.group] : [],
    tokens: [],
  };
}

/** What a user is called before an import. */
export function directoryName(number: number): string {
  return `Gebruiker ${number}`;
}

export function directoryEmail(number: number): string {
  return `oud${number}@voorbeeld.nl`;
}

function* parts(count: number): Generator<number[]> {
  for (let from = 0; from < count; from += PART) {
    yield Array.from({ length: Math.min(PART, count - from) }, (_, at) => from + at);
  }
}
