/** The keys of the mapping. */
import { BACK, goOn, text } from '../../keys/commonKeys.js';
import type { Binding, KeyGroup } from '../../shell/wizard.js';
import { askDefinition } from './definition.js';
import { nextDefault, toggleEmptyRule } from './fieldSettings.js';
import { leaveUnmapped } from './mapping.js';
import { confirm } from './planning.js';
import { askFixed, askSource } from './source.js';
import { fieldHere, type MapStep } from './state.js';
import { move } from './update.js';

const DO_NOT_IMPORT: Binding<MapStep> = {
  keys: ['x'],
  label: text('niet importeren', 'do not import'),
  disabled: [
    {
      reason: text(
        'Gebruiker moet worden geïmporteerd: daaraan wordt de gebruiker herkend.',
        'User has to be imported: the user is recognised by it.',
      ),
      when: (step) => fieldHere(step)?.id === 'user',
    },
  ],
  footer: 22,
  run: leaveUnmapped,
};

const NEW_USER_DEFAULT: Binding<MapStep> = {
  keys: ['i'],
  label: text('standaard nieuw', 'new-user default'),
  disabled: [
    {
      reason: text('Gebruiker mutatie maakt niemand aan.', 'A user mutation creates nobody.'),
      when: ({ type }) => type !== 'user',
    },
  ],
  footer: 24,
  run: nextDefault,
};

export const MAP_KEYS: KeyGroup<MapStep> = {
  title: 'The mapping',
  move,
  bindings: [
    goOn(confirm),
    BACK,
    { keys: ['space'], label: text('bron kiezen', 'choose source'), footer: 20, run: askSource },
    { keys: ['f'], label: text('vaste waarde', 'fixed value'), footer: 21, run: askFixed },
    DO_NOT_IMPORT,
    { keys: ['e'], label: text('lege cel', 'empty cell'), footer: 23, run: toggleEmptyRule },
    NEW_USER_DEFAULT,
    { keys: ['W'], label: text('definitie bewaren', 'save definition'), run: askDefinition },
  ],
};
