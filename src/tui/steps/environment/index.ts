/** Choosing the target environment. */
import type { StepDefinition } from '../../shell/wizard.js';
import { EnvironmentScreen } from './EnvironmentScreen.js';
import { ENVIRONMENT_KEYS } from './keys.js';
import type { EnvironmentStep } from './state.js';
import { enter, update } from './update.js';

export const environment: StepDefinition<EnvironmentStep> = {
  at: 'environment',
  crumb: 'wizard.step.environment',
  context: 'type',
  from: ['home', 'type'],
  enter: (_destination, wizard) => enter(wizard),
  update,
  keys: [ENVIRONMENT_KEYS],
  Screen: EnvironmentScreen,
};
