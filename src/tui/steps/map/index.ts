/** The mapping. */
import type { StepDefinition } from '../../shell/wizard.js';
import { MAP_KEYS } from './keys.js';
import { MapScreen } from './MapScreen.js';
import type { MapStep } from './state.js';
import { enter, inSight } from './update.js';

export const map: StepDefinition<MapStep> = {
  at: 'map',
  crumb: 'wizard.step.map',
  context: 'file',
  from: ['type', 'environment', 'path', 'file'],
  enter: (_destination, { choices }, left) => enter(choices, left),
  update: (step, event) => (event.kind === 'resized' ? { step: inSight(step, event.size) } : {}),
  keys: [MAP_KEYS],
  Screen: MapScreen,
};
