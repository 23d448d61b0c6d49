/** A filter as people type it, and what is said where it says nothing. */
import { expect, test } from 'vitest';
import { parseFilter, parseTerms } from '../../../src/domain/filter/parseFilter.js';
import { OF_ROWS } from '../../../src/domain/filter/rowFilterFields.js';

const termsOf = (text: string): unknown => {
  const read = parseFilter(text);
  return 'filter' in read
    ? read.filter.terms.map(({ field, operator, value, negated }) => [field, operator, value, negated])
    : read.fault;
};

test.each([
  [
    'groep:INKOOP -geblokkeerd:ja',
    [
      ['group', 'is', 'INKOOP', false],
      ['blocked', 'is', 'ja', true],
    ],
  ],
  [
    '  bakker\tE-MAIL~@oud ',
    [
      [null, 'contains', 'bakker', false],
      ['email', 'contains', '@oud', false],
    ],
  ],
  [
    'description:"Bea Bakker" upn: upn:*',
    [
      ['description', 'is', 'Bea Bakker', false],
      ['upn', 'is', '', false],
      ['upn', 'is', '*', false],
    ],
  ],
  ['description~"zegt ""hoi"""', [['description', 'contains', 'zegt "hoi"', false]]],
  [
    '"twee woorden" -"en zo"',
    [
      [null, 'contains', 'twee woorden', false],
      [null, 'contains', 'en zo', true],
    ],
  ],
  [
    'Voorkeur site:1043 command  LINE:nee',
    [
      ['siteLanguage', 'is', '1043', false],
      ['commandLine', 'is', 'nee', false],
    ],
  ],
  [
    'token:yes env:T* Omgeving~12',
    [
      ['token', 'is', 'yes', false],
      ['env', 'is', 'T*', false],
      ['env', 'contains', '12', false],
    ],
  ],
  [
    'user:12345.B:R person~a~b',
    [
      ['user', 'is', '12345.B:R', false],
      ['person', 'contains', 'a~b', false],
    ],
  ],
  ['--x', [[null, 'contains', '-x', true]]],
])('%s', (text, terms) => {
  expect(termsOf(text)).toEqual(terms);
});

test.each([
  ['', 'empty', ''],
  ['   ', 'empty', ''],
  ['bea -', 'nothing', '-'],
  ['bea mail~', 'unknownField', 'mail~'],
  ['email~', 'nothing', 'email~'],
  ['foo:bar x', 'unknownField', 'foo:bar'],
  [':x', 'unknownField', ':x'],
  ['blocked:maybe', 'notYesNo', 'blocked:maybe'],
  ['-profit~ja', 'notYesNo', '-profit~ja'],
  ['leftover:', 'notYesNo', 'leftover:'],
  ['description:"Bea', 'quote', 'description:"Bea'],
  ['description:"Bea"x y', 'quote', 'description:"Bea"x'],
])('%s is a mistake', (text, reason, term) => {
  expect(termsOf(text)).toEqual({ reason, term });
});

test.each([
  'outcome:blok',
  'level:errors',
  'message:UPN_TKAEN',
  'field:emial',
  'field:',
  'row:a',
  'row:2,x',
  'kind:xyz',
])('%s names what no row can have, which is told and finds nothing', (term) => {
  expect(parseTerms(`user:x ${term}`, OF_ROWS)).toEqual({ fault: { reason: 'unknownValue', term } });
});

test.each([
  'outcome:block',
  'uitkomst:*blokkeren',
  'level:',
  'message:upn*',
  'veld:E-mail',
  'row:2,5-9',
  'row:',
  'kind:7F3a',
])('%s is read', (term) => {
  expect(parseTerms(term, OF_ROWS)).toHaveProperty('filter');
});
