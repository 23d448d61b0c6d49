/** Lines that do not all fit: how many are left out is told in the place of the last. Pure. */
import { say, type Theme } from './theme.js';
import { GAP, type Line } from './lines.js';

export function cutLines(lines: readonly Line[], height: number, theme: Theme): readonly Line[] {
  if (lines.length <= height) return lines;
  const shown = lines.slice(0, Math.max(0, height - 1));
  const left = say(theme, 'wizard.more', { count: lines.length - shown.length });
  return [...shown, [[`${GAP}${theme.glyphs.more} ${left}`, 'dim']]];
}
