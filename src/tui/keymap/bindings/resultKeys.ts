/** After the import, and in the history. */
import { APPLIED, RUN, text, type Binding, WRITABLE } from './binding.js';

export const RESULT_KEYS: readonly Binding[] = [
  {
    action: 'writeRows',
    keys: ['w'],
    places: ['result', 'history'],
    label: text('afgekeurde bewaren', 'write rejected rows'),
    needs: [
      WRITABLE,
      { fact: 'hasRejected', otherwise: text('Er zijn geen afgekeurde regels.', 'There are no rejected rows.') },
    ],
    footer: 20,
  },
  {
    action: 'writeTokens',
    keys: ['t'],
    places: ['result', 'history'],
    label: text('tokenlijst', 'tokens list'),
    needs: [
      WRITABLE,
      { fact: 'hasTokens', otherwise: text('Er zijn geen tokens vervallen.', 'No tokens were removed.') },
    ],
    footer: 21,
  },
  {
    action: 'writeReport',
    keys: ['o'],
    places: ['result', 'history'],
    label: text('rapport', 'report'),
    needs: [WRITABLE, RUN],
    footer: 22,
  },
  {
    action: 'secondPass',
    keys: ['2'],
    places: ['result', 'history'],
    label: text('tweede import (UPN)', 'second import (UPN)'),
    needs: [
      APPLIED,
      {
        fact: 'hasDeferred',
        otherwise: text('Er wachten geen UPN’s op een tweede import.', 'No UPNs wait for a second import.'),
      },
    ],
    footer: 23,
  },
  {
    action: 'undo',
    keys: ['u'],
    places: ['result', 'history'],
    label: text('ongedaan maken', 'undo'),
    needs: [APPLIED],
    footer: 24,
    deliberate: true,
  },
  {
    action: 'audit',
    keys: ['L'],
    places: ['history'],
    label: text('logboek', 'audit'),
    needs: [RUN],
    footer: 25,
  },
  { action: 'history', keys: ['H'], places: ['result'], label: text('geschiedenis', 'history'), footer: 30 },
];
