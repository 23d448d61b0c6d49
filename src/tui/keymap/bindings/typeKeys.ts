/** Choosing the type. */
import { STILL_PLANNED, text, type Binding } from './binding.js';

export const TYPE_KEYS: readonly Binding[] = [
  { action: 'history', keys: ['H'], places: ['type'], label: text('geschiedenis', 'history'), footer: 30 },
  {
    action: 'discard',
    keys: ['D'],
    places: ['type', 'history'],
    label: text('plan weggooien', 'discard the plan'),
    needs: [STILL_PLANNED],
  },
];
