/** Outcomes with their counts, as parts of a line. */
import type { Outcome, OutcomeCounts } from '../../domain/outcomes.js';
import { count, sayRef, type Look } from '../look.js';
import type { Span, Tone } from '../paint.js';

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

export function outcomeName(outcome: Outcome, look: Look): string {
  return sayRef(look, { key: `outcome.${outcome}`, params: {} });
}

/** Those that there are, in this order. */
export function outcomeSpans(counts: OutcomeCounts, order: readonly Outcome[], look: Look): readonly Span[] {
  const shown = order.filter((outcome) => counts[outcome] > 0);
  return shown.flatMap((outcome, index): Span[] => [
    [
      `${count(look, counts[outcome])} ${outcomeName(outcome, look)}${index < shown.length - 1 ? ', ' : ''}`,
      OUTCOME_TONES[outcome],
    ],
  ]);
}
