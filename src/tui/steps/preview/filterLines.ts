/** The filter of the preview as it is drawn: what it is, how many rows it finds, and what can stand at the caret. */
import { GAP, wrapSpans, type Line, type Span } from '../../../presentation/lines.js';
import { count, say, sayRef } from '../../../presentation/theme.js';
import type { Wizard } from '../../shell/wizard.js';
import type { View } from '../../view.js';
import { fieldLine } from '../../widgets/fieldSpans.js';
import { filterCompletion } from './filter.js';
import { isAbsentNow, type PreviewStep } from './state.js';

export function filterLine(step: PreviewStep, view: View): Line {
  const { theme } = view;
  const { typing, text, problem } = step.filter;
  const found = isAbsentNow(step) ? step.absent.found : (step.numbers?.length ?? null);
  const told: Line = problem
    ? [[sayRef(theme, problem), 'warning']]
    : found === null
      ? []
      : [
          [
            say(theme, isAbsentNow(step) ? 'wizard.absent.filtered' : 'wizard.preview.filtered', {
              shown: count(theme, found),
              count: found,
            }),
            'dim',
          ],
        ];
  return fieldLine([`${say(theme, 'wizard.users.filter')} `, 'accent'], typing ?? text, [GAP, ...told], view);
}

export function completionLines(
  step: PreviewStep,
  wizard: Wizard,
  { theme, columns }: View,
  height: number,
): readonly Line[] {
  const texts = filterCompletion(step, wizard)?.texts ?? [];
  if (texts.length === 0) return [[[say(theme, 'wizard.users.nothingToComplete'), 'dim']]];
  return wrapSpans(
    texts.flatMap((text, at): Span[] => [[text, at === 0 ? 'accent' : 'dim'], GAP]),
    columns,
  ).slice(0, height);
}
