/** The keys of the first step. */
import { driftKey, HISTORY, text } from '../../keys/commonKeys.js';
import { discardKey } from '../../runs/discard.js';
import type { KeyGroup } from '../../shell/wizard.js';
import { planHere, type TypeStep } from './state.js';
import { choose, loadHome, move } from './update.js';

export const TYPE_KEYS: KeyGroup<TypeStep> = {
  title: 'Choosing the type',
  move,
  bindings: [
    { keys: ['enter'], label: text('verder', 'go on'), footer: 10, deliberate: true, run: choose },
    HISTORY,
    discardKey(planHere, loadHome),
    driftKey(() => null),
  ],
};
