/** What is offered to whoever types a filter. */
import { expect, test } from 'vitest';
import { OF_USERS } from '../../../src/domain/filter/filterFields.js';
import type { FilterField } from '../../../src/domain/userFilter.js';
import { completeFilter, type FilterWords } from '../../../src/domain/filter/completeFilter.js';

const WORDS: FilterWords<FilterField> = {
  vocabulary: OF_USERS,
  language: 'nl',
  yesNo: ['ja', 'nee'],
  known: { env: ['T12345AA', 'O12345AA'], group: ['INKOOP', 'HR Team', 'Iedereen'], token: ['Pocket'] },
};

/** The text as each of what is offered makes it; `|` is where the cursor stands. */
function completed(typed: string): readonly string[] {
  const cursor = typed.indexOf('|');
  const text = typed.replace('|', '');
  const { from, to, texts } = completeFilter(text, cursor, WORDS);
  return texts.map((offered) => text.slice(0, from) + offered + text.slice(to));
}

test.each([
  ['gro|', ['Groep:']],
  ['-gebl|', ['-Geblokkeerd:']],
  ['acc|', ['AFAS Accept:']],
  ['groep:h|', ['groep:"HR Team"']],
  ['groep:"HR T|', ['groep:"HR Team"']],
  ['-group:|  bea', ['-group:INKOOP  bea', '-group:"HR Team"  bea', '-group:Iedereen  bea']],
  ['ach|:ja', ['Achterblijver:ja']],
  ['Profit:|', ['Profit:ja', 'Profit:nee']],
  ['token:p|', ['token:Pocket']],
  ['Voorkeur site:2|', ['Voorkeur site:2057', 'Voorkeur site:2067']],
  ['omgeving~o|', ['omgeving~O12345AA']],
  ['nergens:|', []],
])('%s', (typed, texts) => {
  expect(completed(typed)).toEqual(texts);
});

test('where nothing is typed every field is offered', () => {
  expect(completed('bea | x')).toHaveLength(completed('|').length);
  expect(completed('|')).toContain('E-mail:');
});
