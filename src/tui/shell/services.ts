/** What the wizard works with, and what its machine adds: a clock, and drawing the screen anew. */
import type { WizardServices } from '../wizardOptions.js';

export type Services = WizardServices & {
  readonly now: () => number;
  readonly redraw: () => void;
};
