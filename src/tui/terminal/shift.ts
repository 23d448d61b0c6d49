/** A block of lines that moved up or down by one, as a list does when it scrolls. Pure. */

export interface Shift {
  /** First and last line of the block, from 0. */
  readonly top: number;
  readonly bottom: number;
  readonly by: 1 | -1;
}

/** So many lines have to have moved before it is worth it. */
const LEAST_SHIFTED = 4;

/** Lines in between that may differ: the cursor was on one, and is on the next. */
const MISSES = 2;

/** The longest block that moved by one line; undefined where there is none worth while. */
export function shiftOf(before: readonly string[], after: readonly string[]): Shift | undefined {
  let best: Shift | undefined;
  for (const by of [1, -1] as const) {
    let first = -1;
    let last = -1;
    for (const [row, line] of after.entries()) {
      if (before[row + by] !== line || line === before[row]) continue;
      if (first < 0 || row - last > MISSES + 1) first = row;
      last = row;
      const block: Shift = by === 1 ? { top: first, bottom: last + 1, by } : { top: first - 1, bottom: last, by };
      if (!best || block.bottom - block.top > best.bottom - best.top) best = block;
    }
  }
  return best && best.bottom - best.top >= LEAST_SHIFTED ? best : undefined;
}

/** The lines of the screen when the block has moved. */
export function shifted(lines: readonly string[], { top, bottom, by }: Shift): readonly string[] {
  const block = lines.slice(top, bottom + 1);
  const moved = by === 1 ? [...block.slice(1), ''] : ['', ...block.slice(0, -1)];
  return [...lines.slice(0, top), ...moved, ...lines.slice(bottom + 1)];
}
