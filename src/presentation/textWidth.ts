/** Text measured and cut in columns of the terminal. */
import stringWidth from 'string-width';

const PLAIN = /^[\x20-\x7e]*$/u;
const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export type Align = 'left' | 'right';

/** Columns that a text takes. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
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
  for (const { segment, index } of GRAPHEMES.segment(text)) {
    used += widthOf(segment);
    if (used > width) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** Breaks a text into lines of at most so many columns, at spaces where there are any. */
export function wrapText(text: string, width: number): string[] {
  if (width <= 0) return [];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = line === '' ? word : `${line} ${word}`;
    if (widthOf(rest) > width && line !== '') {
      lines.push(line);
      rest = word;
    }
    while (widthOf(rest) > width) {
      const head = headOf(rest, width);
      if (head === '') return [...lines, rest];
      lines.push(head);
      rest = rest.slice(head.length);
    }
    line = rest;
  }
  lines.push(line);
  return lines;
}
