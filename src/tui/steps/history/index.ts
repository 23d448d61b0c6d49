/** The runs of before. */
import type { StepDefinition } from '../../shell/wizard.js';
import { HistoryScreen } from './HistoryScreen.js';
import { HISTORY_KEYS } from './keys.js';
import type { HistoryStep } from './state.js';
import { enter, update } from './update.js';

export const history: StepDefinition<HistoryStep> = {
  at: 'history',
  crumb: 'wizard.step.history',
  aside: true,
  context: 'none',
  from: ['home'],
  quitsAtOnce: true,
  enter: (_destination, _wizard, left) => enter(left),
  update,
  keys: [HISTORY_KEYS],
  Screen: HistoryScreen,
};
