import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../../src/domain/fields.js';
import { judgeText } from '../../../src/domain/judgeText.js';
import { normaliseText, upnKey } from '../../../src/domain/sourceRow.js';
import { storable } from '../../../src/domain/text/characters.js';

const known = { participant: '12345', kind: undefined, isSomebodys: () => false };
const codesOf = (field: 'user' | 'group' | 'description' | 'upn' | 'email', text: string): string[] =>
  judgeText(fieldOf(field), text, known).map(({ code }) => code);

function charactersOf(property: RegExp): string[] {
  const found: string[] = [];
  for (let point = 0; point <= 0xe0fff; point++) {
    const character = String.fromCodePoint(point);
    if (property.test(character)) found.push(character);
  }
  return found;
}

const IGNORABLE = charactersOf(/\p{Default_Ignorable_Code_Point}/u);
const C0 = charactersOf(/[\u0001-\u001f\u007f]/u);

test('every character that is drawn as nothing goes at the ends, of every text', () => {
  for (const character of [...IGNORABLE, ...C0, '\u2800', '\u00a0', '\u3000', '\u2028']) {
    const number = character.codePointAt(0)?.toString(16);
    expect(normaliseText(`${character}12345.BBA`), number).toBe('12345.BBA');
    expect(normaliseText(`12345.BBA${character}`), number).toBe('12345.BBA');
    expect(normaliseText(`${character} ${character}Bea Bakker${character} `), number).toBe('Bea Bakker');
    expect(normaliseText(character), number).toBe('');
  }
  expect(normaliseText('Bea 😀')).toBe('Bea 😀');
});

test('inside, it is told in a code, a group, an address and a UPN', () => {
  for (const character of [...IGNORABLE, '\u2800', '\u00a0']) {
    const number = character.codePointAt(0)?.toString(16);
    expect(codesOf('user', `12345.B${character}BA`), number).toEqual(['VALUE_HIDDEN']);
    expect(codesOf('group', `INK${character}OOP`), number).toEqual(['VALUE_HIDDEN']);
    expect(codesOf('upn', `be${character}a@voorbeeld.nl`), number).toEqual(['VALUE_HIDDEN']);
    expect(codesOf('email', `be${character}a@voorbeeld.nl`), number).toEqual(['VALUE_HIDDEN']);
    expect(codesOf('description', `Bea${character}Bakker`), number).toEqual([]);
  }
});

test('a control character is told in every field, and one of C1 is damage', () => {
  for (const character of C0) expect(codesOf('description', `Bea${character}Bakker`)).toEqual(['VALUE_HIDDEN']);
  for (const character of ['\0', '\u0085', '\u009b', '\ufffd', '\ud83d', '\udc00']) {
    expect(codesOf('description', `Bea${character}Bakker`)).toEqual(['TEXT_DAMAGED']);
    expect(codesOf('user', `12345.B${character}BA`)).toEqual(['TEXT_DAMAGED']);
  }
});

describe('what no database takes is replaced by what is told', () => {
  test.each([
    ['Bea\0', 'Bea\ufffd'],
    ['Bea \ud83d', 'Bea \ufffd'],
    ['\udc00Bea', '\ufffdBea'],
    ['Bea 😀', 'Bea 😀'],
  ])('%j becomes %j', (text, kept) => expect(storable(text)).toBe(kept));
});

test('a UPN is found without what nobody sees', () => {
  expect(upnKey('Be\u200ba@Voorbeeld.nl')).toBe('bea@voorbeeld.nl');
});
