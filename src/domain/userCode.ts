/** User codes: `participant.code`, of which the whole counts for the 20 positions. */
import { withoutUnseen } from './text/characters.js';

export const USER_CODE_MAX = 20;

const COMPLETE = /^\d+\../u;

/** A code with its participant number: complete codes as they are, any other with the environment's in front (docs/rules.md, *User codes*). */
export function completeUserCode(text: string, participant: string): string {
  if (text === '' || participant === '' || COMPLETE.test(text)) return text;
  return `${participant}.${text}`;
}

const ASCII = /^[\x20-\x7e]*$/u;

const ALIKE_IN_ASCII = /[Iil|Oo`]/u;

/** Letters and digits that are drawn alike; the left ones are told as the right one. */
const DRAWN_ALIKE = new Map(
  [
    ['IiıİlΙιІіӀ|', '1'],
    ['OoОоΟο', '0'],
    ['АаΑα', 'a'],
    ['ВвΒ', 'b'],
    ['Ссϲ', 'c'],
    ['ЕеΕε', 'e'],
    ['НнΗ', 'h'],
    ['Јј', 'j'],
    ['КкΚκ', 'k'],
    ['МмΜ', 'm'],
    ['Νν', 'n'],
    ['РрΡρ', 'p'],
    ['Ѕѕ', 's'],
    ['ТтΤτ', 't'],
    ['ХхΧχ', 'x'],
    ['УуΥυ', 'y'],
    ['Ζ', 'z'],
    ['’‘‚‛ʼʻʹ′´`＇', "'"],
    ['−⁃', '-'],
  ].flatMap(([letters = '', like = '']) => [...letters].map((letter) => [letter, like] as const)),
);

/**
 * What a code looks like: equal for codes that a person cannot tell apart. Case is folded in full, marks and what
 * nobody sees are left out, and apostrophes, dashes and blanks are one each. A small `l` is alike the digit 1 and
 * a capital is not, so those are taken as they are written.
 */
export function confusableKey(code: string): string {
  if (ASCII.test(code)) {
    if (!ALIKE_IN_ASCII.test(code)) return code.toLowerCase();
    return code
      .replace(/[Iil|]/gu, '1')
      .replace(/[Oo]/gu, '0')
      .replaceAll('`', "'")
      .toLowerCase();
  }
  let key = '';
  // Before compatibility forms are taken apart: an acute accent of its own would become a blank.
  const marked = code.replace(/[´′]/gu, "'");
  for (const letter of withoutUnseen(marked).normalize('NFKD').replace(/\p{M}/gu, '')) key += confusableLetter(letter);
  return key;
}

function confusableLetter(letter: string): string {
  const alike = DRAWN_ALIKE.get(letter);
  if (alike !== undefined) return alike;
  if (/\p{Pd}/u.test(letter)) return '-';
  if (/\p{Z}/u.test(letter)) return ' ';
  const folded = letter.toUpperCase().toLowerCase();
  return folded === letter ? letter : [...folded].map((part) => DRAWN_ALIKE.get(part) ?? part).join('');
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Han}/u,
  /\p{Script=Cherokee}/u,
];

/** Whether a code has letters of several scripts, such as a Cyrillic а among Latin letters. */
export function mixesScripts(code: string): boolean {
  return !ASCII.test(code) && SCRIPTS.filter((script) => script.test(code)).length > 1;
}
