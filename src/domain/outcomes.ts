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
