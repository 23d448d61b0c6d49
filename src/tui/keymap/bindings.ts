/**
 * Every key of the wizard, as data. Dispatch, the footer, the help screen and docs/keys.md are made from
 * this list; the same key means the same everywhere.
 */
import type { Text } from '../../language/text.js';
import type { Action, Fact, Place } from './actions.js';

export interface Binding {
  readonly action: Action;
  readonly keys: readonly string[];
  readonly places: readonly Place[];
  readonly label: Text;
  /** Holds before the key works; the text says why it does not. */
  readonly needs?: readonly { readonly fact: Fact; readonly otherwise: Text }[];
  /** Place in the footer, lowest first; absent where only the help tells of it. */
  readonly footer?: number;
  /** Works only when it was pressed by itself: never out of several characters that came at once. */
  readonly deliberate?: true;
}

const text = (nl: string, en: string): Text => ({ nl, en });

const STILL_PLANNED = {
  fact: 'isPlanned',
  otherwise: text('Dit plan is al uitgevoerd of weggegooid.', 'This plan was applied or discarded already.'),
} as const;
const APPLIED = {
  fact: 'isApplied',
  otherwise: text('Deze import is niet uitgevoerd.', 'This import was not applied.'),
} as const;
const RUN = {
  fact: 'hasRun',
  otherwise: text('Er is hier geen import.', 'There is no import here.'),
} as const;
const WRITABLE = {
  fact: 'canWrite',
  otherwise: text('Bestanden schrijven kan hier niet.', 'Files cannot be written here.'),
} as const;

