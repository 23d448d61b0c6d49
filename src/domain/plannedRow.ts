/** What a plan says of one row: its outcome, every change with its old and new value, its messages. */
import type { RowKind } from './kinds/kind.js';
import type { Message } from './messages.js';
import type { Outcome } from './outcomes.js';
import type { StateField, StateValue } from './userState.js';

/** What a change can be about; `group` is one that somebody else than the row's own user joins or leaves. */
export type ChangedField = StateField | 'password' | 'group';

/** Null for no person, for what is not there yet, and for what is not known. */
export type ChangedValue = StateValue;

/** Stands for a password's old or new value: neither is ever told. */
export const HIDDEN_SECRET = '********';

/** Which of the values of a change is not known: the one before, or the one after. */
export type UnknownSide = 'from' | 'to';

export type FieldChange = readonly [field: ChangedField, from: ChangedValue, to: ChangedValue, unknown?: UnknownSide];

/** The changes to one user in one environment. */
export interface UserChanges {
  readonly environment: string;
  /** The user's code before the row; the new one for a user that it creates. */
  readonly user: string;
  readonly fields: readonly FieldChange[];
}

export interface GroupChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly created: readonly string[];
}

export const NO_GROUP_CHANGES: GroupChanges = { added: [], removed: [], created: [] };

export interface PlannedRow {
  readonly row: number;
  /** The user code, with its participant number; as the file has it where that cannot be told. */
  readonly user: string;
  /** What the user is called, after the row or else before it; empty where that is not known. */
  readonly name: string;
  /** The mutation code, also one that is not valid; null for type `mutation`. */
  readonly code: string | null;
  readonly codeDefaulted: boolean;
  readonly outcome: Outcome;
  readonly changes: readonly UserChanges[];
  readonly groups: GroupChanges;
  readonly tokensRevoked: number;
  readonly messages: readonly Message[];
  /** The plan's number of the target user; null where the row changes nothing and relies on nothing. */
  readonly planUser: number | null;
  /** The person and group that the row relies on, with the versions that were read. */
  readonly dependsOn: {
    readonly person?: { readonly id: number; readonly version: number };
    readonly group?: { readonly id: number | null; readonly version: number; readonly code: string };
  };
  /** Of a row that is left out: the kind of change that it was, by which it can be taken back. */
  readonly leftOut?: RowKind;
  /** What is not known, and that a rule would look at; told of the plan as a whole, and not kept with the row. */
  readonly unseen?: Unseen;
}

export interface Unseen {
  /** Whether the user is a system user. */
  readonly system: boolean;
  /** Whether these groups are there. */
  readonly groups: readonly string[];
  /** Whether this person is there. */
  readonly person?: string;
  /** Whether the user, whom the row blocks, administers the portal. */
  readonly administers?: true;
}

/** The texts that a row gives users in a field, in whatever environment. */
export function textsGiven({ changes }: PlannedRow, field: ChangedField): string[] {
  const given = changes.flatMap(({ fields }) => fields.filter(([name]) => name === field));
  return given.flatMap(([, , to]) => (typeof to === 'string' ? [to] : []));
}

/** What a row says that does nothing. */
export const NOTHING_PLANNED: Omit<PlannedRow, 'row' | 'user' | 'outcome'> = {
  name: '',
  code: null,
  codeDefaulted: false,
  changes: [],
  groups: NO_GROUP_CHANGES,
  tokensRevoked: 0,
  messages: [],
  planUser: null,
  dependsOn: {},
};
