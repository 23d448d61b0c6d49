/** Outcomes with their counts, as parts of a line. */
import { OUTCOMES, type Outcome, type OutcomeCounts } from '../domain/outcomes.js';
import { count, sayRef, type Theme } from './theme.js';
import type { Span, Tone } from './lines.js';

/** What is dangerous jumps out; what does nothing recedes. */
export const OUTCOME_TONES: Readonly<Record<Outcome, Tone>> = {
  create: 'good',
  update: 'plain',
  block: 'warning',
  unblock: 'plain',
  rename: 'warning',
  password: 'plain',
  unchanged: 'dim',
  rejected: 'danger',
  excluded: 'dim',
};

export function outcomeName(outcome: Outcome, theme: Theme): string {
  return sayRef(theme, { key: `outcome.${outcome}`, params: {} });
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
