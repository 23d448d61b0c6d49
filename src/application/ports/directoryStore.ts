/** The directory, as the use cases see it. Implemented in `src/store`. */
import type { Recording } from './auditLog.js';
import type { ConnectionSettings } from '../../domain/connection.js';
import type { Approval, DirectoryList, Environment, EnvironmentType } from '../../domain/directory.js';
import type { EnvironmentRules } from '../../domain/environmentRules.js';
import type { GuardSettings } from '../../domain/guards/guardSettings.js';
import type { IdentityField, SyncedTextField } from '../../domain/fields.js';
import type { SettingsChange } from '../../domain/settingsChange.js';
import type { DirectoryJson, GivenDirectory } from '../directoryJson.js';
import type { DirectoryFaults } from './directoryFaults.js';
import type { TextRef } from '../../language/index.js';

export interface EnvironmentOverview extends Environment {
  readonly users: number;
  readonly activeUsers: number;
  /** Active users with access to Profit, where a number of licences is set. */
  readonly licencesUsed?: number;
  readonly guards: GuardSettings;
}

/** Null takes a rule away. */
export interface EnvironmentChanges extends Partial<EnvironmentRules> {
  readonly type?: EnvironmentType;
  readonly name?: string;
  readonly participant?: string;
  readonly approval?: Approval;
  readonly guards?: GuardSettings;
  /** Null ends a connection. */
  readonly connection?: ConnectionSettings | null;
}

/** What an environment is added with. */
export type NewEnvironment = Pick<EnvironmentChanges, 'type' | 'name' | 'participant' | 'approval'>;

/** Judges a change of settings by the environment as it is now. */
export type MayDo = (
  change: SettingsChange,
  now: { readonly approval: Approval; readonly activeUsers: number; readonly rules: EnvironmentRules },
) => boolean;

/** What a command changes in the settings, and whether that was done. */
export interface JudgedChange {
  readonly change: SettingsChange;
  readonly done: boolean;
}

/** A user that stayed behind in an environment that was removed. */
export interface Leftover {
  readonly environment: string;
  readonly user: string;
  readonly description: string;
  readonly upn: string;
}

/** A linked user whose synced values differ between environments of a type. */
export interface DriftingUser {
  readonly user: string;
  readonly type: EnvironmentType;
  readonly values: readonly ({
    readonly environment: string;
    readonly user: string;
    /** Fields of which the value is not known, and empty above. */
    readonly unknown?: readonly SyncedTextField[];
  } & Readonly<Record<SyncedTextField, string>>)[];
  /** The fields that differ: synced fields, or `user` where the letter case of the code does. */
  readonly fields: readonly (SyncedTextField | 'user')[];
}

/** How many users of an environment are protected, and how many of them as it is not known whether they are not. */
export interface ProtectedCount {
  readonly users: number;
  readonly uncertain: number;
}

/** How many users would lose a value, per environment, if a field were not imported. */
export interface IdentityHolders {
  readonly environment: string;
  readonly counts: Readonly<Record<IdentityField, number>>;
}

/** How a directory is imported. */
export interface DirectoryImport {
  /** What was found wrong before, with the places of what is given. */
  readonly faults?: DirectoryFaults;
  /** Counts what would be done, and does none of it. */
  readonly dryRun?: boolean;
  /** When it is imported; now, unless told otherwise. */
  readonly at?: Date;
  readonly record?: Recording;
  /** Aborting leaves the directory as it was, and throws `UserError` of kind `interrupted`. */
  readonly signal?: AbortSignal;
}

/** What an import did with the things that it was given. */
export interface Counted {
  readonly created: number;
  readonly changed: number;
  readonly same: number;
}
export type ImportedCounts = Readonly<Record<DirectoryList, Counted>>;

export interface DirectoryStore {
  /** Also the removed ones. */
  environments(): Promise<readonly Environment[]>;
  overview(): Promise<readonly EnvironmentOverview[]>;
  guardSettings(environmentId: number): Promise<GuardSettings>;
  /** Null for one that protects nobody by its settings. */
  countProtected(environment: Environment): Promise<ProtectedCount | null>;
  /** One that was removed while it asked for a second person goes on asking: throws `UserError` where that would end. */
  addEnvironment(code: string, changes: Required<NewEnvironment>, record?: Recording): Promise<void>;
  /** Changes settings where `mayDo` agrees (always, unless told otherwise), in one transaction with asking it. */
  setEnvironment(code: string, changes: EnvironmentChanges, mayDo?: MayDo, record?: Recording): Promise<JudgedChange>;
  /** Marks it removed, as above; its users stay behind as leftovers. Answers how many. */
  removeEnvironment(
    code: string,
    at: string,
    mayDo?: MayDo,
    record?: Recording,
  ): Promise<JudgedChange & { readonly leftovers: number; readonly withUpn: number }>;
  /** Of these environments alone, by id; of all unless told otherwise. */
  export(environmentIds?: readonly number[]): AsyncIterable<DirectoryPart>;
  /** All or nothing; throws `UserError` that says all that does not fit. */
  import(directory: GivenDirectory, options?: DirectoryImport): Promise<ImportedCounts>;
  /** Existing codes of groups in an environment, for templates and completion. */
  groupsOf(environmentId: number): Promise<readonly { readonly code: string; readonly description: string }[]>;
  /** Persons of an environment of which the code or the name begins so (folded by `caseKey`), by code. */
  personsLike(
    environmentId: number,
    begins: string,
    most: number,
  ): Promise<readonly { readonly code: string; readonly description: string }[]>;
  leftovers(): Promise<readonly Leftover[]>;
  /** Clears the UPN of leftovers with this user code, or holding this UPN; answers how many. */
  clearLeftoverUpn(user: string, record?: Recording): Promise<number>;
  drift(type?: EnvironmentType): AsyncIterable<readonly DriftingUser[]>;
  identityHolders(userKeys: readonly string[], environmentIds: readonly number[]): Promise<readonly IdentityHolders[]>;
  /** Broken invariants. */
  check(): Promise<readonly TextRef[]>;
}

/** A directory export is written as it is read: one list after the other, in chunks. */
export type DirectoryPart =
  | { readonly list: 'environments'; readonly items: NonNullable<DirectoryJson['environments']> }
  | { readonly list: 'persons'; readonly items: NonNullable<DirectoryJson['persons']> }
  | { readonly list: 'groups'; readonly items: NonNullable<DirectoryJson['groups']> }
  | { readonly list: 'users'; readonly items: NonNullable<DirectoryJson['users']> };
