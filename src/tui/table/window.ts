/** Which part of a long list is on the screen, and which pages of rows that takes. */

/** Rows that stay visible above and below the cursor where the list goes on. */
const MARGIN = 2;

/** A cursor that stays within a list. */
export function clampCursor(cursor: number, total: number): number {
  return Math.max(0, Math.min(cursor, total - 1));
}

/** The first visible row: moved as little as possible so that the cursor is in sight. */
export function scrollTo(top: number, cursor: number, height: number, total: number): number {
  if (height <= 0) return 0;
  const margin = Math.min(MARGIN, Math.floor((height - 1) / 2));
  const lowest = Math.max(0, total - height);
  const asHighAs = Math.min(top, cursor - margin);
  const asLowAs = Math.max(asHighAs, cursor + margin - height + 1);
  return Math.max(0, Math.min(asLowAs, lowest));
}

/** Rows fetched at once, and pages kept: memory stays the same however long the list. */
export const PAGE_ROWS = 80;
export const PAGES_KEPT = 15;

/** The pages that a window shows, and then the ones next to it, to have them when they are needed. */
export function pagesFor(
  top: number,
  height: number,
  total: number,
): { readonly shown: number[]; readonly near: number[] } {
  if (total === 0) return { shown: [], near: [] };
  const last = Math.floor((total - 1) / PAGE_ROWS);
  const from = Math.max(0, Math.floor(top / PAGE_ROWS));
  const to = Math.min(last, Math.floor((top + Math.max(1, height) - 1) / PAGE_ROWS));
  const shown = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  return { shown, near: [to + 1, from - 1].filter((page) => page >= 0 && page <= last) };
}
