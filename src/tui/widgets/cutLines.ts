/** Lines that do not all fit: how many are left out is told in the place of the last. Pure. */
import { say, type Look } from '../look.js';
import { GAP, type Line } from '../paint.js';

export function cutLines(lines: readonly Line[], height: number, look: Look): readonly Line[] {
  if (lines.length <= height) return lines;
  const shown = lines.slice(0, Math.max(0, height - 1));
  const left = say(look, 'wizard.more', { count: lines.length - shown.length });
  return [...shown, [[`${GAP}${look.glyphs.more} ${left}`, 'dim']]];
}
