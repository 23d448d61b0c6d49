/** The preview, with review and all of a row. */
import { STILL_PLANNED, text, type Binding, WRITABLE } from './binding.js';

const FOUND: NonNullable<Binding['needs']> = [
  { fact: 'hasSearch', otherwise: text('Zoek eerst met /.', 'Search with / first.') },
  {
    fact: 'hasMatches',
    otherwise: text('Niets gevonden op deze tab; / zoekt anders.', 'Nothing found on this tab; / searches otherwise.'),
  },
];

export const PREVIEW_KEYS: readonly Binding[] = [
  {
    action: 'tabNext',
    keys: ['tab', 'right', 'l'],
    places: ['preview'],
    label: text('volgende tab', 'next tab'),
    footer: 20,
  },
  {
    action: 'tabPrevious',
    keys: ['shift+tab', 'left', 'h'],
    places: ['preview'],
    label: text('vorige tab', 'tab before'),
  },
  {
    action: 'act',
    keys: ['space'],
    places: ['preview'],
    label: text('weglaten/terug', 'leave out/back'),
    needs: [STILL_PLANNED],
    footer: 21,
    deliberate: true,
  },
  {
    action: 'range',
    keys: ['v'],
    places: ['preview'],
    label: text('bereik', 'range'),
    needs: [STILL_PLANNED],
    footer: 29,
  },
  {
    action: 'leaveOutAll',
    keys: ['X'],
    places: ['preview'],
    label: text('gevonden weglaten', 'leave out matches'),
    needs: [STILL_PLANNED],
    deliberate: true,
  },
  {
    action: 'takeBackAll',
    keys: ['B'],
    places: ['preview'],
    label: text('gevonden terugnemen', 'take back matches'),
    needs: [STILL_PLANNED],
    deliberate: true,
  },
  { action: 'search', keys: ['/'], places: ['preview'], label: text('zoeken', 'search'), footer: 22 },
  {
    action: 'matchNext',
    keys: ['n'],
    places: ['preview'],
    label: text('volgende gevonden', 'next match'),
    needs: FOUND,
  },
  {
    action: 'matchPrevious',
    keys: ['N'],
    places: ['preview'],
    label: text('vorige gevonden', 'match before'),
    needs: FOUND,
  },
  {
    action: 'problemNext',
    keys: [']', 'p'],
    places: ['preview'],
    label: text('volgend probleem', 'next problem'),
    footer: 23,
  },
  { action: 'problemPrevious', keys: ['[', 'P'], places: ['preview'], label: text('vorig probleem', 'problem before') },
  { action: 'sort', keys: ['s'], places: ['preview'], label: text('sorteren', 'sort'), footer: 28 },
  { action: 'sortReverse', keys: ['S'], places: ['preview'], label: text('andersom sorteren', 'sort the other way') },
  {
    action: 'details',
    keys: ['d'],
    places: ['preview', 'details'],
    label: text('alles van de regel', 'all of the row'),
    footer: 25,
  },
  {
    action: 'review',
    keys: ['r'],
    places: ['preview'],
    label: text('één voor één nalopen', 'review one by one'),
    needs: [
      STILL_PLANNED,
      {
        fact: 'isReviewable',
        otherwise: text(
          'Nalopen kan op de tabs Geblokkeerd en Hernoemd.',
          'Review works on the tabs Blocked and Renamed.',
        ),
      },
    ],
    footer: 13,
  },
  {
    action: 'mend',
    keys: ['m'],
    places: ['preview'],
    label: text('cel herstellen', 'mend a cell'),
    needs: [
      STILL_PLANNED,
      {
        fact: 'isMendable',
        otherwise: text(
          'De rijen van een terugdraaiing hebben geen cellen; laat ze weg of neem ze terug.',
          'The rows of an undo have no cells; leave them out, or take them back.',
        ),
      },
    ],
    footer: 11,
  },
  {
    action: 'clearLeftover',
    keys: ['U'],
    places: ['preview'],
    label: text('UPN vrijmaken', 'free the UPN'),
    needs: [
      STILL_PLANNED,
      {
        fact: 'hasLeftover',
        otherwise: text(
          'Op deze regel staat geen UPN van een achterblijver.',
          'No leftover holds the UPN of this row.',
        ),
      },
    ],
    footer: 12,
  },
  {
    action: 'writeRows',
    keys: ['w'],
    places: ['preview'],
    label: text('herstelde bewaren', 'write mended rows'),
    needs: [
      WRITABLE,
      { fact: 'hasMended', otherwise: text('In dit plan is nog niets hersteld.', 'Nothing was mended in this plan.') },
    ],
    footer: 24,
  },
  {
    action: 'planAgain',
    keys: ['R', 'ctrl+p'],
    places: ['preview', 'confirm'],
    label: text('opnieuw plannen', 'plan again'),
    needs: [STILL_PLANNED],
  },
  {
    action: 'act',
    keys: ['space'],
    places: ['review'],
    label: text('weglaten, volgende', 'leave out, next'),
    footer: 11,
    deliberate: true,
  },
  { action: 'moveDown', keys: ['down', 'j', 'right'], places: ['review'], label: text('volgende', 'next'), footer: 12 },
  { action: 'moveUp', keys: ['up', 'k', 'left'], places: ['review'], label: text('vorige', 'before'), footer: 13 },
];
