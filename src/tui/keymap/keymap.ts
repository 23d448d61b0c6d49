/** From keys to actions, and from the list of keys to what is told about them. Pure. */
import type { Language } from '../../language/text.js';
import type { Action, Fact, Place } from './actions.js';
import { BINDINGS } from './bindings.js';
import type { Binding } from './bindings/binding.js';

/** What the wizard listens to now. */
export interface Listening {
  /** The nearest first: its keys win. */
  readonly places: readonly Place[];
  readonly facts: ReadonlySet<Fact>;
}

/** Places where characters are text, not keys. */
const TYPED_INTO: readonly Place[] = ['typing', 'prompt'];

/** Where nothing is typed yet, and a character that begins nothing that is asked for is still a key. */
const UNTYPED: Place = 'untyped';

export function isTyping(listening: Listening): boolean {
  return listening.places.some((place) => TYPED_INTO.includes(place));
}

/** The binding that a key has now, whether or not its circumstances hold. */
export function bindingFor(key: string, listening: Listening): Binding | undefined {
  if (key === '') return undefined;
  const isText = isTyping(listening) && isCharacter(key);
  for (const place of listening.places) {
    if (isText && place !== UNTYPED) continue;
    const found = BINDINGS.find((binding) => binding.places.includes(place) && binding.keys.includes(key));
    if (found) return found;
  }
  return undefined;
}

function isCharacter(key: string): boolean {
  return [...key].length === 1 || key === 'space';
}

/** Why a binding does nothing now; undefined where it works. */
export function whyNot(binding: Binding, facts: ReadonlySet<Fact>, language: Language): string | undefined {
  return binding.needs?.find(({ fact }) => !facts.has(fact))?.otherwise[language];
}

export interface ShownKey {
  readonly action: Action;
  readonly key: string;
  readonly label: string;
  readonly works: boolean;
}

/** The bindings of the places that listen, each key once, the nearest place first. */
function bindingsNow(listening: Listening): readonly Binding[] {
  const taken = new Set<string>();
  const typing = isTyping(listening);
  return listening.places.flatMap((place) =>
    BINDINGS.flatMap((binding) => {
      if (!binding.places.includes(place)) return [];
      const keys = binding.keys.filter((key) => !taken.has(key) && !(typing && isCharacter(key) && place !== UNTYPED));
      if (keys.length === 0) return [];
      keys.forEach((key) => taken.add(key));
      return [{ ...binding, keys }];
    }),
  );
}

/** The keys that work now, for the footer, in its order. */
export function footerKeys(listening: Listening, language: Language, unicode: boolean): readonly ShownKey[] {
  return bindingsNow(listening)
    .filter((binding) => binding.footer !== undefined && whyNot(binding, listening.facts, language) === undefined)
    .sort((a, b) => (a.footer ?? 0) - (b.footer ?? 0))
    .map((binding) => shown(binding, 1, language, unicode, true));
}

/** Every key that is listened to, for the help screen. */
export function helpKeys(listening: Listening, language: Language, unicode: boolean): readonly ShownKey[] {
  return bindingsNow(listening).map((binding) =>
    shown(binding, binding.keys.length, language, unicode, whyNot(binding, listening.facts, language) === undefined),
  );
}

function shown(binding: Binding, count: number, language: Language, unicode: boolean, works: boolean): ShownKey {
  const keys = binding.keys.slice(0, count).map((key) => keyName(key, language, unicode));
  return { action: binding.action, key: keys.join(' '), label: binding.label[language], works };
}

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
