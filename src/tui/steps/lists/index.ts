/** Lists of persons, groups and users that are read from a file. */
import type { StepDefinition } from '../../shell/wizard.js';
import { LISTS_COUNTS_KEYS, LISTS_FAULTS_KEYS, LISTS_PATH_KEYS } from './keys.js';
import { ListsScreen } from './ListsScreen.js';
import type { ListsStep } from './state.js';
import { enter, update } from './update.js';

export const lists: StepDefinition<ListsStep> = {
  at: 'lists',
  crumb: 'wizard.step.lists',
  aside: true,
  context: 'none',
  quitsAtOnce: true,
  enter: (_destination, _wizard, left) => enter(left),
  update,
  keys: [LISTS_PATH_KEYS, LISTS_COUNTS_KEYS, LISTS_FAULTS_KEYS],
  Screen: ListsScreen,
};
