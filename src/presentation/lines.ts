/** Lines of text with tones: what each part of a line is. How a tone looks is up to whoever writes the line. */
import type { Theme } from './theme.js';
import { fit, widthOf, wrapText } from './textWidth.js';
import { screenText } from './visibleText.js';

/** What a part of a line is, not how it looks. */
export type Tone = 'plain' | 'dim' | 'strong' | 'danger' | 'warning' | 'good' | 'accent' | 'here' | 'changed' | 'alarm';

export type Span = string | readonly [text: string, tone: Tone];
export type Line = readonly Span[];

export function toneOf(span: Span): Tone {
  return typeof span === 'string' ? 'plain' : span[1];
}

export function textOf(span: Span): string {
  return typeof span === 'string' ? span : span[0];
}

/** The line without tones, for a screen reader. */
export function plainLine(line: Line, theme: Theme): string {
  return line
    .map((span) => screenText(textOf(span), theme.unicode))
    .join('')
    .trimEnd();
}

/** A cell of a table: the text made visible and in exactly so many columns. */
export function cell(text: string, width: number, theme: Theme, align: 'left' | 'right' = 'left'): string {
  return fit(screenText(text, theme.unicode), width, theme.glyphs.ellipsis, align);
}

/** Cells with a gap of two between them. */
export const GAP = '  ';

/** A text in lines of at most so many columns. */
export function wrapLines(text: string, columns: number, tone: Tone = 'plain'): Line[] {
  return wrapText(text, columns).map((line): Line => [[line, tone]]);
}

/** A line that is too long, as several: broken between its parts. */
export function wrapSpans(line: Line, width: number): readonly Line[] {
  const lines: Span[][] = [];
  let used = width;
  for (const span of line) {
    const text = textOf(span);
    if (used + widthOf(text.trimEnd()) > width) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(used === 0 && text.trim() === '' ? '' : span);
    used += widthOf(text);
  }
  return lines;
}
