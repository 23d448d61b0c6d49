/** The keys of the filter of the preview, while it is typed. */
import { BACK, text } from '../../keys/commonKeys.js';
import type { Binding, KeyGroup } from '../../shell/wizard.js';
import { clearFilter, complete, edit, endTyping, typeFilter } from './filter.js';
import type { PreviewStep } from './state.js';
import { move } from './update.js';

/** Begins to type. */
export const FILTER: Binding<PreviewStep> = {
  keys: ['f'],
  label: text('filteren', 'filter'),
  footer: 27,
  run: typeFilter,
};

export const FILTER_KEYS: KeyGroup<PreviewStep> = {
  title: 'The filter of the preview',
  applies: (step) => step.mode.kind === 'list' && step.filter.typing !== null,
  edit,
  bindings: [
    { keys: ['enter'], label: text('klaar', 'done'), footer: 10, run: endTyping },
    { ...BACK, label: text('filter wissen', 'clear the filter'), run: clearFilter },
    { keys: ['tab'], label: text('aanvullen', 'complete'), footer: 20, run: complete },
    { keys: ['up'], label: text('omhoog', 'up'), run: (step, wizard) => move(step, 'up', wizard) },
    { keys: ['down'], label: text('omlaag', 'down'), run: (step, wizard) => move(step, 'down', wizard) },
  ],
};
