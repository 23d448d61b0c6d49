/** Users that differ between environments. */
import type { DriftDestination } from '../../shell/destination.js';
import type { StepDefinition } from '../../shell/wizard.js';
import { DriftScreen } from './DriftScreen.js';
import { DRIFT_KEYS } from './keys.js';
import type { DriftStep } from './state.js';
import { enter, onward, inSight } from './update.js';

export const drift: StepDefinition<DriftStep, DriftDestination> = {
  at: 'drift',
  crumb: 'wizard.step.drift',
  aside: true,
  context: 'none',
  quitsAtOnce: true,
  enter: ({ type }, _wizard, left) => enter(type, left),
  update: (step, event) => (event.kind === 'resized' ? onward(inSight(step, event.size), event.size) : {}),
  keys: [DRIFT_KEYS],
  Screen: DriftScreen,
};
