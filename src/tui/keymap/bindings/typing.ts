/** Editing the line that is being typed. */
import { text, type Binding } from './binding.js';

export const TYPING: readonly Binding[] = [
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
];
