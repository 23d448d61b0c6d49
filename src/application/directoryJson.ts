/** The directory as JSON (SPEC 9, `directory export`): the shape that others read and write. */
import type { Access, Approval, EnvironmentType } from '../domain/directory.js';

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

export interface UserJson {
  readonly environment: string;
  readonly user: string;
  readonly description: string;
  readonly email: string;
  readonly upn: string;
  readonly person: string | null;
  readonly system: boolean;
  readonly blocked: boolean;
  readonly access: Access;
  readonly siteLanguage: string;
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
