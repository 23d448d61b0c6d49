/** One user: their values side by side in every environment, and what happened to them. */
import type { ListedUser, UserChange } from '../../../application/userUseCases.js';
import { bodyHeight } from '../../shell/layout.js';
import type { Cursor } from '../../shell/list.js';
import type { Size } from '../../shell/wizard.js';
import type { Happening } from '../../../presentation/userHistory.js';

export interface UserStep extends Cursor {
  readonly at: 'user';
  readonly code: string;
  /** Null until they were read. */
  readonly users: readonly ListedUser[] | null;
  readonly history: readonly UserChange[];
  /** The same, a run at a time. */
  readonly happenings: readonly Happening[];
  /** The environment that the acts are about, by its place in the sheet. */
  readonly column: number;
  /** Everything of the user instead, from such a line on. */
  readonly all: { readonly top: number } | null;
}

/** Lines of the sheet: who it is, the environments, and a line a value; then a rule. */
export const SHEET_LINES = 12;

export function happeningsHeight(size: Size): number {
  return Math.max(1, bodyHeight(size) - SHEET_LINES);
}

export function happeningHere({ happenings, cursor }: UserStep): Happening | undefined {
  return happenings[cursor];
}

export function userHere({ users, column }: UserStep): ListedUser | undefined {
  return users?.[column];
}