export const BINDINGS: readonly Binding[] = [
  // Moving.
  { action: 'moveUp', keys: ['up', 'k'], places: ['list'], label: text('omhoog', 'up') },
  { action: 'moveDown', keys: ['down', 'j'], places: ['list'], label: text('omlaag', 'down') },
  { action: 'screenUp', keys: ['pageup', 'ctrl+b'], places: ['list'], label: text('scherm terug', 'screen up') },
  { action: 'screenDown', keys: ['pagedown', 'ctrl+f'], places: ['list'], label: text('scherm verder', 'screen down') },
  { action: 'toFirst', keys: ['home', 'g'], places: ['list'], label: text('begin', 'first') },
  { action: 'toLast', keys: ['end', 'G'], places: ['list'], label: text('einde', 'last') },
  { action: 'moveUp', keys: ['up'], places: ['path', 'picking'], label: text('omhoog', 'up') },
  { action: 'moveDown', keys: ['down'], places: ['path', 'picking'], label: text('omlaag', 'down') },

  // Going on and back.
  {
    action: 'goOn',
    keys: ['enter'],
    places: ['type', 'environment', 'fileOptions', 'map'],
    label: text('verder', 'go on'),
    footer: 10,
    deliberate: true,
  },
  { action: 'goOn', keys: ['enter'], places: ['path'], label: text('openen', 'open'), footer: 10, deliberate: true },
  {
    action: 'goOn',
    keys: ['enter'],
    places: ['preview'],
    label: text('bevestigen', 'confirm'),
    needs: [STILL_PLANNED],
    footer: 10,
    deliberate: true,
  },
  {
    action: 'goOn',
    keys: ['enter'],
    places: ['review'],
    label: text('laten staan, volgende', 'keep, next'),
    footer: 10,
  },
  {
    action: 'goOn',
    keys: ['enter'],
    places: ['confirm'],
    label: text('uitvoeren wat je typte', 'do what you typed'),
    footer: 10,
    deliberate: true,
  },
  {
    action: 'goOn',
    keys: ['enter'],
    places: ['picking', 'prompt'],
    label: text('kiezen', 'choose'),
    footer: 10,
    deliberate: true,
  },
  {
    action: 'goOn',
    keys: ['enter'],
    places: ['result'],
    label: text('nieuwe import', 'new import'),
    footer: 10,
    deliberate: true,
  },
  {
    action: 'goOn',
    keys: ['enter'],
    places: ['history'],
    label: text('regels bekijken', 'look at its rows'),
    needs: [RUN],
    footer: 10,
    deliberate: true,
  },
  {
    action: 'goOn',
    keys: ['enter'],
    places: ['differences'],
    label: text('regels bekijken', 'look at its rows'),
    footer: 10,
    deliberate: true,
  },
  {
    action: 'goBack',
    keys: ['escape'],
    places: ['environment', 'path', 'fileOptions', 'map', 'preview', 'confirm', 'approval', 'history'],
    label: text('terug', 'back'),
    footer: 90,
  },
  {
    action: 'goBack',
    keys: ['escape'],
    places: ['review', 'details', 'differences', 'help', 'picking', 'prompt', 'question'],
    label: text('sluiten', 'close'),
    footer: 90,
  },
  { action: 'goBack', keys: ['escape'], places: ['waiting'], label: text('afbreken', 'cancel'), footer: 90 },

  // Everywhere.
  {
    action: 'help',
    keys: ['?', 'ctrl+g'],
    places: ['everywhere', 'typing'],
    label: text('alle toetsen', 'all keys'),
    footer: 95,
  },
  {
    action: 'quit',
    keys: ['ctrl+c', 'ctrl+q'],
    places: ['everywhere', 'typing', 'prompt', 'picking', 'differences', 'help', 'question', 'waiting'],
    label: text('stoppen', 'quit'),
  },
  { action: 'quit', keys: ['q'], places: ['list', 'result'], label: text('stoppen', 'quit') },
  { action: 'quit', keys: ['ctrl+c'], places: ['progress'], label: text('afbreken', 'stop'), footer: 10 },
  {
    action: 'redraw',
    keys: ['ctrl+l'],
    places: ['everywhere', 'typing', 'prompt', 'picking', 'differences', 'help', 'question', 'waiting', 'progress'],
    label: text('scherm opnieuw tekenen', 'draw the screen again'),
  },
  {
    action: 'answerYes',
    keys: ['y', 'j'],
    places: ['question'],
    label: text('ja', 'yes'),
    footer: 10,
    deliberate: true,
  },
  { action: 'answerNo', keys: ['n'], places: ['question'], label: text('nee', 'no'), footer: 11, deliberate: true },
  { action: 'moveUp', keys: ['up', 'k'], places: ['help', 'details'], label: text('omhoog', 'up') },
  { action: 'moveDown', keys: ['down', 'j'], places: ['help', 'details'], label: text('omlaag', 'down'), footer: 20 },
  { action: 'screenUp', keys: ['pageup', 'ctrl+b'], places: ['help'], label: text('scherm terug', 'screen up') },
  { action: 'screenDown', keys: ['pagedown', 'ctrl+f'], places: ['help'], label: text('scherm verder', 'screen down') },

  // Typing.
  { action: 'eraseBefore', keys: ['backspace'], places: ['typing', 'prompt'], label: text('teken wissen', 'erase') },
  {
    action: 'eraseAfter',
    keys: ['delete'],
    places: ['typing', 'prompt'],
    label: text('teken erna wissen', 'erase the next one'),
  },
  { action: 'eraseWord', keys: ['ctrl+w'], places: ['typing', 'prompt'], label: text('woord wissen', 'erase a word') },
  { action: 'eraseAll', keys: ['ctrl+u'], places: ['typing', 'prompt'], label: text('alles wissen', 'erase all') },
  { action: 'caretLeft', keys: ['left'], places: ['typing', 'prompt'], label: text('naar links', 'left') },
  { action: 'caretRight', keys: ['right'], places: ['typing', 'prompt'], label: text('naar rechts', 'right') },
  {
    action: 'caretStart',
    keys: ['home', 'ctrl+a'],
    places: ['typing', 'prompt'],
    label: text('naar het begin', 'to the start'),
  },
  {
    action: 'caretEnd',
    keys: ['end', 'ctrl+e'],
    places: ['typing', 'prompt'],
    label: text('naar het einde', 'to the end'),
  },

  // Choosing the type.
  { action: 'history', keys: ['H'], places: ['type'], label: text('geschiedenis', 'history'), footer: 30 },
  {
    action: 'discard',
    keys: ['D'],
    places: ['type', 'history'],
    label: text('plan weggooien', 'discard the plan'),
    needs: [STILL_PLANNED],
  },

  // The file.
  { action: 'complete', keys: ['tab'], places: ['path'], label: text('aanvullen', 'complete'), footer: 20 },
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

  // The mapping.
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

  // The preview.
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
    label: text('alle gevonden weglaten', 'leave out all that match'),
    needs: [STILL_PLANNED],
    deliberate: true,
  },
  {
    action: 'takeBackAll',
    keys: ['B'],
    places: ['preview'],
    label: text('alle gevonden terugnemen', 'take back all that match'),
    needs: [STILL_PLANNED],
    deliberate: true,
  },
  { action: 'search', keys: ['/'], places: ['preview'], label: text('zoeken', 'search'), footer: 22 },
  {
    action: 'matchNext',
    keys: ['n'],
    places: ['preview'],
    label: text('volgende gevonden', 'next match'),
    needs: [{ fact: 'hasMatches', otherwise: text('Zoek eerst met /.', 'Search with / first.') }],
  },
  {
    action: 'matchPrevious',
    keys: ['N'],
    places: ['preview'],
    label: text('vorige gevonden', 'match before'),
    needs: [{ fact: 'hasMatches', otherwise: text('Zoek eerst met /.', 'Search with / first.') }],
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
    footer: 26,
  },
  {
    action: 'mend',
    keys: ['m'],
    places: ['preview'],
    label: text('cel herstellen', 'mend a cell'),
    needs: [
      STILL_PLANNED,
      {
        fact: 'isRejected',
        otherwise: text('Herstellen kan op een afgekeurde regel.', 'Only a rejected row can be mended.'),
      },
    ],
    footer: 27,
  },
  {
    action: 'clearLeftover',
    keys: ['U'],
    places: ['preview'],
    label: text('UPN van achterblijver wissen', "clear a leftover's UPN"),
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
    footer: 25,
  },
  {
    action: 'writeRows',
    keys: ['w'],
    places: ['preview'],
    label: text('herstelde regels bewaren', 'write mended rows'),
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

  // Confirming.
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

  // After the import, and in the history.
  {
    action: 'writeRows',
    keys: ['w'],
    places: ['result', 'history'],
    label: text('afgekeurde regels bewaren', 'write rejected rows'),
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
  { action: 'history', keys: ['H'], places: ['result'], label: text('geschiedenis', 'history'), footer: 30 },
];
