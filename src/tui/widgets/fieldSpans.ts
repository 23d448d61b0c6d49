/** A line that is being typed. */
import type { Span } from '../../presentation/lines.js';
import type { Theme } from '../../presentation/theme.js';
import { screenText } from '../../presentation/visibleText.js';

/** The line, with the place where the next character comes. */
export function fieldSpans(field: { readonly text: string; readonly caret: number }, theme: Theme): readonly Span[] {
  const before = screenText(field.text.slice(0, field.caret), theme.unicode);
  const after = screenText(field.text.slice(field.caret), theme.unicode);
  const [under = ' ', ...rest] = [...after];
  return [before, [after === '' ? theme.glyphs.caret : under, after === '' ? 'accent' : 'here'], rest.join('')];
}
