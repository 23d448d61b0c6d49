/** Confirming: what has to be typed before a plan is applied. */
import type { RunDestination } from '../../shell/destination.js';
import type { StepDefinition } from '../../shell/wizard.js';
import { ConfirmScreen } from './ConfirmScreen.js';
import { APPROVAL_KEYS, CONFIRM_KEYS, FILE_KEYS } from './keys.js';
import { findKinds } from './kinds.js';
import { nameRows } from './namedRows.js';
import { confirmStep, type ConfirmStep } from './state.js';
import { update } from './update.js';

export const confirm: StepDefinition<ConfirmStep, RunDestination> = {
  at: 'confirm',
  crumb: 'wizard.step.confirm',
  anyPlan: true,
  context: 'file',
  enter: ({ answer }, { language, clock }) => ({
    step: confirmStep(answer, language, clock),
    effects: [nameRows(answer), ...findKinds(answer)],
  }),
  update,
  keys: [CONFIRM_KEYS, FILE_KEYS, APPROVAL_KEYS],
  Screen: ConfirmScreen,
};
