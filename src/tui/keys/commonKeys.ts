/** Keys of more than one place: going back, help, quitting, moving through a list, editing a line. */
import type { EnvironmentType } from '../../domain/directory.js';
import type { Text } from '../../language/text.js';
import type { Move } from '../shell/list.js';
import { quit } from '../shell/quit.js';
import type { Edit } from '../shell/textField.js';
import type { Binding, Change, Wizard } from '../shell/wizard.js';

/** A text in both languages. */
export const text = (nl: string, en: string): Text => ({ nl, en });

export const BACK: Binding = {
  keys: ['escape'],
  label: text('terug', 'back'),
  footer: 90,
  stays: true,
  blind: true,
  run: () => ({ go: 'back' }),
};

/** Closes what lies over a step. */
export const CLOSE: Binding = { ...BACK, label: text('sluiten', 'close'), run: () => ({ overlay: null }) };

const HELP: Binding = {
  keys: ['?', 'ctrl+g'],
  label: text('alle toetsen', 'all keys'),
  footer: 95,
  stays: true,
  run: () => ({ overlay: { kind: 'help', top: 0 } }),
};

export const QUIT: Binding = {
  keys: ['ctrl+c', 'ctrl+q'],
  label: text('stoppen', 'quit'),
  blind: true,
  run: (_step, wizard) => quit(wizard),
};

/** Where nothing is typed a letter will do. */
export const QUIT_LETTER: Binding = { keys: ['q'], label: QUIT.label, run: QUIT.run };

/** Tells nothing and takes nothing away: what was told stays. */
export const REDRAW: Binding = {
  keys: ['ctrl+l'],
  label: text('scherm opnieuw tekenen', 'draw the screen again'),
  blind: true,
  run: (_step, { notice }) => ({ notice, effects: ['redraw'] }),
};

export const EVERYWHERE: readonly Binding[] = [HELP, QUIT, REDRAW];

/** While something is worked on. */
export const WAITING: readonly Binding[] = [
  { ...BACK, label: text('afbreken', 'cancel'), run: cancel },
  { ...QUIT, run: cancel },
  REDRAW,
];

function cancel(_step: unknown, { busy }: Wizard): Change {
  return { busy: busy && { ...busy, cancelling: true }, effects: ['cancel'] };
}

/** Makes keys that do the same in another manner each. */
function keysOf<S, Manner>(act: (step: S, manner: Manner, wizard: Wizard) => Change) {
  return (keys: readonly string[], label: Text, manner: Manner): Binding<S> => ({
    keys,
    label,
    run: (step, wizard) => act(step, manner, wizard),
  });
}

/** The keys of every list. */
export function listKeys<S>(move: (step: S, move: Move, wizard: Wizard) => Change): readonly Binding<S>[] {
  const key = keysOf(move);
  return [
    key(['up', 'k'], text('omhoog', 'up'), 'up'),
    key(['down', 'j'], text('omlaag', 'down'), 'down'),
    key(['pageup', 'ctrl+b'], text('scherm terug', 'screen up'), 'screenUp'),
    key(['pagedown', 'ctrl+f'], text('scherm verder', 'screen down'), 'screenDown'),
    key(['home', 'g'], text('begin', 'first'), 'first'),
    key(['end', 'G'], text('einde', 'last'), 'last'),
    QUIT_LETTER,
  ];
}

/** The keys of every line that is typed. */
export function editKeys<S>(edit: (step: S, edit: Edit, wizard: Wizard) => Change): readonly Binding<S>[] {
  const key = keysOf(edit);
  return [
    key(['backspace'], text('teken wissen', 'erase'), 'eraseBefore'),
    key(['delete'], text('teken erna wissen', 'erase the next one'), 'eraseAfter'),
    key(['ctrl+w'], text('woord wissen', 'erase a word'), 'eraseWord'),
    key(['ctrl+u'], text('alles wissen', 'erase all'), 'eraseAll'),
    key(['left'], text('naar links', 'left'), 'caretLeft'),
    key(['right'], text('naar rechts', 'right'), 'caretRight'),
    key(['home', 'ctrl+a'], text('naar het begin', 'to the start'), 'caretStart'),
    key(['end', 'ctrl+e'], text('naar het einde', 'to the end'), 'caretEnd'),
  ];
}

/** Goes on to the next step. */
export function goOn<S>(run: Binding<S>['run']): Binding<S> {
  return { keys: ['enter'], label: text('verder', 'go on'), footer: 10, deliberate: true, run };
}

/** The way to the history, and to the users that differ between environments. */
export const HISTORY: Binding = {
  keys: ['H'],
  label: text('geschiedenis', 'history'),
  footer: 30,
  run: () => ({ go: { to: 'history' } }),
};

export function driftKey<S>(typeOf: (step: S, wizard: Wizard) => EnvironmentType | null): Binding<S> {
  return {
    keys: ['V'],
    label: text('verschillen', 'drift'),
    footer: 31,
    run: (step, wizard) => ({ go: { to: 'drift', type: typeOf(step, wizard) } }),
  };
}
