/** A piece of the code of a number format, by what it does to the number (ECMA-376 part 1, 18.8.31). */
export type FormatToken =
  /** A place for a digit: `0` shows a zero where there is none, `#` nothing, `?` a blank. */
  | { readonly kind: 'digit'; readonly place: '0' | '#' | '?' }
  | { readonly kind: 'general' }
  /** `@`: the text itself. */
  | { readonly kind: 'text' }
  /** What only fills up: a blank, or room as wide as a character. */
  | { readonly kind: 'blank' }
  /** A comma: between digits it groups them, behind them it scales. */
  | { readonly kind: 'comma' }
  /** A part of a date, or of a time alone. */
  | { readonly kind: 'date'; readonly ofDay: boolean }
  | { readonly kind: 'condition'; readonly operator: string; readonly value: number }
  /** Letters that mean nothing in a format. */
  | { readonly kind: 'word' }
  /** Shows something that is not in the number, or makes another number of it. */
  | { readonly kind: 'other' };

const BLANK: FormatToken = { kind: 'blank' };
const TIME: FormatToken = { kind: 'date', ofDay: false };
const OTHER: FormatToken = { kind: 'other' };

/** Cuts the code of a format into its sections, and those into tokens. */
export function formatSections(code: string): readonly (readonly FormatToken[])[] {
  const sections: FormatToken[][] = [[]];
  let at = 0;
  while (at < code.length) {
    if (code[at] === ';') {
      sections.push([]);
      at++;
      continue;
    }
    const { token, length } = tokenAt(code, at);
    if (token) sections.at(-1)?.push(token);
    at += length;
  }
  return sections;
}

interface FoundToken {
  /** Absent for what shows nothing: a colour, a locale. */
  readonly token?: FormatToken;
  readonly length: number;
}

function tokenAt(code: string, at: number): FoundToken {
  const character = code.charAt(at);
  switch (character) {
    case '"':
      return quoted(code, at);
    case '[':
      return bracketed(code, at);
    case '\\':
      return { token: literal(code.charAt(at + 1)), length: 2 };
    case '_':
      return { token: code.length > at + 1 ? BLANK : OTHER, length: 2 };
    case '*':
      // Fills the column with a character, as often as fits.
      return { token: literal(code.charAt(at + 1)), length: 2 };
    case '0':
    case '#':
    case '?':
      return { token: { kind: 'digit', place: character }, length: 1 };
    case '@':
      return { token: { kind: 'text' }, length: 1 };
    case ',':
      return { token: { kind: 'comma' }, length: 1 };
    default:
      return /\p{L}/u.test(character) ? letters(code, at) : { token: literal(character), length: 1 };
  }
}

function literal(text: string): FormatToken {
  return text !== '' && text.trim() === '' ? BLANK : OTHER;
}

function quoted(code: string, at: number): FoundToken {
  const end = code.indexOf('"', at + 1);
  if (end < 0) return { token: OTHER, length: code.length - at };
  const text = code.slice(at + 1, end);
  return { ...(text === '' ? {} : { token: literal(text) }), length: end + 1 - at };
}

const COLOUR = /^(?:black|blue|cyan|green|magenta|red|white|yellow|colou?r ?\d{1,2})$/iu;
const ELAPSED = /^(?:h+|m+|s+)$/iu;
const CONDITION = /^(<=|>=|<>|<|>|=)\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/iu;
/** A currency and a locale; a number above FFFF asks for the digits or the calendar of another script. */
const LOCALE = /^\$([^-]*)(?:-(?:0*[0-9a-f]{1,4}|[a-z]{2,3}(?:-[a-z]{2,4})*|x-sys(?:date|time)))?$/iu;

function bracketed(code: string, at: number): FoundToken {
  const end = code.indexOf(']', at);
  if (end < 0) return { token: OTHER, length: code.length - at };
  const inside = code.slice(at + 1, end).trim();
  const length = end + 1 - at;
  if (COLOUR.test(inside)) return { length };
  if (ELAPSED.test(inside)) return { token: TIME, length };
  const [, operator, value] = CONDITION.exec(inside) ?? [];
  if (operator !== undefined) return { token: { kind: 'condition', operator, value: Number(value) }, length };
  const [, currency] = LOCALE.exec(inside) ?? [];
  return currency === '' ? { length } : { token: OTHER, length };
}

const GENERAL = /^general/iu;
const MORNING_OR_AFTERNOON = /^(?:am\/pm|a\/p)/iu;
/** Parts of a date or a time, as long as they can be, also by the letters that Dutch, German and French use. */
const DATE_PART = /^(?:y{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}|e{1,4}|g{1,3}|b{2,4}|a{3,4}|jj(?:jj)?|tt(?:tt)?|uu|aa)$/iu;

function letters(code: string, at: number): FoundToken {
  const rest = code.slice(at, at + 10);
  if (GENERAL.test(rest)) return { token: { kind: 'general' }, length: 7 };
  const halves = MORNING_OR_AFTERNOON.exec(rest);
  if (halves) return { token: TIME, length: halves[0].length };
  if (/^e[+-]/iu.test(rest)) return { token: OTHER, length: 2 };
  const first = rest.charAt(0).toLowerCase();
  let length = 1;
  while (code.charAt(at + length).toLowerCase() === first) length++;
  // `Standaard` is a word, though it has the letters of dates in it.
  const part = code.slice(at, at + length);
  if (!DATE_PART.test(part)) return { token: { kind: 'word' }, length };
  // Of `m` and `mm` the letters beside it tell; three and more are a month.
  return { token: { kind: 'date', ofDay: !/^(?:[hsu]+|mm?|tt(?:tt)?)$/iu.test(part) }, length };
}
