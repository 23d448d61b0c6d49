/** Linked users that differ: the way there, and bringing them in line. */
import { text, type Binding } from './binding.js';

export const DRIFT_KEYS: readonly Binding[] = [
  {
    action: 'drift',
    keys: ['V'],
    places: ['type', 'environment'],
    label: text('verschillen', 'drift'),
    footer: 31,
  },
  {
    action: 'goOn',
    keys: ['enter'],
    places: ['drift'],
    label: text('in lijn brengen', 'bring in line'),
    needs: [
      {
        fact: 'hasDrift',
        otherwise: text('Er is niets om in lijn te brengen.', 'There is nothing to bring in line.'),
      },
    ],
    footer: 10,
    deliberate: true,
  },
];
