/** How an environment is connected to the live one that it mirrors (docs/afas.md): what is kept of it, never a secret. */
import { VALUE_FIELDS } from './fields.js';

/** What is read by a connector of its own. */
export const CONNECTED_LISTS = ['users', 'groups', 'memberships', 'persons'] as const;
export type ConnectedList = (typeof CONNECTED_LISTS)[number];

/** Where the secret is, never what it is: a file (an absolute path), or a variable of whoever runs the program. */
export type SecretPlace = { readonly file: string } | { readonly variable: string };

export interface ConnectionSettings {
  /** The address of the web services, without a slash at the end. */
  readonly url: string;
  readonly secret: SecretPlace;
  /** Null where the secret is an AfasToken rather than that of an OAuth client. */
  readonly clientId: string | null;
  /** The name of each list's connector; null for a list that is not read. */
  readonly connectors: Readonly<Record<ConnectedList, string | null>>;
  /** Which field of a connector gives what, by `LIST.FIELD`: what is not named is not known. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What each list can be told, the key first: ids of the catalogue, and `blocked`. */
export const CONNECTED_FIELDS: Readonly<Record<ConnectedList, readonly string[]>> = {
  users: ['user', ...VALUE_FIELDS.filter((field) => field !== 'user'), 'blocked'],
  groups: ['group', 'groupDescription'],
  memberships: ['group', 'user'],
  persons: ['person', 'description'],
};

/** What a list is of no use without: who is in it, and of users whether they are blocked. */
export const NEEDED_FIELDS: Readonly<Record<ConnectedList, readonly string[]>> = {
  users: ['user'],
  groups: ['group'],
  memberships: ['group', 'user'],
  persons: ['person'],
};

/** Whether a name is one that `fields` can have, such as `users.email`. */
export function isConnectedField(name: string): boolean {
  const [list = '', field = ''] = name.split('.', 2);
  return Object.hasOwn(CONNECTED_FIELDS, list) && CONNECTED_FIELDS[list as ConnectedList].includes(field);
}

const LONG = /^[\w+=~-]{24,}$/u;
const HEXADECIMAL = /^[0-9a-f]+$/iu;

/** Whether what was given for the place of a secret is rather the secret: a token, or long and of no pattern. */
export function looksLikeSecret(place: string): boolean {
  if (place.includes('<data>')) return true;
  const isRandom = (part: string): boolean =>
    LONG.test(part) && (HEXADECIMAL.test(part) || [/[a-z]/u, /[A-Z]/u, /\d/u].every((kind) => kind.test(part)));
  return place.split(/[/\\]/u).some(isRandom);
}
