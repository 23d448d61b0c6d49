import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cutTo, widthOf } from '../../src/presentation/textWidth.js';

/** More than what is measured without asking string-width. */
const CHARACTERS = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code));

describe('the width of a text', () => {
  it('is for each character what string-width says it is', () => {
    expect(CHARACTERS.filter((one) => widthOf(one) !== stringWidth(one))).toEqual([]);
  });

  it('is for each character that follows a letter, or has a sign behind it that joins, what string-width says it is', () => {
    const joined = CHARACTERS.flatMap((one) => [`e${one}`, `${one}\u0301`, `${one}\ufe0f`, `${one}\u200d\u2713`]);
    expect(joined.filter((text) => widthOf(text) !== stringWidth(text))).toEqual([]);
  });

  it('of a character that takes two columns, or of none, is counted where a text is cut', () => {
    expect(cutTo('日本語テキスト', 7, '…')).toBe('日本語…');
    expect(cutTo('e\u0301e\u0301e\u0301', 2, '…')).toBe('e\u0301…');
    expect(cutTo('café–café', 5, '…')).toBe('café…');
  });
});
