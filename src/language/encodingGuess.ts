/** That a file's encoding is a guess, with the value by which a person sees whether it is right. */
import { fill, type Language, type Text } from './text.js';

interface GuessedLayout {
  readonly encoding?: string;
  /** The first value that the guess decided; empty where that is not for showing. */
  readonly encodingGuess?: { readonly row: number; readonly value: string };
}

const WITH_VALUE: Text = {
  nl: 'Tekenset {encoding} is een gok; rij {row}: {value}. Klopt dat?',
  en: 'Encoding {encoding} is a guess; row {row}: {value}. Is that right?',
};
const WITHOUT_VALUE: Text = {
  nl: 'Tekenset {encoding} is een gok. Controleer de letters met accenten.',
  en: 'Encoding {encoding} is a guess. Check the accented letters.',
};
/** Code points of a value: enough to recognise a name. */
const LONGEST_VALUE = 60;

/** Undefined where the encoding is no guess; `layout` is null for a run that was read from no file. */
export function encodingGuessText(language: Language, layout: GuessedLayout | null): string | undefined {
  const { encoding = '', encodingGuess: guess } = layout ?? {};
  if (guess === undefined) return undefined;
  const letters = [...guess.value];
  const value = letters.length > LONGEST_VALUE ? `${letters.slice(0, LONGEST_VALUE).join('')}…` : guess.value;
  return fill((value === '' ? WITHOUT_VALUE : WITH_VALUE)[language], { encoding, row: guess.row, value });
}
