/** Text laid out within 80 columns: wrapped, aligned, in tables. */
import type { Line, Tone } from './lines.js';
import { columnWidths, cutTo, fit, widthOf, wrapText, type Align } from './textWidth.js';
import { visibleText } from './visibleText.js';

const WIDTH = 80;
/** The widest first column before its text goes below it. */
const WIDEST_TERM = 30;

/** A text in lines of at most 80 columns, each after the first indented; a long word stays whole. */
export function wrapped(text: string, indent = 0, first = indent): string[] {
  return wrapText(visibleText(text), WIDTH, { indent, first, wholeWords: true });
}

/** The same, as lines in a tone. */
export function wrappedLines(text: string, tone: Tone, indent: number, first = indent): Line[] {
  return wrapped(text, indent, first).map((line): Line => [[line, tone]]);
}

/** A part with a heading and an empty line before it; nothing when there is nothing to say. */
export function section(heading: string, lines: readonly Line[]): readonly Line[] {
  return lines.length === 0 ? [] : [[''], [[heading, 'strong']], ...lines];
}

/** Terms with what is said of them, in two columns. */
export function aligned(pairs: readonly (readonly [term: string, text: string])[]): string[] {
  const width = Math.min(WIDEST_TERM, Math.max(0, ...pairs.map(([term]) => widthOf(term))));
  return pairs.flatMap(([term, text]) => {
    const lines = wrapped(text, width + 2);
    const [head = '', ...more] = lines;
    if (widthOf(term) > width) return [term, ...lines];
    return [`${fit(term, width, '')}  ${head.trimStart()}`, ...more];
  });
}

/** Rows in columns as wide as their widest text; a line longer than `width`, if that is given, is cut at its end. */
export function table(
  rows: readonly (readonly string[])[],
  alignment: readonly Align[] = [],
  width = Number.POSITIVE_INFINITY,
): string[] {
  const shown = rows.map((row) => row.map(visibleText));
  const widths = columnWidths(shown);
  return shown.map((row) => {
    const cells = row.map((cell, column) => fit(cell, widths[column] ?? 0, '', alignment[column]));
    return cutTo(cells.join('  ').trimEnd(), width, '…');
  });
}
