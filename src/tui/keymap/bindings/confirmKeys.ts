/** Confirming, and waiting for approval. */
import { text, type Binding } from './binding.js';

export const CONFIRM_KEYS: readonly Binding[] = [
  { action: 'moveUp', keys: ['up'], places: ['confirm'], label: text('omhoog', 'up') },
  { action: 'moveDown', keys: ['down'], places: ['confirm'], label: text('omlaag', 'down'), footer: 20 },
  {
    action: 'approve',
    keys: ['a'],
    places: ['approval'],
    label: text('goedkeuren', 'approve'),
    footer: 20,
    deliberate: true,
  },
  {
    action: 'refresh',
    keys: ['ctrl+r'],
    places: ['approval'],
    label: text('opnieuw kijken', 'look again'),
    footer: 21,
  },
  {
    action: 'blockElsewhere',
    keys: ['x'],
    places: ['untyped', 'approval', 'result'],
    label: text('ook elders blokkeren', 'block elsewhere too'),
    needs: [
      {
        fact: 'staysActive',
        otherwise: text('Niemand blijft elders actief.', 'Nobody stays active elsewhere.'),
      },
    ],
    footer: 25,
    deliberate: true,
  },
];
