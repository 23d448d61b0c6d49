/** The least that turns a line of the screen into another. Pure, but for the pen. */
import { BLANK, cellsOf, isSame, type Cell } from './cells.js';
import type { Pen } from './pen.js';

/** Draws what differs between two lines at a row, from 1; answers the pen that did. */
export function changeLine(pen: Pen, before: string, after: string, row: number): Pen {
  if (before === after) return pen;
  const old = cellsOf(before);
  const cells = cellsOf(after);
  if (!old || !cells) {
    pen.putLine(row, after);
    return pen;
  }
  const first = firstChange(old, cells, 0);
  if (first === undefined) return pen;
  const changed = pen.copy();
  changeCells(changed, old, cells, row);
  // Where little stays, it is cheaper to begin with an empty line.
  const anew = pen.copy();
  anew.moveTo(row, first + 1);
  anew.eraseRest();
  changeCells(anew, old.slice(0, first), cells, row);
  return byteLength(anew) < byteLength(changed) ? anew : changed;
}

function changeCells(pen: Pen, old: readonly Cell[], cells: readonly Cell[], row: number): void {
  let at = firstChange(old, cells, 0);
  while (at !== undefined && at < cells.length) {
    pen.moveTo(row, at + 1);
    const end = endOfChange(old, cells, at);
    pen.put(cells.slice(at, end));
    at = firstChange(old, cells, end);
    if (at !== undefined && at < cells.length) bridge(pen, cells.slice(end, at), cells[at] ?? BLANK, row, at);
  }
  if (old.length <= cells.length) return;
  pen.moveTo(row, cells.length + 1);
  pen.eraseRest();
}

/** Over cells that stay: they are drawn once more where that is less than going on behind them. */
function bridge(pen: Pen, same: readonly Cell[], next: Cell, row: number, at: number): void {
  const over = pen.copy();
  over.put(same);
  const beyond = pen.copy();
  beyond.moveTo(row, at + 1);
  over.put([next]);
  beyond.put([next]);
  if (byteLength(over) <= byteLength(beyond)) pen.put(same);
}

function firstChange(old: readonly Cell[], cells: readonly Cell[], from: number): number | undefined {
  const length = Math.max(old.length, cells.length);
  for (let column = from; column < length; column++) if (!isSame(old[column], cells[column])) return column;
  return undefined;
}

function endOfChange(old: readonly Cell[], cells: readonly Cell[], from: number): number {
  let end = from + 1;
  while (end < cells.length && !isSame(old[end], cells[end])) end++;
  return end;
}

function byteLength({ sent }: Pen): number {
  return Buffer.byteLength(sent);
}
