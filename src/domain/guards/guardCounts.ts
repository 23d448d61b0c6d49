/** What a whole plan does, as its guards count it: each user once. */
import type { CountedCheck } from '../checks.js';
import { IDENTITY_FIELDS, type IdentityField } from '../fields.js';
import type { Mapping } from '../settings.js';

/** How many users lose these identity fields, and no others. */
export interface ClearedUsers {
  readonly fields: readonly IdentityField[];
  readonly users: number;
}

/** Active users of an environment who may enter something, before a plan and after it. */
export interface ActiveCount {
  /** Its code. */
  readonly environment: string;
  readonly before: number;
  readonly after: number;
}

/** What is known of a file that says who there are, beside its rows. */
export interface WholeFile {
  /** Rows of the last file of its kind that was applied there; null where there was none. */
  readonly rowsBefore: number | null;
  /** It is a text without a line break at its end. */
  readonly endsOpen: boolean;
  /** The same of the last file; null where that is not known. */
  readonly endedOpen: boolean | null;
  /** It was applied before, and another file of its kind since. */
  readonly isOlder: boolean;
}

export interface GuardCounts {
  readonly emptyCodes: number;
  readonly cleared: readonly ClearedUsers[];
  /** The identity fields that the import has a source for. */
  readonly importedIdentity: readonly IdentityField[];
  readonly blocks: number;
  readonly renames: number;
  readonly rejected: number;
  /** Users that the plan creates. */
  readonly creates: number;
  /** Users of the target environment that were there and change. */
  readonly updates: number;
  readonly rows: number;
  /** Users of the target environment that are not blocked, before the plan. */
  readonly activeUsers: number;
  /** Users whom no row names, and whom the plan blocks for that; only where it was asked to. */
  readonly absent?: number;
  /** With those: rejected rows of which it is not certain whom they are about. */
  readonly unnamed?: number;
  /** With those: the last row of the file is rejected. */
  readonly lastRejected?: boolean;
  /** With those: what tells a whole file from another. */
  readonly wholeFile?: WholeFile;
  /** Administrators of the portal, in environments that lose some; absent where none does. */
  readonly administrators?: readonly ActiveCount[];
  /** Users with access to Profit, in environments with a number of licences that the plan reaches; absent where there is none. */
  readonly licences?: readonly ActiveCount[];
  /** Checks of its definition, with the rows that match; absent where it has none. */
  readonly checks?: readonly CountedCheck[];
}

/** Whether users are blocked because no row names them. */
export function blocksAbsent({ absent }: GuardCounts): boolean {
  return absent !== undefined;
}

/** The identity fields that a mapping has a source for. */
export function importedIdentity(mapping: Mapping): readonly IdentityField[] {
  return IDENTITY_FIELDS.filter((field) => mapping[field] !== undefined);
}

/** Identity fields that are not imported, and that somebody loses. */
export function lostUnmapped({ importedIdentity: imported, cleared }: GuardCounts): readonly IdentityField[] {
  return IDENTITY_FIELDS.filter((field) => !imported.includes(field) && usersLosing(cleared, [field]) > 0);
}

/** Users, counted once, that lose a value of any of these fields. */
export function usersLosing(cleared: readonly ClearedUsers[], fields: readonly IdentityField[]): number {
  const losing = cleared.filter((lost) => lost.fields.some((field) => fields.includes(field)));
  return losing.reduce((sum, { users }) => sum + users, 0);
}
