import { expect, test } from 'vitest';
import { lostLettersOf } from '../../../src/domain/text/lostLetters.js';

test.each([
  ['Fatima Y?lmaz', 'Fatima Yılmaz'],
  ['Fatima Y??lmaz', 'Fatima Yılmaz'],
  ['?pek', 'İpek'],
  ['Aş?', 'Aşı'],
  ['Zo? (?)', 'Zoë (?)'],
  ['O?Neill', 'O’Neill'],
  ['?ukasz ?ó??', 'Łukasz Żółć'],
  ['Zo? Vos-d’Ancona (HR/IT) [1]', 'Zoë Vos-d’Ancona (HR/IT) [1]'],
])('%s lost letters of %s', (text, older) => expect(lostLettersOf(text, older)).toBe(true));

test.each([
  ['Wie?', 'Wie'],
  ['Wie?', 'Wie?'],
  ['B?a', 'Bea'],
  ['Fatima Y?lmaz', 'Fatima Yılmaz-Kaya'],
  ['Jan Bos', 'Jan Bös'],
])('%s lost none of %s', (text, older) => expect(lostLettersOf(text, older)).toBe(false));
