/** What was done. */
import type { Destination, RunDestination } from '../../shell/destination.js';
import type { StepDefinition } from '../../shell/wizard.js';
import { RESULT_KEYS, USERS_RESULT_KEYS } from './keys.js';
import { ResultScreen } from './ResultScreen.js';
import { resultStep, type ResultStep } from './state.js';

export const result: StepDefinition<ResultStep, RunDestination> = {
  at: 'result',
  crumb: 'wizard.step.result',
  anyPlan: true,
  context: 'file',
  quitsAtOnce: true,
  enter: ({ answer }, { way }, left) => ({
    step: left?.answer === answer ? left : resultStep(answer, usersOn(way)),
  }),
  keys: [RESULT_KEYS, USERS_RESULT_KEYS],
  Screen: ResultScreen,
};

/** The users, or the user, whom an act began from: the last on the way. */
function usersOn(way: readonly Destination[]): Destination | null {
  return way.findLast(({ to }) => to === 'users' || to === 'user') ?? null;
}
