/** What a key of the list is, and the circumstances that several of them wait for. */
import type { Text } from '../../../language/text.js';
import type { Action, Fact, Place } from '../actions.js';

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

/** A text in both languages. */
export const text = (nl: string, en: string): Text => ({ nl, en });

export const STILL_PLANNED = {
  fact: 'isPlanned',
  otherwise: text('Dit plan is al uitgevoerd of weggegooid.', 'This plan was applied or discarded already.'),
} as const;
export const APPLIED = {
  fact: 'isApplied',
  otherwise: text('Deze import is niet uitgevoerd.', 'This import was not applied.'),
} as const;
export const RUN = {
  fact: 'hasRun',
  otherwise: text('Er is hier geen import.', 'There is no import here.'),
} as const;
export const WRITABLE = {
  fact: 'canWrite',
  otherwise: text('Bestanden schrijven kan hier niet.', 'Files cannot be written here.'),
} as const;
