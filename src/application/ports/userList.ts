/** Users of the directory, as those read them who look for one. Implemented in `src/store`. */
import type { UserFilter } from '../../domain/userFilter.js';
import type { ListedUser, PagePlace, UserAccounts, UserChange, UserOrder, UserPage } from '../userUseCases.js';

/** What is asked of the list. */
export interface UserSelection {
  /** Of every environment, removed ones too, unless told. */
  readonly environmentId?: number;
  readonly filter: UserFilter;
}

export interface UserList {
  /** In the order of user codes, and then of environments. */
  read(selection: UserSelection): AsyncIterable<readonly ListedUser[]>;
  /** A page of user codes of which a user is found, with all users that have the code (in the environment asked for). */
  page(selection: UserSelection, order: UserOrder, place: PagePlace, size: number): Promise<UserPage>;
  /** How many user codes are found. */
  count(selection: UserSelection): Promise<number>;
  /** All users with one of these codes (folded by `caseKey`), in the order given. */
  accounts(codeKeys: readonly string[]): Promise<readonly UserAccounts[]>;
  /** What applied runs changed of the users with this code (folded by `caseKey`), and of those who had it; latest first. */
  history(codeKeys: readonly string[]): Promise<readonly UserChange[]>;
}
