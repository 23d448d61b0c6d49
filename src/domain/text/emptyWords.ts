/** Words that programs write where they have nothing: no value, and no empty cell either. */
import { unescapedText } from './escapes.js';
import { trimUnseen } from './characters.js';

/** In any letter case. */
const WORDS: ReadonlySet<string> = new Set([
  ...['null', 'none', '-nan', 'undefined', 'dbnull', 'system.dbnull', '[object object]', '\\n', '#n/a', '#n/b', '#na'],
  ...[
    'n/a',
    'n.a.',
    'n/b',
    'n.v.t.',
    'nvt',
    'infinity',
    '-infinity',
    '1.#ind',
    '-1.#ind',
    '1.#qnan',
    '-1.#qnan',
    '1.#inf',
  ],
]);

/** As programs write them; Nan, Nil, Nat and Na are names. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['nan', 'NaN', 'NAN', 'nil', 'NIL', 'NaT', 'NA']);

/** Of these, what may be somebody's initials, where it is a code. */
const INITIALS: ReadonlySet<string> = new Set(['NAN', 'NIL', 'NA', 'NVT']);

/** What the words begin with. */
const FIRST_LETTERS: ReadonlySet<string> = new Set(
  [...WORDS, ...AS_WRITTEN].flatMap((word) => [word.charAt(0), word.charAt(0).toUpperCase()]),
);

/** Between brackets, other words for nothing are that too: `(leeg)` as a pivot table has it. */
const IN_BRACKETS = /^(?:<([^<>]*)>|\(([^()]*)\)|\[([^[\]]*)\]|\{([^{}]*)\})$/u;
const BRACKETED: ReadonlySet<string> = new Set([
  ...['', 'empty', 'blank', 'leeg', 'geen', 'no value', 'geen waarde', 'missing', 'ontbreekt', 'not set', 'unknown'],
  ...['onbekend', 'vide', 'leer', 'nan', 'nil', 'nat', 'na'],
]);

/** `null null`, as a program writes for a first and a last name. */
const JOINED = /^(null|none|nan|undefined)( \1)+$/u;

/** A rule of dashes, a lone dot: signs alone, of which none is a picture. */
const SIGNS = /^(?!.*\p{Extended_Pictographic})[\p{P}\p{S}\p{Z}]+$/u;

/** Whether a whole text is a word for nothing, or signs alone. */
export function isEmptyWord(text: string): boolean {
  const first = text.charAt(0);
  // Most texts begin with another letter than these words, and with no sign.
  if (/[A-Za-z0-9]/u.test(first))
    return FIRST_LETTERS.has(first) && (text.length < 16 || text.includes(' ')) && isWord(text);
  return isWord(text) || SIGNS.test(text) || isBlankEscape(text);
}

/** The same in a code, in which a few of these words are initials. */
export function isEmptyCode(text: string): boolean {
  return !INITIALS.has(text) && isEmptyWord(text);
}

/** Longer texts are none of these words: most need not be looked at. */
const LONGEST = 40;

function isWord(text: string): boolean {
  if (text.length > LONGEST) return false;
  const word = text.toLowerCase();
  if (WORDS.has(word) || AS_WRITTEN.has(text) || JOINED.test(word)) return true;
  const inside = IN_BRACKETS.exec(word)
    ?.slice(1)
    .find((part) => part !== undefined)
    ?.trim();
  return inside !== undefined && (WORDS.has(inside) || BRACKETED.has(inside));
}

/** `&nbsp;`, with which a web page fills an empty cell. */
function isBlankEscape(text: string): boolean {
  if (text.charCodeAt(0) !== 0x26) return false;
  const meant = unescapedText(text);
  return meant !== undefined && trimUnseen(meant) === '';
}
