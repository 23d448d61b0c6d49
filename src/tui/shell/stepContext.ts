/** What a step may know besides itself, and small helpers that every step uses. */
import type { EnvironmentOverview } from '../../application/ports/directoryStore.js';
import type { Language } from '../../language/text.js';
import { MOVES, type Action, type Move } from '../keymap/actions.js';
import type { Choices } from './choices.js';
import type { Cursor } from '../steps/state.js';
import type { Abilities, Size } from './wizard.js';
import { clampCursor, scrollTo } from '../table/window.js';

export interface StepContext {
  readonly choices: Choices;
  readonly size: Size;
  readonly language: Language;
  readonly environments: readonly EnvironmentOverview[] | null;
  readonly abilities: Abilities;
  readonly mended: ReadonlyMap<number, readonly number[]>;
}

export function isMove(action: Action): action is Move {
  return (MOVES as readonly Action[]).includes(action);
}

/** The cursor after a move, with the list scrolled so that it is in sight. */
export function moved(at: Cursor, move: Move, total: number, height: number): Cursor {
  const cursor = clampCursor(
    {
      moveUp: at.cursor - 1,
      moveDown: at.cursor + 1,
      screenUp: at.cursor - Math.max(1, height - 1),
      screenDown: at.cursor + Math.max(1, height - 1),
      toFirst: 0,
      toLast: total - 1,
    }[move],
    total,
  );
  return placed({ cursor, top: at.top }, total, height);
}

/** The same cursor in a list that may have changed, or on a screen of another size. */
export function placed(at: Cursor, total: number, height: number): Cursor {
  const cursor = clampCursor(at.cursor, total);
  return { cursor, top: scrollTo(at.top, cursor, height, total) };
}
