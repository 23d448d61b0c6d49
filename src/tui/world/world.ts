/** What is outside the state machine, as far as effects reach it. */
import type { WizardOptions } from '../wizardOptions.js';

export type World = Pick<WizardOptions, 'useCases' | 'folders' | 'definitions' | 'outputs'> & {
  readonly now: () => number;
  readonly redraw: () => void;
};
