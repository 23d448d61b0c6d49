/** A drawn line as cells, and the least that has to be sent to turn one into another. Pure. */

const ESCAPE = String.fromCodePoint(0x1b);
const CSI = `${ESCAPE}[`;

export interface Cell {
  readonly text: string;
  /** Codes of the style that it has, as SGR takes them; empty for none. */
  readonly style: string;
}

/** Characters that every terminal draws in one column. Lines with others are drawn whole. */
const ONE_COLUMN =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2190-\u2193\u2420-\u2421\u2400-\u241f\u2500-\u259f\u25b8\u2713\u2717\u203a]*$/u;
const SGR = new RegExp(`${ESCAPE}\\[([\\d;]*)m`, 'gu');

/** What switches an attribute off, and which attributes that are. */
const OFF: Readonly<Record<number, readonly number[]>> = { 22: [1, 2], 23: [3], 24: [4], 27: [7], 29: [9] };

/** The cells of a line; undefined where some take another width than one column. */
function cellsOf(line: string): readonly Cell[] | undefined {
  const cells: Cell[] = [];
  let style: readonly number[] = [];
  let from = 0;
  const put = (text: string): boolean => {
    if (!ONE_COLUMN.test(text)) return false;
    const codes = style.join(';');
    for (const character of text) cells.push({ text: character, style: codes });
    return true;
  };
  for (const match of line.matchAll(SGR)) {
    if (!put(line.slice(from, match.index))) return undefined;
    style = styled(style, (match[1] ?? '').split(';').map(Number));
    from = match.index + match[0].length;
  }
  return put(line.slice(from)) ? cells : undefined;
}

/** The style after some codes: sixteen colours and plain attributes, which is all that is painted with. */
function styled(before: readonly number[], codes: readonly number[]): readonly number[] {
  return codes.reduce<readonly number[]>((style, code) => {
    if (code === 0) return [];
    if (OFF[code]) return style.filter((active) => !OFF[code]?.includes(active));
    if (code === 39 || isForeground(code))
      return withCode(
        style.filter((active) => !isForeground(active)),
        code,
        39,
      );
    return withCode(
      style.filter((active) => active !== code),
      code,
      0,
    );
  }, before);
}

function withCode(style: readonly number[], code: number, none: number): readonly number[] {
  return code === none ? style : [...style, code].sort((a, b) => a - b);
}

function isForeground(code: number): boolean {
  return (code >= 30 && code <= 37) || (code >= 90 && code <= 97);
}

/** Moving on costs about as much as this many characters that are the same. */
const WORTH_SKIPPING = 5;

/** What turns a line of the screen (from 1) into another; empty where it is the same. */
export function lineChange(before: string, after: string, row: number): string {
  if (before === after) return '';
  const old = cellsOf(before);
  const cells = cellsOf(after);
  if (!old || !cells) return `${CSI}${row};1H${CSI}0m${CSI}2K${after}${CSI}0m`;
  let sent = '';
  let column = 0;
  while (column < cells.length) {
    if (isSame(old[column], cells[column])) {
      column++;
      continue;
    }
    const end = endOfChange(old, cells, column);
    sent += `${CSI}${row};${column + 1}H${drawn(cells.slice(column, end))}`;
    column = end;
  }
  return old.length > cells.length ? `${sent}${CSI}${row};${cells.length + 1}H${CSI}K` : sent;
}

/** A cell that was never drawn is as blank as one that was. */
function isSame(a: Cell | undefined, b: Cell | undefined): boolean {
  return (a?.text ?? ' ') === (b?.text ?? ' ') && (a?.style ?? '') === (b?.style ?? '');
}

function endOfChange(old: readonly Cell[], cells: readonly Cell[], from: number): number {
  let end = from + 1;
  let same = 0;
  for (let column = end; column < cells.length && same <= WORTH_SKIPPING; column++) {
    same = isSame(old[column], cells[column]) ? same + 1 : 0;
    if (same === 0) end = column + 1;
  }
  return end;
}

/** Text with its styles, which begins and ends without one. */
function drawn(cells: readonly Cell[]): string {
  let style = '';
  let text = '';
  for (const cell of cells) {
    if (cell.style !== style)
      text += cell.style === '' ? `${CSI}m` : style === '' ? `${CSI}${cell.style}m` : `${CSI}0;${cell.style}m`;
    style = cell.style;
    text += cell.text;
  }
  return style === '' ? text : `${text}${CSI}m`;
}

/** A block of lines that moved up or down by one, as a list does when it scrolls. */
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

/** Moves a block of the screen, and tells what is then on it. */
export function shifted(
  lines: readonly string[],
  { top, bottom, by }: Shift,
): { readonly lines: readonly string[]; readonly sent: string } {
  const moved = [...lines];
  if (by === 1) moved.splice(top, bottom - top + 1, ...lines.slice(top + 1, bottom + 1), '');
  else moved.splice(top, bottom - top + 1, '', ...lines.slice(top, bottom));
  return { lines: moved, sent: `${CSI}${top + 1};${bottom + 1}r${CSI}${by === 1 ? 'S' : 'T'}${CSI}r` };
}
