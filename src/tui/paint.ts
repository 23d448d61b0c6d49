/**
 * Lines as Ink gets them: each fitted to its width and turned into one string, so that Ink draws one text a
 * line. Everything is made visible first: nothing of a file is sent as it is.
 */
import { textOf, toneOf, type Line, type Tone } from '../presentation/lines.js';
import { cutTo, widthOf } from '../presentation/textWidth.js';
import type { Theme } from '../presentation/theme.js';
import { screenText } from '../presentation/visibleText.js';
import { CSI } from './terminal/style.js';

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

function styled(text: string, tone: Tone, colour: boolean): string {
  const { attribute, colour: colours = [] } = STYLES[tone];
  const codes = [...(attribute === undefined ? [] : [attribute]), ...(colour ? colours : [])];
  return codes.length === 0 || text === '' ? text : `${CSI}${codes.join(';')}m${text}${CSI}0m`;
}

/** The line in at most so many columns, as Ink gets it; blanks at its end are left out. */
export function paintLine(line: Line, width: number, theme: Theme): string {
  let used = 0;
  let painted = '';
  for (const [index, span] of line.entries()) {
    const text = screenText(textOf(span), theme.unicode);
    const room = width - used;
    const isLast = index === line.length - 1;
    if (widthOf(text) <= room) {
      used += widthOf(text);
      painted += styled(isLast && toneOf(span) === 'plain' ? text.trimEnd() : text, toneOf(span), theme.colour);
      continue;
    }
    painted += styled(cutTo(text, room, theme.glyphs.ellipsis), toneOf(span), theme.colour);
    break;
  }
  return painted;
}
