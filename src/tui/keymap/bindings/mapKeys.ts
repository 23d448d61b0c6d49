/** The mapping. */
import { text, type Binding } from './binding.js';

export const MAP_KEYS: readonly Binding[] = [
  { action: 'act', keys: ['space'], places: ['map'], label: text('bron kiezen', 'choose source'), footer: 20 },
  { action: 'fixValue', keys: ['f'], places: ['map'], label: text('vaste waarde', 'fixed value'), footer: 21 },
  {
    action: 'doNotImport',
    keys: ['x'],
    places: ['map'],
    label: text('niet importeren', 'do not import'),
    needs: [
      {
        fact: 'canSkip',
        otherwise: text(
          'Gebruiker moet worden geïmporteerd: daaraan wordt de gebruiker herkend.',
          'User has to be imported: the user is recognised by it.',
        ),
      },
    ],
    footer: 22,
  },
  { action: 'emptyRule', keys: ['e'], places: ['map'], label: text('lege cel', 'empty cell'), footer: 23 },
  {
    action: 'newUserDefault',
    keys: ['i'],
    places: ['map'],
    label: text('standaard nieuw', 'new-user default'),
    needs: [
      {
        fact: 'createsUsers',
        otherwise: text('Gebruiker mutatie maakt niemand aan.', 'A user mutation creates nobody.'),
      },
    ],
    footer: 24,
  },
  {
    action: 'saveDefinition',
    keys: ['W'],
    places: ['map'],
    label: text('definitie bewaren', 'save definition'),
    needs: [
      { fact: 'canDefine', otherwise: text('Definities bewaren kan hier niet.', 'Definitions cannot be saved here.') },
    ],
  },
];
