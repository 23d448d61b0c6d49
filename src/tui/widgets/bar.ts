/** A share, drawn as a bar. */
import type { Theme } from '../../presentation/theme.js';

const WIDEST = 60;

export function bar(share: number, columns: number, theme: Theme): string {
  const width = Math.max(10, Math.min(WIDEST, columns - 6));
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return theme.glyphs.full.repeat(full) + theme.glyphs.empty.repeat(width - full);
}
