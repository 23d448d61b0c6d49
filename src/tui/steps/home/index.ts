/** The first screen. */
import type { StepDefinition } from '../../shell/wizard.js';
import { HomeScreen } from './HomeScreen.js';
import { HOME_KEYS } from './keys.js';
import type { HomeStep } from './state.js';
import { enter, update } from './update.js';

export const home: StepDefinition<HomeStep> = {
  at: 'home',
  crumb: 'wizard.step.home',
  aside: true,
  context: 'none',
  from: [],
  quitsAtOnce: true,
  enter: (_destination, wizard, left) => enter(wizard, left),
  update,
  keys: [HOME_KEYS],
  Screen: HomeScreen,
};
