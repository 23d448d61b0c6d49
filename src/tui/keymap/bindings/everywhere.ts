/** Help, quitting, redrawing, and answering a question. */
import { text, type Binding } from './binding.js';

export const EVERYWHERE: readonly Binding[] = [
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
];
