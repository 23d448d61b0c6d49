/** One user: what they are in every environment, and what happened to them. */
import type { UserDestination } from '../../shell/destination.js';
import type { StepDefinition } from '../../shell/wizard.js';
import { USER_KEYS, WHOLE_USER_KEYS } from './keys.js';
import type { UserStep } from './state.js';
import { enter, update } from './update.js';
import { UserScreen } from './UserScreen.js';

export const user: StepDefinition<UserStep, UserDestination> = {
  at: 'user',
  crumb: 'wizard.step.user',
  aside: true,
  context: 'none',
  quitsAtOnce: true,
  enter: (destination, _wizard, left) => enter(destination, left),
  update,
  keys: [USER_KEYS, WHOLE_USER_KEYS],
  Screen: UserScreen,
};
