/** What was done. */
import type { RunDestination } from '../../shell/destination.js';
import type { StepDefinition } from '../../shell/wizard.js';
import { RESULT_KEYS } from './keys.js';
import { ResultScreen } from './ResultScreen.js';
import { resultStep, type ResultStep } from './state.js';

export const result: StepDefinition<ResultStep, RunDestination> = {
  at: 'result',
  crumb: 'wizard.step.result',
  context: 'file',
  quitsAtOnce: true,
  enter: ({ answer }, _wizard, left) => ({ step: left?.answer === answer ? left : resultStep(answer) }),
  keys: [RESULT_KEYS],
  Screen: ResultScreen,
};
