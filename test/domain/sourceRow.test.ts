import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseKey, cellText, codePoints, normaliseText } from '../../src/domain/sourceRow.js';

describe('text is trimmed and composed', () => {
  test.each([
    ['  BKR  ', 'BKR'],
    ['\u00a0BKR\u00a0', 'BKR'],
    ['\u200bBKR\ufeff', 'BKR'],
    ['\u2060\u200dBKR\u200c', 'BKR'],
    ['\tBKR\r\n', 'BKR'],
    ['\u2003BKR\u3000', 'BKR'],
    ['de\u00a0Vries', 'de\u00a0Vries'],
    ['Zoe\u0308', 'Zoë'],
    [' \u00a0\u200b ', ''],
    ['', ''],
    ['-', '-'],
  ])('%j becomes %j', (text, clean) => expect(normaliseText(text)).toBe(clean));

  test('what is clean stays as it is', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
        expect(once).toBe(once.normalize('NFC'));
        expect(once.trim()).toBe(once);
      }),
    ));
});

test('codes, UPNs and addresses compare without regard to case', () => {
  expect(caseKey('ÉÉN@X.NL')).toBe(caseKey('één@x.nl'));
  expect(caseKey('Zoe\u0308')).toBe(caseKey('ZOË'));
  expect(caseKey('a')).not.toBe(caseKey('b'));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(caseKey(caseKey(text))).toBe(caseKey(text));
    }),
  );
});

test('lengths count code points, not halves of them', () => {
  expect([codePoints(''), codePoints('abc'), codePoints('𝒳é'), codePoints('👩‍👧')]).toEqual([0, 3, 2, 3]);
});

test('the text of a cell never is a password', () => {
  expect(cellText(undefined)).toBe('');
  expect(cellText({ kind: 'secret', weak: false })).toBe('');
  expect(cellText({ kind: 'error', text: '#N/A' })).toBe('#N/A');
});
