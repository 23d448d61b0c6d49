/** Moving through a list. */
import { text, type Binding } from './binding.js';

export const MOVING: readonly Binding[] = [
  { action: 'moveUp', keys: ['up', 'k'], places: ['list'], label: text('omhoog', 'up') },
  { action: 'moveDown', keys: ['down', 'j'], places: ['list'], label: text('omlaag', 'down') },
  { action: 'screenUp', keys: ['pageup', 'ctrl+b'], places: ['list'], label: text('scherm terug', 'screen up') },
  { action: 'screenDown', keys: ['pagedown', 'ctrl+f'], places: ['list'], label: text('scherm verder', 'screen down') },
  { action: 'toFirst', keys: ['home', 'g'], places: ['list'], label: text('begin', 'first') },
  { action: 'toLast', keys: ['end', 'G'], places: ['list'], label: text('einde', 'last') },
  { action: 'moveUp', keys: ['up'], places: ['path', 'picking'], label: text('omhoog', 'up') },
  { action: 'moveDown', keys: ['down'], places: ['path', 'picking'], label: text('omlaag', 'down') },
];
