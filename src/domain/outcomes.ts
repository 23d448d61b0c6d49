/** What a row comes to (docs/rules.md, *Outcomes*); a closed set. */
export const OUTCOMES = [
  'create',
  'update',
  'block',
  'unblock',
  'rename',
  'password',
  'delete',
  'unchanged',
  'rejected',
  'excluded',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type OutcomeCounts = Record<Outcome, number>;

export function noOutcomes(): OutcomeCounts {
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as OutcomeCounts;
}

/** Whether a row is done, also where it changes nothing: neither rejected nor left out. */
export function isDone(outcome: Outcome): boolean {
  return outcome !== 'rejected' && outcome !== 'excluded';
}

/** Those of rows that change something. */
export const CHANGING = OUTCOMES.filter((outcome) => isDone(outcome) && outcome !== 'unchanged');

/** How many rows change something. A run of an earlier Instroom does not have every outcome. */
export function changesOf({ outcomes }: { readonly outcomes: Readonly<Partial<OutcomeCounts>> }): number {
  return CHANGING.reduce((sum, outcome) => sum + (outcomes[outcome] ?? 0), 0);
}
