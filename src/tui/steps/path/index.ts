/** The path of the file. */
import type { StepDefinition } from '../../shell/wizard.js';
import { PATH_KEYS } from './keys.js';
import { PathScreen } from './PathScreen.js';
import type { PathStep } from './state.js';
import { enter, update } from './update.js';

export const path: StepDefinition<PathStep> = {
  at: 'path',
  crumb: 'wizard.step.path',
  context: 'target',
  from: ['home', 'type', 'environment'],
  enter: (_destination, wizard) => enter(wizard),
  update,
  keys: [PATH_KEYS],
  Screen: PathScreen,
};
