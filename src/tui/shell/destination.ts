/** Where a step can send the wizard, with what the step there has to be told: all that steps know of each other. */
import type { RunAnswer } from '../../application/useCases.js';
import type { UserAccounts } from '../../application/userUseCases.js';
import type { Act } from '../../domain/acts.js';
import type { EnvironmentType } from '../../domain/directory.js';
import type { UserFilter } from '../../domain/userFilter.js';

/** Steps that need nothing but what was chosen so far. */
export type PlainName =
  'home' | 'type' | 'environment' | 'path' | 'file' | 'map' | 'history' | 'environments' | 'lists';

export interface PlainDestination {
  readonly to: PlainName;
}

export interface RunDestination {
  readonly to: 'preview' | 'confirm' | 'progress' | 'result';
  readonly answer: RunAnswer;
  /** A key made this plan just now: left as it is, it is not kept. */
  readonly fresh?: true;
  /** Why it is applied, as it was typed. */
  readonly reason?: string;
  /** What is applied are so many of its rows alone; the others are planned anew. */
  readonly first?: number;
}

export interface DriftDestination {
  readonly to: 'drift';
  /** The type of environment that is looked at; null for all of them. */
  readonly type: EnvironmentType | null;
}

export interface UsersDestination {
  readonly to: 'users';
  /** An act on those that were chosen was applied. */
  readonly acted?: true;
}

export interface UserDestination {
  readonly to: 'user';
  /** As it is in a list or a row. */
  readonly user: string;
  /** Code of the environment that is looked at; the first one unless told. */
  readonly environment?: string | undefined;
}

/** The users that an act is about. */
export interface ActSubject {
  /** Those at the cursor, or those that were chosen; nobody for an act that makes a user. */
  readonly accounts: readonly UserAccounts[];
  /** All that a list shows, where that can be meant instead. */
  readonly shown: { readonly filter: UserFilter; readonly text: string; readonly count: number | null } | null;
  /** Code of the environment that is looked at; null where that is none in particular. */
  readonly environment: string | null;
}

export interface ActDestination {
  readonly to: 'act';
  readonly act: Act;
  readonly subject: ActSubject;
}

export type Destination =
  PlainDestination | UsersDestination | RunDestination | DriftDestination | UserDestination | ActDestination;
