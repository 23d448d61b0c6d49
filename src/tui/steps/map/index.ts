/** The mapping. */
import type { StepDefinition } from '../../shell/wizard.js';
import { MAP_KEYS, READING_KEYS } from './keys.js';
import { MapScreen } from './MapScreen.js';
import type { MapStep } from './state.js';
import { enter, update } from './update.js';

export const map: StepDefinition<MapStep> = {
  at: 'map',
  crumb: 'wizard.step.map',
  context: 'file',
  from: ['home', 'type', 'environment', 'path', 'file'],
  enter: (_destination, { choices }, left) => enter(choices, left),
  update,
  keys: [READING_KEYS, MAP_KEYS],
  Screen: MapScreen,
};
