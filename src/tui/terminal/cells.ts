/** A drawn line as cells. Pure. */
import { blankStyle, ESCAPE, styled } from './style.js';

export interface Cell {
  readonly text: string;
  /** Codes of the style that can be seen, as SGR takes them; empty for none. */
  readonly style: string;
}

/** A cell that was never drawn, or was erased. */
export const BLANK: Cell = { text: ' ', style: '' };

/** Characters that every terminal draws in one column. Lines with others are drawn whole. */
const ONE_COLUMN =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2190-\u2193\u2420-\u2421\u2400-\u241f\u2500-\u259f\u25b8\u2713\u2717\u203a]*$/u;
const SGR = new RegExp(`${ESCAPE}\\[([\\d;]*)m`, 'gu');

/** The cells of a line without the blanks at its end; undefined where some take another width than one column. */
export function cellsOf(line: string): readonly Cell[] | undefined {
  const cells: Cell[] = [];
  let style: readonly number[] = [];
  let from = 0;
  const put = (text: string): boolean => {
    if (!ONE_COLUMN.test(text)) return false;
    const codes = style.join(';');
    const onBlanks = blankStyle(codes);
    for (const character of text) cells.push({ text: character, style: character === ' ' ? onBlanks : codes });
    return true;
  };
  for (const match of line.matchAll(SGR)) {
    if (!put(line.slice(from, match.index))) return undefined;
    style = styled(style, (match[1] ?? '').split(';').map(Number));
    from = match.index + match[0].length;
  }
  if (!put(line.slice(from))) return undefined;
  return cells.slice(0, cells.findLastIndex((cell) => !isSame(cell, BLANK)) + 1);
}

export function isSame(a: Cell = BLANK, b: Cell = BLANK): boolean {
  return a.text === b.text && a.style === b.style;
}
