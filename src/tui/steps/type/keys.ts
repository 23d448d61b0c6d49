/** The keys of the first step. */
import { driftKey, goOn, HISTORY } from '../../keys/commonKeys.js';
import { discardKey } from '../../runs/discard.js';
import type { KeyGroup } from '../../shell/wizard.js';
import { planHere, type TypeStep } from './state.js';
import { choose, loadHome, move } from './update.js';

export const TYPE_KEYS: KeyGroup<TypeStep> = {
  title: 'Choosing the type',
  move,
  bindings: [goOn(choose), HISTORY, discardKey(planHere, loadHome), driftKey(() => null)],
};
