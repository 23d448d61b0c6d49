/** Applying the plan. */
import type { RunDestination } from '../../shell/destination.js';
import type { StepDefinition } from '../../shell/wizard.js';
import { PROGRESS_KEYS } from './keys.js';
import { ProgressScreen } from './ProgressScreen.js';
import type { ProgressStep } from './state.js';
import { enter, update } from './update.js';

export const progress: StepDefinition<ProgressStep, RunDestination> = {
  at: 'progress',
  crumb: 'wizard.step.result',
  anyPlan: true,
  context: 'file',
  enter: (destination, { clock }) => enter(destination, clock),
  update,
  keys: [PROGRESS_KEYS],
  Screen: ProgressScreen,
};
