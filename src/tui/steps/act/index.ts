/** An act on users: its form. */
import type { ActDestination } from '../../shell/destination.js';
import type { StepDefinition } from '../../shell/wizard.js';
import { ActScreen } from './ActScreen.js';
import { CHOICE_KEYS, TYPED_KEYS } from './keys.js';
import type { ActStep } from './state.js';
import { enter, update } from './update.js';

export const act: StepDefinition<ActStep, ActDestination> = {
  at: 'act',
  crumb: 'wizard.step.act',
  aside: true,
  context: 'none',
  quitsAtOnce: true,
  enter,
  update,
  keys: [TYPED_KEYS, CHOICE_KEYS],
  Screen: ActScreen,
};
