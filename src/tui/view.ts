/** What a screen gets to draw on. */
import type { Line } from '../presentation/lines.js';
import type { Page } from '../presentation/theme.js';

export interface View extends Page {
  /** Lines that the body of the screen has. */
  readonly height: number;
}

/** The part of a text that keeps one of its lines in sight, with a word on what is out of it. */
export function around(lines: readonly Line[], at: number, height: number): readonly Line[] {
  if (lines.length <= height) return lines;
  const top = Math.max(0, Math.min(at - Math.floor(height / 2), lines.length - height));
  return lines.slice(top, top + height);
}
