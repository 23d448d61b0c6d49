/** How the width of a table is shared by its columns. */

export interface ColumnWish {
  /** Columns that it needs to be of any use. */
  readonly least: number;
  /** Columns in which everything fits. */
  readonly most: number;
  /** Left out first where there is no room: the highest number goes first; absent stays always. */
  readonly optional?: number;
}

/** Widths in the order of the wishes; 0 for a column that is left out. A gap stands between two columns. */
export function shareWidth(wishes: readonly ColumnWish[], available: number, gap: number): number[] {
  const shown = wishes.map(() => true);
  const needed = (): number => {
    const least = wishes.reduce((sum, wish, index) => (shown[index] === true ? sum + wish.least : sum), 0);
    return least + gap * Math.max(0, shown.filter(Boolean).length - 1);
  };
  const byLeastMissed = wishes
    .map((wish, index) => ({ index, optional: wish.optional ?? 0 }))
    .filter(({ optional }) => optional > 0)
    .sort((a, b) => b.optional - a.optional);
  for (const { index } of byLeastMissed) {
    if (needed() <= available) break;
    shown[index] = false;
  }
  const widths = wishes.map((wish, index) => (shown[index] === true ? wish.least : 0));
  let left = available - needed();
  while (left > 0) {
    const growing = wishes.flatMap((wish, index) =>
      shown[index] === true && (widths[index] ?? 0) < wish.most ? [index] : [],
    );
    if (growing.length === 0) break;
    const share = Math.max(1, Math.floor(left / growing.length));
    for (const index of growing) {
      const more = Math.min(share, (wishes[index]?.most ?? 0) - (widths[index] ?? 0), left);
      widths[index] = (widths[index] ?? 0) + more;
      left -= more;
    }
  }
  return widths;
}
