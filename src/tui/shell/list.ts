/** A place in a list that may be longer than the screen, and moving through it. Pure. */
import { clampCursor, scrollTo } from '../table/window.js';

export interface Cursor {
  readonly cursor: number;
  readonly top: number;
}
export const AT_TOP: Cursor = { cursor: 0, top: 0 };

export type Move = 'up' | 'down' | 'screenUp' | 'screenDown' | 'first' | 'last';

/** The cursor after a move, with the list scrolled so that it is in sight. */
export function moved(at: Cursor, move: Move, total: number, height: number): Cursor {
  return placed({ cursor: targetOf(at.cursor, move, total, height), top: at.top }, total, height);
}

/** Where a move leads, before or behind the list too. */
export function targetOf(cursor: number, move: Move, total: number, height: number): number {
  const screen = Math.max(1, height - 1);
  const target: Readonly<Record<Move, number>> = {
    up: cursor - 1,
    down: cursor + 1,
    screenUp: cursor - screen,
    screenDown: cursor + screen,
    first: 0,
    last: total - 1,
  };
  return target[move];
}

/** The same cursor in a list that may have changed, or on a screen of another size. */
export function placed(at: Cursor, total: number, height: number): Cursor {
  const cursor = clampCursor(at.cursor, total);
  return { cursor, top: scrollTo(at.top, cursor, height, total) };
}
