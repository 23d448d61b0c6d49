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
  const screen = Math.max(1, height - 1);
  const target: Readonly<Record<Move, number>> = {
    up: at.cursor - 1,
    down: at.cursor + 1,
    screenUp: at.cursor - screen,
    screenDown: at.cursor + screen,
    first: 0,
    last: total - 1,
  };
  return placed({ cursor: target[move], top: at.top }, total, height);
}

/** The same cursor in a list that may have changed, or on a screen of another size. */
export function placed(at: Cursor, total: number, height: number): Cursor {
  const cursor = clampCursor(at.cursor, total);
  return { cursor, top: scrollTo(at.top, cursor, height, total) };
}
