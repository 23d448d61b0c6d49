import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeUserCode, confusableKey, mixesScripts } from '../../src/domain/userCode.js';

describe('a code is complete only as digits, a dot and the rest', () => {
  test.each([
    ['12345.BKR', '12345.BKR'],
    ['99.BKR', '99.BKR'],
    ['1.2', '1.2'],
    ['BKR', '54321.BKR'],
    ['j.jansen', '54321.j.jansen'],
    ['12345', '54321.12345'],
    ['.BKR', '54321..BKR'],
    ['12345.', '54321.12345.'],
    ['12a.B', '54321.12a.B'],
    ['', ''],
  ])('%s becomes %s', (text, complete) => expect(completeUserCode(text, '54321')).toBe(complete));

  test('without a participant number it stays as it is', () => expect(completeUserCode('BKR', '')).toBe('BKR'));

  test('completing twice changes nothing more', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = completeUserCode(text, '54321');
        expect(completeUserCode(once, '54321')).toBe(once);
      }),
    ));
});

describe('codes that a person cannot tell apart look the same', () => {
  test.each([
    ['12345.JBO', '12345.JB0'],
    ['12345.ILSE', '12345.1LSE'],
    ['12345.lLSE', '12345.ILSE'],
    ['12345.BKR', '12345.ВКR'],
    ['12345.ANNA', '12345.ΑNNА'],
    ['12345.Ab', '12345.aB'],
    ['12345.İPEK', '12345.ipek'],
    ['12345.ıpek', '12345.ipek'],
    ['12345.İPEK', '12345.IPEK'],
    ['12345.STRASSE', '12345.straße'],
    ['12345.ZOE', '12345.zoë'],
    ["12345.O'N", '12345.O’N'],
    ["12345.O'N", '12345.O´N'],
    ['12345.A-B', '12345.A–B'],
    ['12345.A-B', '12345.A‑B'],
    ['12345.A B', '12345.A\u00a0B'],
    ['12345.BBA', '12345.B\u200bBA'],
    ['12345.BBA', '12345．BBA'],
    ['12345.ΣΑΣ', '12345.σας'],
  ])('%s and %s', (one, other) => expect(confusableKey(one)).toBe(confusableKey(other)));

  test.each([
    ['12345.JBO', '12345.JBA'],
    ['12345.A', '12345.AA'],
    ['12345.RN', '12345.M'],
    ['12345.V', '12345.U'],
  ])('%s and %s do not', (one, other) => expect(confusableKey(one)).not.toBe(confusableKey(other)));

  test('a code that differs in case alone looks the same, but for the letters that only look alike in one case', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[A-HJ-KM-Z2-9]{1,10}$/u), (code) => {
        expect(confusableKey(code)).toBe(confusableKey(code.toLowerCase()));
      }),
    ));
});

describe('letters of several scripts in one code', () => {
  test.each(['12345.BКR', '12345.Жan', '12345.Αnna'])('%s has them', (code) => expect(mixesScripts(code)).toBe(true));
  test.each(['12345.BKR', '12345.ЖАН', '12345.Zoë', '12345.Ćelik', '12345.한국', '!@#'])('%s has not', (code) =>
    expect(mixesScripts(code)).toBe(false),
  );
});
