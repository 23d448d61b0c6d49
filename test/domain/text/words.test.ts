/** Words for nothing and for errors, as programs write them: each of them, and what only looks like one. */
import { describe, expect, test } from 'vitest';
import { isErrorShape } from '../../../src/domain/spreadsheetError.js';
import { isEmptyCode, isEmptyWord } from '../../../src/domain/text/emptyWords.js';
import { unescapedText, unquotedText } from '../../../src/domain/text/escapes.js';

const lines = (text: string): string[] => text.trim().split(/\s*\n\s*|\s*\|\s*/u);

describe('a word for nothing', () => {
  const words = lines(String.raw`
    null | none | -nan | undefined | dbnull | system.dbnull | [object object] | \n | #n/a | #n/b | #na | n/a | n.a. | n/b
    n.v.t. | nvt | infinity | -infinity | 1.#ind | -1.#ind | 1.#qnan | -1.#qnan | 1.#inf | NULL | None | Undefined | NVT`);
  const asWritten = lines('nan | NaN | NAN | nil | NIL | NaT | NA');
  const bracketed = lines(`
    empty | blank | leeg | geen | no value | geen waarde | missing | ontbreekt | not set | unknown | onbekend | vide | leer
    nan | nil | nat | na | null | none | Leeg | NA`);
  test.each([...words, ...asWritten])('%s', (word) => expect(isEmptyWord(word)).toBe(true));
  test.each(['', ...bracketed])('(%s), in any brackets', (word) => {
    for (const text of [`(${word})`, `<${word}>`, `[${word}]`, `{${word}}`, `( ${word} )`])
      expect(isEmptyWord(text)).toBe(true);
  });
  test.each([
    'null null',
    'None none none',
    'undefined undefined',
    'nan nan',
    '---',
    '.',
    '?',
    '— —',
    '&nbsp;',
    '&#160;&nbsp;',
  ])('%s', (text) => expect(isEmptyWord(text)).toBe(true));
  test.each([
    ...['Nan', 'Nil', 'Nat', 'Na', 'nullen', 'Anna', 'leeg', 'Bea', 'null nul', 'x null null', 'null nullx', '1'],
    ...['<Bea>', '(leeg', 'leeg)', 'x(leeg)', '(leeg)x', '((leeg))', '☺', '-☺-', '&amp;', 'a-', '-a'],
    `(${'x'.repeat(50)})`,
  ])('not %s', (text) => expect(isEmptyWord(text)).toBe(false));
  test.each(['NAN', 'NIL', 'NA', 'NVT'])('%s may be somebody’s initials, as a code', (word) => {
    expect(isEmptyWord(word)).toBe(true);
    expect(isEmptyCode(word)).toBe(false);
    expect(isEmptyCode(`(${word})`)).toBe(true);
  });
});

