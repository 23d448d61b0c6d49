/** The guards as they are raised by typing their counts: to what was seen, and no further. */
import type { RunAnswer } from '../../application/useCases.js';
import { raisingSettings } from '../../domain/guards/evaluateGuards.js';
import type { GuardSettings } from '../../domain/guards/guardSettings.js';

export function raisedGuards({ run, guards }: RunAnswer): GuardSettings {
  return raisingSettings(
    guards.filter((guard) => guard.tripped),
    run.counts,
  );
}
