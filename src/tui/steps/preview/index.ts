/** The preview: the rows of a plan. */
import type { RunDestination } from '../../shell/destination.js';
import type { StepDefinition } from '../../shell/wizard.js';
import { ABSENT_KEYS } from './absentKeys.js';
import { FILTER_KEYS } from './filterKeys.js';
import { KIND_KEYS } from './kindKeys.js';
import { PREVIEW_KEYS } from './keys.js';
import { DETAILS_KEYS, REVIEW_KEYS } from './modeKeys.js';
import { PreviewScreen } from './PreviewScreen.js';
import type { PreviewStep } from './state.js';
import { enter, update } from './update.js';

export const preview: StepDefinition<PreviewStep, RunDestination> = {
  at: 'preview',
  crumb: 'wizard.step.preview',
  anyPlan: true,
  context: 'file',
  enter: (destination, _wizard, left) => enter(destination, left),
  update,
  keys: [FILTER_KEYS, KIND_KEYS, ABSENT_KEYS, PREVIEW_KEYS, DETAILS_KEYS, REVIEW_KEYS],
  Screen: PreviewScreen,
};
