/** The keys of choosing what is imported. */
import { BACK, goOn, HISTORY, text } from '../../keys/commonKeys.js';
import type { KeyGroup } from '../../shell/wizard.js';
import { definitionHere, type TypeStep } from './state.js';
import { askDelete, choose, move } from './update.js';

export const TYPE_KEYS: KeyGroup<TypeStep> = {
  title: 'Choosing the type',
  move,
  bindings: [
    goOn(choose),
    BACK,
    HISTORY,
    {
      keys: ['D'],
      label: text('definitie weggooien', 'delete the definition'),
      disabled: [
        {
          reason: text('Kies eerst een importdefinitie.', 'Choose an import definition first.'),
          when: (step) => definitionHere(step) === undefined,
        },
      ],
      footer: 40,
      run: askDelete,
    },
  ],
};
