/** User codes: `participant.code`, of which the whole counts for the 20 positions (manual). */
export const USER_CODE_MAX = 20;

const COMPLETE = /^\d+\../u;

/** A code with its participant number: complete codes as they are, any other with the environment's in front (SPEC 1). */
export function completeUserCode(text: string, participant: string): string {
  if (text === '' || participant === '' || COMPLETE.test(text)) return text;
  return `${participant}.${text}`;
}

const ASCII = /^[\x20-\x7e]*$/u;

const ALIKE_IN_ASCII = /[Il|Oo]/u;

/** Letters and digits that are drawn alike; the left ones are told as the right one. */
const DRAWN_ALIKE = new Map(
  [
    ['Il|', '1'],
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
    ['Іі', '1'],
  ].flatMap(([letters = '', like = '']) => [...letters].map((letter) => [letter, like] as const)),
);

/**
 * What a code looks like: equal for codes that a person cannot tell apart. An `i` is only alike in
 * some letter cases, so the code is taken as it is written.
 */
export function lookOf(code: string): string {
  if (ASCII.test(code)) {
    if (!ALIKE_IN_ASCII.test(code)) return code.toLowerCase();
    return code.replace(/[Il|]/gu, '1').replace(/[Oo]/gu, '0').toLowerCase();
  }
  let look = '';
  for (const letter of code.normalize('NFKC')) look += DRAWN_ALIKE.get(letter) ?? letter.toLowerCase();
  return look;
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
