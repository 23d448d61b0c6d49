/** The keys of how the file is read. */
import { BACK, goOn, text } from '../../keys/commonKeys.js';
import type { KeyGroup } from '../../shell/wizard.js';
import type { FileStep } from './state.js';
import { correct, move } from './update.js';

export const FILE_KEYS: KeyGroup<FileStep> = {
  title: 'How the file is read',
  move,
  bindings: [
    goOn(() => ({ go: { to: 'map' } })),
    BACK,
    {
      keys: ['right', 'l'],
      label: text('andere waarde', 'other value'),
      footer: 20,
      run: (step, wizard) => correct(step, wizard, 1),
    },
    {
      keys: ['left', 'h'],
      label: text('vorige waarde', 'value before'),
      run: (step, wizard) => correct(step, wizard, -1),
    },
    { keys: ['space'], label: text('andere waarde', 'other value'), run: (step, wizard) => correct(step, wizard, 1) },
  ],
};
