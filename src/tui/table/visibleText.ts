/**
 * Text of a file as it can be put on a screen: what would move the cursor, colour the screen, turn the
 * reading direction or hide itself is shown as a symbol instead of sent.
 */

import { symbolFor } from '../../language/visibleText.js';

/** Nothing to do for what most cells are. */
const PLAIN = /^[\x20-\x7e]*$/u;

/** Characters that take no place, or that terminals and this program would measure differently. */
const HIDDEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}\p{Regional_Indicator}\u061c\ufff9-\ufffb]/gu;

/** At most so many marks on one letter; more would run over the lines above and below. */
const MARKS_TOO_MANY = /(\p{M}{3})\p{M}+/gu;
const MARK_AT_START = /^\p{M}/u;
const EMOJI_STYLE = /\ufe0f/gu;
const OTHER_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/gu;
const MARKS = /\p{M}+/gu;
const NOT_ASCII = /[^\x20-\x7e]/gu;

/** Text that is safe and measurable; with `unicode` false it is ASCII alone. */
export function visibleText(text: string, unicode: boolean): string {
  if (PLAIN.test(text)) return text;
  const shown = text
    .replace(EMOJI_STYLE, '')
    .replace(HIDDEN, (character) => (unicode ? symbolFor(character) : asciiSymbol(character)))
    .replace(OTHER_SPACE, ' ')
    .replace(MARKS_TOO_MANY, '$1');
  if (!unicode) return asciiText(shown);
  return MARK_AT_START.test(shown) ? `\u25cc${shown}` : shown;
}

/** `^[` is what ASCII has for escape. */
function asciiSymbol(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return `^${String.fromCodePoint(0x40 + code)}`;
  return code === 0x7f ? '^?' : symbolFor(character);
}

/** For a terminal without UTF-8: accents are dropped, and what is then still unknown is a question mark. */
function asciiText(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[\u201c\u201d]/gu, '"')
    .replace(/[\u2013\u2014\u2212]/gu, '-')
    .replace(/\u2192/gu, '->')
    .replace(/\u2026/gu, '...')
    .replace(/\u00b7/gu, '-')
    .replace(NOT_ASCII, '?');
}
