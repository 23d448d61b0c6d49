/**
 * The part of a long list that is held: consecutive items around the cursor. The database is asked for what is next to it by
 * the key that the list is in the order of, so that a million users are as quick to walk through as a hundred. Pure.
 */
import type { PagePlace } from '../../application/userUseCases.js';
import { AT_TOP, placed, targetOf, type Cursor, type Move } from '../shell/list.js';

/** What a list by key is of. */
export interface Placed {
  /** Its place in the list. */
  readonly place: string;
}

/** Items that are asked for at once, and held at most. */
export const PAGE_ITEMS = 100;
const MOST_HELD = 600;

export interface KeyWindow<Item extends Placed> extends Cursor {
  readonly held: readonly Item[];
  /** How many items stand before the first that is held; null where that was not counted. */
  readonly before: number | null;
  /** Whether the list begins, and ends, with what is held. */
  readonly begins: boolean;
  readonly ends: boolean;
  /** How far the cursor has still to go, beyond what is held: keys that were pressed before that was there. */
  readonly owed: number;
}

export const EMPTY_WINDOW: KeyWindow<never> = { held: [], before: 0, begins: true, ends: true, owed: 0, ...AT_TOP };

/** What is asked of a list, and where that goes: a list anew, as it was left, or more of it at one of its sides. */
export interface Ask {
  readonly place: PagePlace;
  readonly as: 'first' | 'last' | 'again' | 'after' | 'before';
}

/** A list as far as it is read, of which one thing is asked at a time. */
export interface KeyList<Item extends Placed> {
  /** Null until the first of it is there. */
  readonly window: KeyWindow<Item> | null;
  /** Whether something is being asked; and what is asked before what is next to the window. */
  readonly asking: boolean;
  readonly next: Ask | null;
}

export const ASK_FIRST: Ask = { place: { from: 'first' }, as: 'first' };
const ASK_LAST: Ask = { place: { from: 'last' }, as: 'last' };

export function itemHere<Item extends Placed>({ held, cursor }: KeyWindow<Item>): Item | undefined {
  return held[cursor];
}

/** The list as it is by now, from the first line on the screen. */
export function askAgain({ held, top }: KeyWindow<Placed>): Ask {
  const above = held[top - 1];
  return { place: above ? { after: above.place } : { from: 'first' }, as: 'again' };
}

/** What was asked for is there; `keyOf` tells one item from another, wherever in the list it is. */
export function arrived<Item extends Placed>(
  window: KeyWindow<Item>,
  ask: Ask,
  items: readonly Item[],
  height: number,
  keyOf: (item: Item) => string = ({ place }) => place,
): KeyWindow<Item> {
  const isLast = items.length < PAGE_ITEMS;
  switch (ask.as) {
    case 'first':
      return { held: items, before: 0, begins: true, ends: isLast, owed: 0, ...AT_TOP };
    case 'last':
      return inSight(
        {
          held: items,
          before: isLast ? 0 : null,
          begins: isLast,
          ends: true,
          owed: 0,
          cursor: items.length - 1,
          top: 0,
        },
        height,
      );
    case 'again':
      return again(window, items, 'from' in ask.place, height, keyOf);
    case 'after':
      return shortened(caughtUp({ ...window, held: [...window.held, ...items], ends: isLast }), height);
    case 'before':
      return shortened(
        caughtUp({
          ...window,
          held: [...items, ...window.held],
          before: isLast ? 0 : window.before === null ? null : Math.max(0, window.before - items.length),
          begins: isLast,
          cursor: window.cursor + items.length,
          top: window.top + items.length,
        }),
        height,
      );
  }
}

/** The same item stays at the cursor where it is still there. */
function again<Item extends Placed>(
  window: KeyWindow<Item>,
  held: readonly Item[],
  begins: boolean,
  height: number,
  keyOf: (item: Item) => string,
): KeyWindow<Item> {
  const here = itemHere(window);
  const found = here ? held.findIndex((item) => keyOf(item) === keyOf(here)) : -1;
  const before = begins ? 0 : window.before === null ? null : window.before + window.top;
  const cursor = found >= 0 ? found : window.cursor - (begins ? 0 : window.top);
  return inSight({ held, before, begins, ends: held.length < PAGE_ITEMS, owed: 0, cursor, top: 0 }, height);
}

/** No more is held than is needed: what is far from the cursor goes. */
function shortened<Item extends Placed>(window: KeyWindow<Item>, height: number): KeyWindow<Item> {
  const { held, cursor, top, before } = window;
  const over = held.length - MOST_HELD;
  if (over <= 0) return inSight(window, height);
  if (cursor < held.length / 2) return inSight({ ...window, held: held.slice(0, MOST_HELD), ends: false }, height);
  const rest = { ...window, held: held.slice(over), begins: false, before: before === null ? null : before + over };
  return inSight({ ...rest, cursor: cursor - over, top: top - over }, height);
}

export function inSight<Item extends Placed>(window: KeyWindow<Item>, height: number): KeyWindow<Item> {
  return {
    ...window,
    ...placed({ cursor: Math.max(0, window.cursor), top: Math.max(0, window.top) }, window.held.length, height),
  };
}

/** A move within what is held; to an end of the list that is not, that end is asked for, before all else. */
export function movedIn<List extends KeyList<Placed>>(list: List, to: Move, height: number): List {
  const { window } = list;
  if (!window) return list;
  if (to === 'first' && !window.begins) return { ...list, next: ASK_FIRST };
  if (to === 'last' && !window.ends) return { ...list, next: ASK_LAST };
  const cursor = targetOf(window.cursor + window.owed, to, window.held.length, height);
  return { ...list, window: inSight(caughtUp({ ...window, cursor, owed: 0 }), height) };
}

/** What there is to ask now: nothing while something else is asked, as what is next to it is told by what comes of that. */
export function toAsk({ window, asking, next }: KeyList<Placed>, height: number): Ask | null {
  return asking ? null : (next ?? near(window ?? EMPTY_WINDOW, height));
}

/** The cursor as far as what is held lets it go; the rest is owed, where there is more of the list on that side. */
function caughtUp<Item extends Placed>(window: KeyWindow<Item>): KeyWindow<Item> {
  const wanted = window.cursor + window.owed;
  const cursor = Math.max(0, Math.min(wanted, window.held.length - 1));
  const goesOn = wanted > cursor ? !window.ends : !window.begins;
  return { ...window, cursor, owed: goesOn ? wanted - cursor : 0 };
}

/** What is next to what is held, before the cursor gets there. */
function near({ held, cursor, begins, ends }: KeyWindow<Placed>, height: number): Ask | null {
  const [first] = held;
  const last = held.at(-1);
  if (!ends && last && cursor + 2 * height >= held.length) return { place: { after: last.place }, as: 'after' };
  if (!begins && first && cursor < 2 * height) return { place: { before: first.place }, as: 'before' };
  return null;
}
