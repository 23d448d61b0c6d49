/**
 * A directory as tests write it down: users by `ENVIRONMENT CODE`, with only what is not usual.
 * Whatever is left out is as `USUAL` says.
 */
import type { DirectoryJson, EnvironmentJson, UserJson } from '../../src/application/directoryJson.js';
import type { DirectoryStore } from '../../src/application/ports/directoryStore.js';
import {
  accessToFlags,
  flagsToAccess,
  hasAccess,
  proposedParticipant,
  proposedType,
} from '../../src/domain/directory.js';
import { ACCESS_FIELDS, type AccessField, type StoredTextField } from '../../src/domain/fields.js';
import { NO_TEXTS } from '../../src/domain/userState.js';

export interface UserNote extends Readonly<Record<StoredTextField, string>> {
  readonly person: string | null;
  readonly system: boolean;
  readonly blocked: boolean;
  /** What the user may enter. */
  readonly access: readonly AccessField[];
  readonly groups: readonly string[];
  /** `application / device`. */
  readonly tokens: readonly string[];
}

const USUAL: UserNote = {
  ...NO_TEXTS,
  person: null,
  system: false,
  blocked: false,
  access: ['profit', 'inSite'],
  siteLanguage: '1043',
  groups: [],
  tokens: [],
};

export interface DirectoryNote {
  readonly environments?: Readonly<Record<string, Partial<Omit<EnvironmentJson, 'code'>>>>;
  /** Codes of persons by environment. */
  readonly persons?: Readonly<Record<string, readonly string[]>>;
  /** Groups by `ENVIRONMENT CODE`, with their description. */
  readonly groups?: Readonly<Record<string, string>>;
  readonly users?: Readonly<Record<string, Partial<UserNote>>>;
}

/** What changed: only the fields that did. A user under another code is told by `user`; one that is gone by `null`. */
export interface DirectoryPatch extends Omit<DirectoryNote, 'users'> {
  readonly users?: Readonly<Record<string, (Partial<UserNote> & { readonly user?: string }) | null>>;
}

/** A directory with nothing left out, to compare with. */
export interface FullDirectory {
  readonly environments: Readonly<Record<string, Omit<EnvironmentJson, 'code'>>>;
  readonly persons: Readonly<Record<string, readonly string[]>>;
  readonly groups: Readonly<Record<string, string>>;
  readonly users: Readonly<Record<string, UserNote>>;
}

export function patched(note: DirectoryNote, patch: DirectoryPatch): DirectoryNote {
  const users: Record<string, Partial<UserNote>> = { ...note.users };
  // All go before any comes: codes may change place with each other.
  for (const key of Object.keys(patch.users ?? {})) delete users[key];
  for (const [key, change] of Object.entries(patch.users ?? {})) {
    if (change === null) continue;
    const { user, ...fields } = change;
    const [environment = '', code = ''] = key.split(' ');
    users[`${environment} ${user ?? code}`] = { ...note.users?.[key], ...fields };
  }
  return {
    environments: merged(note.environments, patch.environments),
    persons: { ...note.persons, ...patch.persons },
    groups: { ...note.groups, ...patch.groups },
    users,
  };
}

function merged<T extends object>(
  one: Readonly<Record<string, T>> = {},
  other: Readonly<Record<string, T>> = {},
): Record<string, T> {
  const both: Record<string, T> = { ...one };
  for (const [key, value] of Object.entries(other)) both[key] = { ...both[key], ...value };
  return both;
}

export function directoryOf(note: DirectoryNote): DirectoryJson {
  const full = fullOf(note);
  return {
    environments: Object.entries(full.environments).map(([code, environment]) => ({ code, ...environment })),
    persons: Object.entries(full.persons).flatMap(([environment, codes]) =>
      codes.map((code) => ({ environment, code, name: `Persoon ${code}` })),
    ),
    groups: Object.entries(full.groups).map(([key, description]) => ({ ...splitKey(key), description })),
    users: Object.entries(full.users).map(([key, user]) => userOf(key, user)),
  };
}

function userOf(key: string, { access, tokens, ...user }: UserNote): UserJson {
  const { environment, code } = splitKey(key);
  return {
    environment,
    user: code,
    ...user,
    access: flagsToAccess(accessToFlags(Object.fromEntries(access.map((field) => [field, true])))),
    tokens: tokensOf({ tokens }),
  };
}

export function tokensOf({ tokens }: Pick<UserNote, 'tokens'>): { application: string; device: string }[] {
  return tokens.map((token) => {
    const [application = '', device = ''] = token.split(' / ');
    return { application, device };
  });
}

/** The note with everything that it leaves out. */
export function fullOf(note: DirectoryNote): FullDirectory {
  return {
    environments: mapValues(note.environments ?? {}, (environment, code) => ({
      type: proposedType(code) ?? 'production',
      name: code,
      participant: proposedParticipant(code),
      approval: 'none' as const,
      deleted: false,
      ...environment,
    })),
    persons: mapValues(note.persons ?? {}, (codes) => [...codes].map(String).sort()),
    groups: { ...note.groups },
    users: mapValues(note.users ?? {}, (user) => inOrder({ ...USUAL, ...user })),
  };
}

/** The directory that a store holds. */
export async function readDirectory(store: DirectoryStore): Promise<FullDirectory> {
  const environments: Record<string, Omit<EnvironmentJson, 'code'>> = {};
  const persons: Record<string, string[]> = {};
  const groups: Record<string, string> = {};
  const users: Record<string, UserNote> = {};
  for await (const part of store.export()) {
    if (part.list === 'environments')
      for (const { code, ...environment } of part.items) environments[code] = environment;
    if (part.list === 'persons')
      for (const { environment, code } of part.items) (persons[environment] ??= []).push(code);
    if (part.list === 'groups')
      for (const { environment, code, description } of part.items) groups[`${environment} ${code}`] = description;
    if (part.list === 'users') for (const user of part.items) users[`${user.environment} ${user.user}`] = noteOf(user);
  }
  return { environments, persons: mapValues(persons, (codes) => codes.sort()), groups, users };
}

function noteOf({ environment: _environment, user: _user, access, tokens, ...user }: UserJson): UserNote {
  const flags = accessToFlags(access);
  return inOrder({
    ...user,
    access: ACCESS_FIELDS.filter((field) => hasAccess(flags, field)),
    tokens: tokens.map(({ application, device }) => `${application} / ${device}`),
  });
}

function inOrder(user: UserNote): UserNote {
  const access = ACCESS_FIELDS.filter((field) => user.access.includes(field));
  return { ...user, access, groups: [...user.groups].sort(), tokens: [...user.tokens].sort() };
}

function splitKey(key: string): { environment: string; code: string } {
  const space = key.indexOf(' ');
  return { environment: key.slice(0, space), code: key.slice(space + 1) };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  to: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value, key)]));
}
