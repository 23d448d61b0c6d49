/** The one place that hears the keyboard: Ink's input becomes presses that the keymap has names for. */
import { useInput, usePaste, type Key } from 'ink';
import type { Press } from '../shell/wizard.js';

export interface KeyHandlers {
  readonly onPress: (press: Press) => void;
  /** Several characters that came at once: typed ahead, or pasted on a terminal that does not mark pastes. */
  readonly onBurst: (text: string) => void;
  readonly onPaste: (text: string) => void;
}

export function useKeys(handlers: KeyHandlers): void {
  useInput((input, key) => {
    const press = pressOf(input, key);
    if (press) handlers.onPress(press);
    else if (input !== '') handlers.onBurst(input);
  });
  usePaste(handlers.onPaste);
}

const SPECIAL: readonly (readonly [flag: keyof Key, name: string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

/** The key of an input event; undefined for several characters at once, or none. */
export function pressOf(input: string, key: Key): Press | undefined {
  if (key.tab) return { key: key.shift ? 'shift+tab' : 'tab', text: '' };
  const special = SPECIAL.find(([flag]) => key[flag] === true);
  if (special) return { key: special[1], text: '' };
  if (input === '') return undefined;
  if (key.ctrl) return { key: `ctrl+${input.toLowerCase()}`, text: '' };
  if (key.meta) return { key: `alt+${input}`, text: '' };
  if ([...input].length > 1) return undefined;
  return input === ' ' ? { key: 'space', text: ' ' } : { key: input, text: /\p{Cc}/u.test(input) ? '' : input };
}
