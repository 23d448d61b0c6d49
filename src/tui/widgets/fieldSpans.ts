/** A line that is being typed. */
import type { Span } from '../../presentation/lines.js';
import type { Theme } from '../../presentation/theme.js';
import { widthOf } from '../../presentation/textWidth.js';
import { screenText } from '../../presentation/visibleText.js';

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

/** As much of a line as so many columns hold: its beginning, or what stands before the caret. */
export function fieldWithin({ text, caret }: TypedLine, columns: number, theme: Theme): TypedLine {
  const room = columns - 2;
  const before = [...text.slice(0, caret)];
  let used = 0;
  let from = before.length;
  while (from > 0 && used + shownWidth(before[from - 1] ?? '', theme) <= room) {
    from--;
    used += shownWidth(before[from] ?? '', theme);
  }
  if (from === 0) return { text, caret };
  const shown = theme.glyphs.ellipsis + before.slice(from + theme.glyphs.ellipsis.length).join('');
  return { text: shown + text.slice(caret), caret: shown.length };
}

function shownWidth(character: string, theme: Theme): number {
  return widthOf(screenText(character, theme.unicode));
}
