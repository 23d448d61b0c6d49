/**
 * The part of a long list of users that is held: consecutive ones around the cursor. The database is asked for what is
 * next to it, so that a million users are as quick to walk through as a hundred. Pure.
 */
import type { PagePlace, UserPage } from '../../../application/userUseCases.js';
import { caseKey } from '../../../domain/sourceRow.js';
import { AT_TOP, placed, targetOf, type Cursor, type Move } from '../../shell/list.js';

export type PlacedAccounts = UserPage['accounts'][number];

/** Users that are asked for at once, and held at most. */
export const PAGE_USERS = 100;
const MOST_HELD = 600;

export interface UserWindow extends Cursor {
  readonly held: readonly PlacedAccounts[];
  /** How many users stand before the first that is held; null where that was not counted. */
  readonly before: number | null;
  /** Whether the list begins, and ends, with what is held. */
  readonly begins: boolean;
  readonly ends: boolean;
  /** How far the cursor has still to go, beyond what is held: keys that were pressed before that was there. */
  readonly owed: number;
}

export const EMPTY_WINDOW: UserWindow = { held: [], before: 0, begins: true, ends: true, owed: 0, ...AT_TOP };

/** What is asked of a list, and where that goes: a list anew, as it was left, or more of it at one of its sides. */
export interface Ask {
  readonly place: PagePlace;
  readonly as: 'first' | 'last' | 'again' | 'after' | 'before';
}

export const ASK_FIRST: Ask = { place: { from: 'first' }, as: 'first' };
const ASK_LAST: Ask = { place: { from: 'last' }, as: 'last' };

export function accountsHere({ held, cursor }: UserWindow): PlacedAccounts | undefined {
  return held[cursor];
}

/** A user code as one is told from another. */
export function keyOf({ code }: { readonly code: string }): string {
  return caseKey(code);
}

/** The list as it is by now, from the first line on the screen. */
export function askAgain({ held, top }: UserWindow): Ask {
  const above = held[top - 1];
  return { place: above ? { after: above.place } : { from: 'first' }, as: 'again' };
}

/** What was asked for is there. */
export function arrived(window: UserWindow, ask: Ask, page: UserPage, height: number): UserWindow {
  const { accounts } = page;
  const isLast = accounts.length < PAGE_USERS;
  switch (ask.as) {
    case 'first':
      return { held: accounts, before: 0, begins: true, ends: isLast, owed: 0, ...AT_TOP };
    case 'last':
      return inSight(
        {
          held: accounts,
          before: isLast ? 0 : null,
          begins: isLast,
          ends: true,
          owed: 0,
          cursor: accounts.length - 1,
          top: 0,
        },
        height,
      );
    case 'again':
      return again(window, accounts, 'from' in ask.place, height);
    case 'after':
      return shortened(caughtUp({ ...window, held: [...window.held, ...accounts], ends: isLast }), height);
    case 'before':
      return shortened(
        caughtUp({
          ...window,
          held: [...accounts, ...window.held],
          before: isLast ? 0 : window.before === null ? null : Math.max(0, window.before - accounts.length),
          begins: isLast,
          cursor: window.cursor + accounts.length,
          top: window.top + accounts.length,
        }),
        height,
      );
  }
}

/** The same user stays at the cursor where they are still there. */
function again(window: UserWindow, held: readonly PlacedAccounts[], begins: boolean, height: number): UserWindow {
  const here = accountsHere(window);
  const found = here ? held.findIndex((accounts) => keyOf(accounts) === keyOf(here)) : -1;
  const before = begins ? 0 : window.before === null ? null : window.before + window.top;
  const cursor = found >= 0 ? found : window.cursor - (begins ? 0 : window.top);
  return inSight({ held, before, begins, ends: held.length < PAGE_USERS, owed: 0, cursor, top: 0 }, height);
}

/** No more is held than is needed: what is far from the cursor goes. */
function shortened(window: UserWindow, height: number): UserWindow {
  const { held, cursor, top, before } = window;
  const over = held.length - MOST_HELD;
  if (over <= 0) return inSight(window, height);
  if (cursor < held.length / 2) return inSight({ ...window, held: held.slice(0, MOST_HELD), ends: false }, height);
  const rest = { ...window, held: held.slice(over), begins: false, before: before === null ? null : before + over };
  return inSight({ ...rest, cursor: cursor - over, top: top - over }, height);
}

export function inSight(window: UserWindow, height: number): UserWindow {
  return {
    ...window,
    ...placed({ cursor: Math.max(0, window.cursor), top: Math.max(0, window.top) }, window.held.length, height),
  };
}

/** A move within what is held; to an end of the list that is not, that end is asked for. */
export function movedIn(
  window: UserWindow,
  to: Move,
  height: number,
): { readonly window: UserWindow; readonly ask: Ask | null } {
  if (to === 'first' && !window.begins) return { window, ask: ASK_FIRST };
  if (to === 'last' && !window.ends) return { window, ask: ASK_LAST };
  const cursor = targetOf(window.cursor + window.owed, to, window.held.length, height);
  const next = inSight(caughtUp({ ...window, cursor, owed: 0 }), height);
  return { window: next, ask: near(next, height) };
}

/** The cursor as far as what is held lets it go; the rest is owed, where there is more of the list on that side. */
function caughtUp(window: UserWindow): UserWindow {
  const wanted = window.cursor + window.owed;
  const cursor = Math.max(0, Math.min(wanted, window.held.length - 1));
  const goesOn = wanted > cursor ? !window.ends : !window.begins;
  return { ...window, cursor, owed: goesOn ? wanted - cursor : 0 };
}

/** What is next to what is held, before the cursor gets there. */
export function near({ held, cursor, begins, ends }: UserWindow, height: number): Ask | null {
  const [first] = held;
  const last = held.at(-1);
  if (!ends && last && cursor + 2 * height >= held.length) return { place: { after: last.place }, as: 'after' };
  if (!begins && first && cursor < 2 * height) return { place: { before: first.place }, as: 'before' };
  return null;
}
