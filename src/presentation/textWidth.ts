/** Text measured, cut and broken in columns of the terminal. */
import stringWidth from 'string-width';

/**
 * One column each, and nothing that joins another: ASCII, the letters of western and central Europe, and the signs that the
 * program itself draws with. What is measured oftenest waits for no segmenter.
 */
const PLAIN =
  /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2193\u2260\u2500-\u259f\u25b8\u2713\u2717]*$/u;
let graphemes: Intl.Segmenter | undefined;

export type Align = 'left' | 'right';

/** Columns that a text takes. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/** The width of each column, by its widest text. */
export function columnWidths(rows: readonly (readonly string[])[]): number[] {
  return (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
}

/** The text in exactly so many columns: padded, or cut with an ellipsis at its end. */
export function fit(text: string, width: number, ellipsis: string, align: Align = 'left'): string {
  if (width <= 0) return '';
  const cut = cutTo(text, width, ellipsis);
  const padding = ' '.repeat(Math.max(0, width - widthOf(cut)));
  return align === 'right' ? padding + cut : cut + padding;
}

/** The text in at most so many columns. */
export function cutTo(text: string, width: number, ellipsis: string): string {
  if (widthOf(text) <= width) return text;
  const mark = ellipsis.length <= width ? ellipsis : ellipsis.slice(0, Math.max(0, width));
  return headOf(text, width - mark.length) + mark;
}

/** The longest beginning of a text that fits; a wide or combined character is never split. */
export function headOf(text: string, width: number): string {
  if (width <= 0) return '';
  if (PLAIN.test(text)) return text.slice(0, width);
  let used = 0;
  let end = 0;
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (const { segment, index } of graphemes.segment(text)) {
    used += widthOf(segment);
    if (used > width) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

export interface Wrapping {
  /** Blanks before each line, and before the first where that is another number. */
  readonly indent?: number;
  readonly first?: number;
  /** A word that is longer than a line stays whole, so that it can be copied. */
  readonly wholeWords?: boolean;
}

/** Breaks a text into lines of at most so many columns, at spaces where there are any. */
export function wrapText(
  text: string,
  width: number,
  { indent = 0, first = indent, wholeWords = false }: Wrapping = {},
): string[] {
  if (width <= 0) return [];
  const lines: string[] = [];
  const indented = (line: string): string => ' '.repeat(lines.length === 0 ? first : indent) + line;
  const fits = (line: string): boolean => widthOf(indented(line)) <= width;
  let line = '';
  for (const word of text.split(' ')) {
    let rest = line === '' ? word : `${line} ${word}`;
    if (!fits(rest) && line !== '') {
      lines.push(indented(line));
      rest = word;
    }
    while (!wholeWords && !fits(rest)) {
      const head = headOf(rest, width - widthOf(indented('')));
      if (head === '') return [...lines, indented(rest)];
      lines.push(indented(head));
      rest = rest.slice(head.length);
    }
    line = rest;
  }
  lines.push(indented(line));
  return lines;
}
