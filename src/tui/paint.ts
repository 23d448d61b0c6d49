/**
 * Lines of text with tones. A line is fitted to its width and turned into one string, so that Ink draws
 * one text a line. Everything that is painted is made visible first: nothing of a file is sent as it is.
 */
import type { Theme } from './theme.js';
import { fit, headOf, widthOf } from './table/fit.js';
import { visibleText } from './table/visibleText.js';

/** What a part of a line is, not how it looks. */
export type Tone = 'plain' | 'dim' | 'strong' | 'danger' | 'warning' | 'good' | 'accent' | 'here' | 'changed' | 'alarm';

export type Span = string | readonly [text: string, tone: Tone];
export type Line = readonly Span[];

/** Attributes are not colours: they stay where NO_COLOR is set. Sixteen colours, so that a theme decides. */
const STYLES: Readonly<Record<Tone, { readonly attribute?: number; readonly colour?: readonly number[] }>> = {
  plain: {},
  dim: { attribute: 2 },
  strong: { attribute: 1 },
  danger: { attribute: 1, colour: [31] },
  warning: { colour: [33] },
  good: { colour: [32] },
  accent: { colour: [36] },
  here: { attribute: 7 },
  changed: { attribute: 4, colour: [33] },
  alarm: { attribute: 7, colour: [31] },
};

const CONTROL = `${String.fromCodePoint(0x1b)}[`;

function styled(text: string, tone: Tone, colour: boolean): string {
  const { attribute, colour: colours = [] } = STYLES[tone];
  const codes = [...(attribute === undefined ? [] : [attribute]), ...(colour ? colours : [])];
  return codes.length === 0 || text === '' ? text : `${CONTROL}${codes.join(';')}m${text}${CONTROL}0m`;
}

export function toneOf(span: Span): Tone {
  return typeof span === 'string' ? 'plain' : span[1];
}

export function textOf(span: Span): string {
  return typeof span === 'string' ? span : span[0];
}

/** The line in at most so many columns, as Ink gets it; blanks at its end are left out. */
export function paintLine(line: Line, width: number, theme: Theme): string {
  let used = 0;
  let painted = '';
  for (const [index, span] of line.entries()) {
    const text = visibleText(textOf(span), theme.unicode);
    const room = width - used;
    const isLast = index === line.length - 1;
    if (widthOf(text) <= room) {
      used += widthOf(text);
      painted += styled(isLast && toneOf(span) === 'plain' ? text.trimEnd() : text, toneOf(span), theme.colour);
      continue;
    }
    const mark = theme.glyphs.ellipsis.slice(0, Math.max(0, room));
    painted += styled(headOf(text, room - mark.length) + mark, toneOf(span), theme.colour);
    break;
  }
  return painted;
}

/** The line without tones, for a screen reader. */
export function plainLine(line: Line, theme: Theme): string {
  return line
    .map((span) => visibleText(textOf(span), theme.unicode))
    .join('')
    .trimEnd();
}

/** A cell of a table: the text made visible and in exactly so many columns. */
export function cell(text: string, width: number, theme: Theme, align: 'left' | 'right' = 'left'): string {
  return fit(visibleText(text, theme.unicode), width, theme.glyphs.ellipsis, align);
}

/** Cells with a gap of two between them. */
export const GAP = '  ';

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
