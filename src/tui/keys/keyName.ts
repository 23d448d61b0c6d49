/** What a key is called. */
import type { Language } from '../../language/text.js';

/** Its character is a blank, but it has a name. */
export const SPACE = 'space';

const ARROWS: Readonly<Record<string, string>> = { up: '\u2191', down: '\u2193', left: '\u2190', right: '\u2192' };
const NAMES: Readonly<Record<string, { readonly nl: string; readonly en: string }>> = {
  up: { nl: 'Omhoog', en: 'Up' },
  down: { nl: 'Omlaag', en: 'Down' },
  left: { nl: 'Links', en: 'Left' },
  right: { nl: 'Rechts', en: 'Right' },
  enter: { nl: 'Enter', en: 'Enter' },
  escape: { nl: 'Esc', en: 'Esc' },
  space: { nl: 'Spatie', en: 'Space' },
  tab: { nl: 'Tab', en: 'Tab' },
  'shift+tab': { nl: 'Shift+Tab', en: 'Shift+Tab' },
  pageup: { nl: 'PgUp', en: 'PgUp' },
  pagedown: { nl: 'PgDn', en: 'PgDn' },
  home: { nl: 'Home', en: 'Home' },
  end: { nl: 'End', en: 'End' },
  backspace: { nl: 'Backspace', en: 'Backspace' },
  delete: { nl: 'Delete', en: 'Delete' },
};

/** A key as a person calls it. */
export function keyName(key: string, language: Language, unicode: boolean): string {
  if (unicode && ARROWS[key] !== undefined) return ARROWS[key];
  const named = NAMES[key]?.[language];
  if (named !== undefined) return named;
  return key.startsWith('ctrl+') ? `Ctrl+${key.slice('ctrl+'.length).toUpperCase()}` : key;
}
