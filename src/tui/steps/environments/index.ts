/** The environments of the administration. */
import type { StepDefinition } from '../../shell/wizard.js';
import { EnvironmentsScreen } from './EnvironmentsScreen.js';
import { ENVIRONMENTS_KEYS } from './keys.js';
import type { EnvironmentsStep } from './state.js';
import { enter, update } from './update.js';

export const environments: StepDefinition<EnvironmentsStep> = {
  at: 'environments',
  crumb: 'wizard.step.environments',
  aside: true,
  context: 'none',
  quitsAtOnce: true,
  enter: (_destination, _wizard, left) => enter(left),
  update,
  keys: [ENVIRONMENTS_KEYS],
  Screen: EnvironmentsScreen,
};
