/** Users of one or all environments: a list that is narrowed by a filter, of which a part is held. */
import type { UserAccounts, UserChange, UserOrder, UserPage } from '../../../application/userUseCases.js';
import { NO_FILTER, type UserFilter } from '../../../domain/userFilter.js';
import { caseKey } from '../../../domain/sourceRow.js';
import { bodyHeight } from '../../shell/layout.js';
import type { TextField } from '../../shell/textField.js';
import type { Size } from '../../shell/wizard.js';
import type { TextRef } from '../../../presentation/theme.js';
import { EMPTY_WINDOW, itemHere, type KeyList, type KeyWindow } from '../../table/keyWindow.js';

export const ORDERS = ['user', 'description', 'email'] as const satisfies readonly UserOrder[];

export type PlacedAccounts = UserPage['accounts'][number];

/** A user code as one is told from another. */
export function keyOf({ code }: { readonly code: string }): string {
  return caseKey(code);
}

export interface UsersStep extends KeyList<PlacedAccounts> {
  readonly at: 'users';
  /** Code of the environment that is looked at; null for all of them. */
  readonly environment: string | null;
  /** The filter as it is typed, and what it was understood as last. */
  readonly filterText: string;
  readonly filter: UserFilter;
  /** What is wrong with the filter as it is typed. */
  readonly problem: TextRef | null;
  /** The filter line while it is typed. */
  readonly typing: TextField | null;
  /** Codes of groups, to complete with; null until that is asked for. */
  readonly groups: readonly string[] | null;
  readonly order: UserOrder;
  /** Users that were chosen, by their key; what they were like then. */
  readonly chosen: ReadonlyMap<string, UserAccounts>;

  /** Counts the lists that were asked for, so that what comes of an earlier one is known. */
  readonly listId: number;
  /** The list that the window is of: another one than was asked for, until that is there. */
  readonly shownId: number;

  /** How many users the filter finds, with the list that was counted; and how many there are. */
  readonly count: { readonly listId: number; readonly users: number } | null;
  readonly counting: boolean;
  readonly total: number | null;

  /** The last change of the user at the cursor; `undefined` while that is looked up. */
  readonly last: { readonly code: string; readonly change: UserChange | null } | null;
  readonly lookingUp: boolean;
}

export const USERS_STEP: UsersStep = {
  at: 'users',
  environment: null,
  filterText: '',
  filter: NO_FILTER,
  problem: null,
  typing: null,
  groups: null,
  order: 'user',
  chosen: new Map(),
  listId: 0,
  window: null,
  shownId: 0,
  asking: false,
  next: null,
  count: null,
  counting: false,
  total: null,
  last: null,
  lookingUp: false,
};

export function windowOf({ window }: UsersStep): KeyWindow<PlacedAccounts> {
  return window ?? EMPTY_WINDOW;
}

/** The user at the cursor, to do something with: nobody of a list that is about to be another one. */
export function accountsToActOn(step: UsersStep): PlacedAccounts | undefined {
  return step.shownId === step.listId ? itemHere(windowOf(step)) : undefined;
}

/** The count of the list that is shown; null while it is counted. */
export function countOf({ count, listId }: UsersStep): number | null {
  return count?.listId === listId ? count.users : null;
}

/** Two lines above the list and its heading, a rule below it, and what is told of the user at the cursor. */
export function usersHeights(size: Size): { readonly list: number; readonly detail: number } {
  const free = bodyHeight(size) - 4;
  const detail = Math.max(3, Math.min(8, Math.floor(free * 0.3)));
  return { list: Math.max(1, free - detail), detail };
}
