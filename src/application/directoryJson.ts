/** The directory as JSON: the shape that others read and write (docs/directory.md). */
import type { Access, Approval, EnvironmentType } from '../domain/directory.js';
import type { StoredTextField } from '../domain/fields.js';
import type { UnknownField } from '../domain/unknown.js';

export interface EnvironmentJson {
  readonly code: string;
  readonly type: EnvironmentType;
  readonly name: string;
  readonly participant: string;
  readonly approval: Approval;
  readonly deleted: boolean;
}

export interface PersonJson {
  readonly environment: string;
  readonly code: string;
  readonly name: string;
}

export interface GroupJson {
  readonly environment: string;
  readonly code: string;
  readonly description: string;
}

export interface UserJson extends Readonly<Record<StoredTextField, string>> {
  readonly environment: string;
  readonly user: string;
  readonly person: string | null;
  readonly system: boolean;
  readonly blocked: boolean;
  readonly access: Access;
  /** Fields of which the value is not known: empty or no above; absent where all are known. */
  readonly unknown?: readonly UnknownField[] | undefined;
  /** Without Iedereen. */
  readonly groups: readonly string[];
  readonly tokens: readonly { readonly application: string; readonly device: string }[];
}

export interface DirectoryJson {
  readonly environments?: readonly EnvironmentJson[] | undefined;
  readonly persons?: readonly PersonJson[] | undefined;
  readonly groups?: readonly GroupJson[] | undefined;
  readonly users?: readonly UserJson[] | undefined;
}

/** What finds a thing, and of the rest what is named: what is not stays as it is. */
type Given<Thing, Key extends keyof Thing> = Pick<Thing, Key> & {
  readonly [Name in Exclude<keyof Thing, Key>]?: Thing[Name] | undefined;
};

export type GivenEnvironment = Given<EnvironmentJson, 'code'>;
export type GivenPerson = Given<PersonJson, 'environment' | 'code'>;
export type GivenGroup = Given<GroupJson, 'environment' | 'code'>;
export type GivenUser = Given<Omit<UserJson, 'access'>, 'environment' | 'user'> & {
  readonly access?: { readonly [Field in keyof Access]?: Access[Field] | undefined } | undefined;
};

/** A directory as an import gives it: a `DirectoryJson`, of which anything but the keys may be absent. */
export interface GivenDirectory {
  readonly environments?: readonly GivenEnvironment[] | undefined;
  readonly persons?: readonly GivenPerson[] | undefined;
  readonly groups?: readonly GivenGroup[] | undefined;
  readonly users?: readonly GivenUser[] | undefined;
}

/** The number of the shape; within one number before the dot, names are only added. */
export const DIRECTORY_FORMAT = '1.0';
