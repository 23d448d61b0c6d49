/** Users of the directory: looking at them, what happened to them, and the acts on them. */
import type { ActSettings, ActValues } from '../domain/acts.js';
import type { EnvironmentType } from '../domain/directory.js';
import type { GuardSettings } from '../domain/guards/guardSettings.js';
import type { ChangedField, ChangedValue, UnknownSide } from '../domain/plannedRow.js';
import type { RunKind } from '../domain/run.js';
import type { UserFilter } from '../domain/userFilter.js';
import type { UserJson } from './directoryJson.js';

/** A user in one environment, as `directory export` has it, and what a person wants to know besides. */
export interface ListedUser extends UserJson {
  readonly environmentType: EnvironmentType;
  /** Empty where there is no person, or the person has no name. */
  readonly personName: string;
  /** What its groups are called, by code. */
  readonly groupDescriptions: Readonly<Record<string, string>>;
  /** The environment was removed; the user stayed behind. */
  readonly leftover: boolean;
  /** The live environment of the mirror has it no more. */
  readonly gone?: true;
  /** Its environment protects it, as far as is known; told of one user at a time. */
  readonly protected?: true;
}

/** All users with one code, whatever their environment. */
export interface UserAccounts {
  /** As the first of them has it. */
  readonly code: string;
  /** In the order of the environments, those that were removed last. */
  readonly users: readonly ListedUser[];
}

export interface UserQuery {
  /** Code of an environment; of every one, removed ones too, unless told. */
  readonly environment?: string;
  readonly filter: UserFilter;
}

export type UserOrder = 'user' | 'description' | 'email';

/** Which part of a list is asked for: from an end of it, or next to a place in it. */
export type PagePlace = { readonly from: 'first' | 'last' } | { readonly after: string } | { readonly before: string };

/** A part of a list of user codes, in its order. */
export interface UserPage {
  readonly accounts: readonly (UserAccounts & { /** Its place in the list. */ readonly place: string })[];
}

/** What an applied run changed of a user; see `user show` in docs/cli.md. */
export interface UserChange {
  readonly run: number;
  readonly kind: RunKind;
  /** Null where no row of the file names the user. */
  readonly row: number | null;
  /** ISO 8601, UTC. */
  readonly appliedAt: string;
  readonly operator: string;
  readonly environment: string;
  /** The code at that time, before the change. */
  readonly user: string;
  readonly field: ChangedField;
  readonly from: ChangedValue;
  readonly to: ChangedValue;
  /** Which of the two is not known. */
  readonly unknown?: UnknownSide;
}

export interface ActRequest extends ActSettings {
  /** Code of the environment. */
  readonly environment: string;
  /** The users that it is about, in this order; or all in the environment that a filter finds. */
  readonly users: readonly string[] | UserFilter;
  readonly values?: ActValues;
  /** The new password of `password`, or the first one of `add`: kept nowhere but as a hash. */
  readonly password?: string;
  /** Limits that are raised on purpose, kept with the run together with who did so. */
  readonly raised?: GuardSettings;
  /** Days that the plan can be applied; 7 unless told otherwise. */
  readonly expiresAfterDays?: number;
  readonly reason?: string | undefined;
}

export interface UserUseCases {
  /** Users one by one, as they are read, in the order of their codes and then of their environments. */
  users(query: UserQuery): AsyncIterable<readonly ListedUser[]>;
  /** At most `size` user codes of which a user matches, each with all users that have the code. */
  userPage(query: UserQuery, order: UserOrder, place: PagePlace, size: number): Promise<UserPage>;
  /** How many user codes a query finds. */
  countUsers(query: UserQuery): Promise<number>;
  /** All users with this code (completed with each environment's number); none where there are none. */
  userAccounts(user: string): Promise<readonly UserAccounts[]>;
  /** What applied runs changed of the users with this code, and of those who had it; latest first. */
  userHistory(user: string): Promise<readonly UserChange[]>;
}
