/**
 * Text from files, made safe to send to a terminal: what a file holds can never move the cursor, colour
 * the screen, or turn the direction of writing. Control characters become symbols, such as ␛ for escape.
 * A screen asks for more than a stream does: what it shows has to take the place that is counted for it.
 */

const PLAIN = /^[\x20-\x7e]*$/u;

/** Controls (C0, C1), separators of lines, turns of direction, invisible characters, broken surrogates. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

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

/** A text with every character that a terminal would obey, or that nobody can see, shown as a symbol. */
export function visibleText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNSAFE, symbolFor);
}

/** JSON in which such characters are escaped; the value stays the same. */
export function visibleJson(value: unknown): string {
  const json = JSON.stringify(value);
  return PLAIN.test(json) ? json : json.replace(UNSAFE, escaped);
}

/** Text that is safe and measurable; with `unicode` false it is ASCII alone. */
export function screenText(text: string, unicode: boolean): string {
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
  return plainMarks(text.normalize('NFD').replace(MARKS, '')).replace(NOT_ASCII, '?');
}

/** The marks that this program writes itself, in ASCII; letters stay as they are. */
const MARKS_IN_ASCII: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2190': '<-',
  '\u2192': '->',
  '\u2026': '...',
  '\u00b7': '-',
  '\u2022': '*',
  '\u2248': '~',
  '\u2260': '<>',
  '\u2713': '+',
  '\u2717': 'x',
};
const MARK_IN_ASCII = new RegExp(`[${Object.keys(MARKS_IN_ASCII).join('')}]`, 'gu');

/** For a locale that has no more than ASCII: arrows, ellipses, dashes and quotation marks, and no letters. */
export function plainMarks(text: string): string {
  return PLAIN.test(text) ? text : text.replace(MARK_IN_ASCII, (mark) => MARKS_IN_ASCII[mark] ?? mark);
}

/** The symbol of one such character: ␛ for escape, `<U+202E>` for what has no symbol of its own. */
function symbolFor(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

function escaped(character: string): string {
  let escapes = '';
  for (let at = 0; at < character.length; at++)
    escapes += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return escapes;
}
