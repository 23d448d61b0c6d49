/** Outcomes with their counts, as parts of a line. */
import { OUTCOMES, type Outcome, type OutcomeCounts } from '../domain/outcomes.js';
import { translate } from '../language/index.js';
import { count, type Theme } from './theme.js';
import type { Span } from './lines.js';
import { OUTCOME_TONES } from './tones.js';

export function outcomeName(outcome: Outcome, { language }: Pick<Theme, 'language'>): string {
  return translate(language, `outcome.${outcome}`);
}

/** Those that there are. */
export function outcomeSpans(counts: OutcomeCounts, theme: Theme): readonly Span[] {
  const shown = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  return shown.flatMap((outcome, index): Span[] => [
    [
      `${count(theme, counts[outcome])} ${outcomeName(outcome, theme)}${index < shown.length - 1 ? ', ' : ''}`,
      OUTCOME_TONES[outcome],
    ],
  ]);
}
