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
  return spansOf(
    OUTCOMES.filter((outcome) => counts[outcome] > 0),
    counts,
    theme,
  );
}

/** Those that changed something, and what was rejected; where that is nothing, all of them. */
export function changedSpans(counts: OutcomeCounts, theme: Theme): readonly Span[] {
  const idle: readonly Outcome[] = ['unchanged', 'excluded'];
  const told = OUTCOMES.filter((outcome) => counts[outcome] > 0 && !idle.includes(outcome));
  return told.length === 0 ? outcomeSpans(counts, theme) : spansOf(told, counts, theme);
}

function spansOf(shown: readonly Outcome[], counts: OutcomeCounts, theme: Theme): readonly Span[] {
  return shown.flatMap((outcome, index): Span[] => [
    [
      `${count(theme, counts[outcome])} ${outcomeName(outcome, theme)}${index < shown.length - 1 ? ', ' : ''}`,
      OUTCOME_TONES[outcome],
    ],
  ]);
}
