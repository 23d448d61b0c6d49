/** Choosing what is imported. */
import type { StepDefinition } from '../../shell/wizard.js';
import { TYPE_KEYS } from './keys.js';
import type { TypeStep } from './state.js';
import { TypeScreen } from './TypeScreen.js';
import { enter, update } from './update.js';

export const type: StepDefinition<TypeStep> = {
  at: 'type',
  crumb: 'wizard.step.type',
  context: 'none',
  from: ['home'],
  quitsAtOnce: true,
  enter: (_destination, _wizard, left) => enter(left),
  update,
  keys: [TYPE_KEYS],
  Screen: TypeScreen,
};
