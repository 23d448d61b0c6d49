/**
 * Text from files, made safe to send to a terminal: what a file holds can never move the cursor, colour
 * the screen, or turn the direction of writing. Control characters become symbols, such as ␛ for escape.
 */

const PLAIN = /^[\x20-\x7e]*$/u;

/** Controls (C0, C1), separators of lines, turns of direction, invisible characters, broken surrogates. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text with every character that a terminal would obey, or that nobody can see, shown as a symbol. */
export function visibleText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNSAFE, symbolFor);
}

/** JSON in which such characters are escaped; the value stays the same. */
export function visibleJson(value: unknown): string {
  const json = JSON.stringify(value);
  return PLAIN.test(json) ? json : json.replace(UNSAFE, escaped);
}

/** The symbol of one such character: ␛ for escape, `<U+202E>` for what has no symbol of its own. */
export function symbolFor(character: string): string {
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
