/** Characters that nobody sees: what goes at the ends of a text, and what may not stand inside one. */

/** Printable ASCII, as most cells are: nothing can be hidden in it. Spaces at its ends are another matter. */
export function isPrintableAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7e || code < 0x20) return false;
  }
  return true;
}

/** Blanks, controls, formatting, all that Unicode says is drawn as nothing, and the empty Braille cell. */
const AT_THE_ENDS = /^[\s\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]$/u;

/** A text without what nobody sees at its ends. */
export function trimUnseen(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end) {
    const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
    if (!AT_THE_ENDS.test(character)) break;
    start += character.length;
  }
  while (end > start) {
    const character = lastCharacter(text, end);
    if (!AT_THE_ENDS.test(character)) break;
    end -= character.length;
  }
  return text.slice(start, end);
}

function lastCharacter(text: string, end: number): string {
  const pair = end > 1 ? (text.codePointAt(end - 2) ?? 0) : 0;
  return pair > 0xffff ? String.fromCodePoint(pair) : text.charAt(end - 1);
}

const CONTROL = /\p{Cc}/u;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
const ALL_UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Blanks that look like the space and are another character; the ideographic one is what Japanese types. */
const OTHER_BLANK = /[^\P{Zs} \u3000]/u;

/**
 * Joiners where a script needs them: between letters of a script that joins (Persian, Devanagari), and within
 * an emoji; the variation selector behind a symbol, and in a keycap.
 */
const AT_ITS_PLACE =
  /(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}])[\u200c\u200d](?=\p{L})|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})|(?<=[\p{Extended_Pictographic}\p{S}])\ufe0f|(?<=[\d#*])\ufe0f(?=\u20e3)/gu;

/** The first control character in a text. */
export function controlIn(text: string): string | undefined {
  return CONTROL.exec(text)?.[0];
}

/** The first character in a code or an address that nobody sees, or takes for a space. */
export function unseenIn(text: string): string | undefined {
  return (UNSEEN.exec(text) ?? OTHER_BLANK.exec(text))?.[0];
}

/** The same in a name, in which joiners at their place are letters like others. */
export function unseenInName(text: string): string | undefined {
  return unseenIn(text.replace(AT_ITS_PLACE, ''));
}

/** A text without all that nobody sees, for comparing. */
export function withoutUnseen(text: string): string {
  return isPrintableAscii(text) ? text : text.replace(ALL_UNSEEN, '');
}

const UNSTORABLE = /[\0\p{Surrogate}]/u;
const ALL_UNSTORABLE = /[\0\p{Surrogate}]/gu;

/**
 * A text as every database takes it: NUL and half a pair of surrogates become U+FFFD, which is never a value
 * of a field either.
 */
export function storable(text: string): string {
  return UNSTORABLE.test(text) ? text.replace(ALL_UNSTORABLE, '\ufffd') : text;
}

/** Whether a text can be kept as it is, in every database. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

const DAMAGE = /[\ufffd\0\u0080-\u009f\p{Surrogate}\ufffe\uffff]/u;

/** The first character that no person types: a replacement, half a pair, NUL, a control of C1, no character at all. */
export function damageIn(text: string): string | undefined {
  return DAMAGE.exec(text)?.[0];
}

/** A character by its number, since it cannot be seen: `U+200B`. */
export function numberOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
