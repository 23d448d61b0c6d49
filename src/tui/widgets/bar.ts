/** A share, drawn as a bar. */
import type { Look } from '../look.js';

const WIDEST = 60;

export function bar(share: number, columns: number, look: Look): string {
  const width = Math.max(10, Math.min(WIDEST, columns - 6));
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return look.glyphs.full.repeat(full) + look.glyphs.empty.repeat(width - full);
}
