/** What is outside the state machine, as far as effects reach it. */
import type { WizardServices } from '../wizardOptions.js';

export type World = WizardServices & {
  readonly now: () => number;
  readonly redraw: () => void;
};
