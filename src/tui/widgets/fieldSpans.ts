/** A line that is being typed. */
import { textOf, type Line, type Span } from '../../presentation/lines.js';
import type { Theme } from '../../presentation/theme.js';
import { cutTo, widthOf } from '../../presentation/textWidth.js';
import { screenText } from '../../presentation/visibleText.js';
import type { View } from '../view.js';

interface TypedLine {
  readonly text: string;
  readonly caret: number;
}

/** The line, with the place where the next character comes. */
export function fieldSpans(field: TypedLine, theme: Theme): readonly Span[] {
  const before = screenText(field.text.slice(0, field.caret), theme.unicode);
  const after = screenText(field.text.slice(field.caret), theme.unicode);
  const [under = ' ', ...rest] = [...after];
  return [before, [after === '' ? theme.glyphs.caret : under, after === '' ? 'accent' : 'here'], rest.join('')];
}

/** As much of a line as so many columns hold, with the caret in sight. */
export function fieldWithin({ text, caret }: TypedLine, columns: number, theme: Theme): TypedLine {
  const { ellipsis } = theme.glyphs;
  const before = [...text.slice(0, caret)];
  let used = 0;
  let from = before.length;
  // A column for the caret, and one for what says that there is more.
  while (from > 0 && used + shownWidth(before[from - 1] ?? '', theme) <= columns - 2) {
    from--;
    used += shownWidth(before[from] ?? '', theme);
  }
  const start = from === 0 ? text.slice(0, caret) : ellipsis + before.slice(from + ellipsis.length).join('');
  const after = cutTo(text.slice(caret), Math.max(1, columns - shownWidth(start, theme)), ellipsis);
  return { text: start + after, caret: start.length };
}

/** A line that is typed, or was, between what it is and what is told of it: those are shown whole. */
export function fieldLine(label: Span, field: TypedLine | string, told: Line, { theme, columns }: View): Line {
  const used = [label, ...told].reduce((sum, span) => sum + shownWidth(textOf(span), theme), 0);
  const room = Math.max(ROOM_LEAST, columns - used);
  const typed: Line =
    typeof field === 'string'
      ? [cutTo(field, room, theme.glyphs.ellipsis)]
      : fieldSpans(fieldWithin(field, room, theme), theme);
  return [label, ...typed, ...told];
}

/** The beginning of a term of a filter: it stands in the line as well, and what is wrong with it needs the room. */
export function termShown(term: string): string {
  return cutTo(term, TERM_MOST, '…');
}

const TERM_MOST = 16;

/** Of less nobody sees what is typed. */
const ROOM_LEAST = 24;

function shownWidth(text: string, theme: Theme): number {
  return widthOf(screenText(text, theme.unicode));
}
