/** The keys while a plan is applied: nothing else can be done. */
import { REDRAW, text } from '../../keys/commonKeys.js';
import type { KeyGroup } from '../../shell/wizard.js';
import type { ProgressStep } from './state.js';
import { askToStop } from './update.js';

export const PROGRESS_KEYS: KeyGroup<ProgressStep> = {
  title: 'While it is applied',
  alone: true,
  bindings: [{ keys: ['ctrl+c'], label: text('afbreken', 'stop'), footer: 10, blind: true, run: askToStop }, REDRAW],
};