describe('a spreadsheet’s error', () => {
  const words = lines(`
    nv | nb | na | nd | yok | hiányzik | není_k_dispozici | puuttuu | saknas | ref | name | div/0 | null | value | num
    spill | calc | field | connect | blocked | unknown | busy | python | external | error | verw | naam | deel/0 | leeg
    waarde | getal | overloop | berekenen | wert | bezug | zahl | überlauf | kalk | valeur | nom | nombre`);
  test.each(words)('#%s, whose mark is lost', (word) => {
    for (const text of [`#${word}`, `#${word.toUpperCase()}`, `=#${word}`, ` #${word} `])
      expect(isErrorShape(text)).toBe(true);
    expect(isErrorShape(word)).toBe(false);
  });
  const numbered = lines(
    'err | error | erreur | errore | erro | fehler | fout | fel | fejl | feil | błąd | chyba | hata | ошибка',
  );
  test.each(numbered)('%s:508', (word) => {
    for (const text of [`${word}:508`, `${word} : 509`, `${word.toUpperCase()}:500`])
      expect(isErrorShape(text)).toBe(true);
    for (const text of [`x${word}:508`, `${word}:5080`, `${word}:50`, `${word} 508`])
      expect(isErrorShape(text)).toBe(false);
  });
  const loading = lines(`
    loading | laden | bezig met laden | geladen | wird geladen | chargement | cargando | carregando | caricamento
    ładowanie | yükleniyor | загрузка`);
  test.each(loading)('%s…', (word) => {
    for (const text of [`${word}…`, `${word}...`, `${word} data …`, `${word.toUpperCase()}...`])
      expect(isErrorShape(text)).toBe(true);
    for (const text of [word, `x${word}…`, `${word}…x`, `${word}..`]) expect(isErrorShape(text)).toBe(false);
  });
  test.each([
    '#REF!',
    '=#NAAM?',
    '#¡DIV/0!',
    '#ССЫЛКА !',
    '#N/A',
    '=#I/T',
    '#N/0',
    '###',
    '#',
    '#GETTING_DATA',
    '#Getting_data',
  ])('%s', (text) => expect(isErrorShape(text)).toBe(true));
  test.each([
    ...['x#REF!', '#REF!x', '#12!', '#A-B!', 'x#N/A', '#N/ABCDE', '#NNN/A', '#N/Ax1', 'x###', '###x'],
    ...['#GET_DATA', 'x#GETTING_DATA', '#GETTING_DATA1', '#team', '', 'a:1', '12:30', 'x…', '9', ':0'],
  ])('not %j', (text) => expect(isErrorShape(text)).toBe(false));
});

describe('an escape', () => {
  const entities = lines(`
    amp & lt < gt > quot " apos ' lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ ndash – mdash — hellip … bull • euro €
    trade ™ scaron š Scaron Š zcaron ž Zcaron Ž oelig œ OElig Œ inodot ı iexcl ¡ copy © eacute é Eacute É yuml ÿ times ×`)
    .join(' ')
    .split(' ');
  const pairs = entities.flatMap((name, at) => (at % 2 === 0 ? [[name, entities[at + 1]!] as const] : []));
  test.each(pairs)('&%s; stands for %s', (name, meant) => expect(unescapedText(`x&${name};`)).toBe(`x${meant}`));
  test.each([
    ['&#233;', 'é'],
    ['&#xE9;', 'é'],
    ['&#XE9;', 'é'],
    ['&#x20;', ' '],
    ['&#1114111;', '\u{10ffff}'],
    ['&#55295;', '\ud7ff'],
    ['&#57344;', '\ue000'],
    ['%C3%AB', 'ë'],
    ['%20%2F', ' /'],
    ['a\\u00ebb', 'aëb'],
    ['a\\xebb', 'aëb'],
    ["a\\'b\\\\c\\/d", "a'b\\c/d"],
    ['A\\nB\\tC\\rD', 'A B C D'],
  ])('%s stands for %s', (text, meant) => expect(unescapedText(text)).toBe(meant));
  test.each([
    ...[
      '&#31;',
      '&#1114112;',
      '&#55296;',
      '&#57343;',
      '&#xD800;',
      '&onbekend;',
      '&amp',
      '%41',
      '%39',
      '%0A',
      '%C3',
      '100%',
    ],
    ...['C:\\temp', '\\\\server\\naam', 'SCHOOL\\noor', 'a.b-c\\tom', 'Bea', 'a\\qb'],
  ])('%s is what it says', (text) => expect(unescapedText(text)).toBeUndefined());
  test.each([
    [`'Bea'`, 'Bea'],
    [`"O""Neill"`, 'O"Neill'],
    ['`a`', 'a'],
    ['“a“', 'a'],
    [`'a\nb'`, 'a\nb'],
  ])('%j is quoted', (text, inner) => expect(unquotedText(text)).toBe(inner));
  test.each([`'Bea`, `Bea'`, `''`, `'a'b'`, `'Bea"`, `x'Bea'`, `'Bea'x`, 'Bea'])('%j is not', (text) =>
    expect(unquotedText(text)).toBeUndefined(),
  );
});
