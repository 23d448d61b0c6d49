/** The users of one environment, or of all. */
import type { UsersDestination } from '../../shell/destination.js';
import type { StepDefinition } from '../../shell/wizard.js';
import { FILTER_KEYS, USERS_KEYS } from './keys.js';
import type { UsersStep } from './state.js';
import { enter, update } from './update.js';
import { UsersScreen } from './UsersScreen.js';

export const users: StepDefinition<UsersStep, UsersDestination> = {
  at: 'users',
  crumb: 'wizard.step.users',
  aside: true,
  context: 'none',
  quitsAtOnce: true,
  enter,
  update,
  keys: [FILTER_KEYS, USERS_KEYS],
  Screen: UsersScreen,
};
