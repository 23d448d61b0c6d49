/** The path of the file, and how it is read. */
import { text, type Binding } from './binding.js';

export const FILE_KEYS: readonly Binding[] = [
  { action: 'complete', keys: ['tab'], places: ['path'], label: text('aanvullen', 'complete'), footer: 20 },
  {
    action: 'complete',
    keys: ['tab'],
    places: ['prompt'],
    label: text('groepen en personen', 'groups and persons'),
    needs: [
      {
        fact: 'isCompleted',
        otherwise: text('Hier is niets aan te vullen.', 'There is nothing to complete here.'),
      },
    ],
    footer: 20,
  },
  {
    action: 'valueNext',
    keys: ['right', 'l'],
    places: ['fileOptions'],
    label: text('andere waarde', 'other value'),
    footer: 20,
  },
  {
    action: 'valuePrevious',
    keys: ['left', 'h'],
    places: ['fileOptions'],
    label: text('vorige waarde', 'value before'),
  },
  { action: 'act', keys: ['space'], places: ['fileOptions'], label: text('andere waarde', 'other value') },
];
