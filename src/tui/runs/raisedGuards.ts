/** The guards as they are raised by typing their counts: to what was seen, and no further. */
import type { RunAnswer } from '../../application/useCases.js';
import { raisingSettings } from '../../domain/guards/evaluateGuards.js';
import type { Guard } from '../../domain/guards/guard.js';
import type { GuardSettings } from '../../domain/guards/guardSettings.js';

export function raisedGuards(answer: RunAnswer, first: number | null = null): GuardSettings {
  return raisingSettings(
    guardsOf(answer, first).filter((guard) => guard.tripped),
    answer.run.counts,
  );
}

/** The guards that stop what is applied: of some rows those that so many can trip, as each counts a row once. */
export function guardsOf({ guards }: RunAnswer, first: number | null): readonly Guard[] {
  return guards.filter(({ guard, allowed }) => first === null || guard === 'shrunk' || allowed < first);
}
